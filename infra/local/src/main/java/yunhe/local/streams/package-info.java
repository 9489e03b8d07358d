/** Event sources on table streams: batches, filters, retries and on-failure queues as Lambda's. */
@NullMarked
package yunhe.local.streams;

import org.jspecify.annotations.NullMarked;
