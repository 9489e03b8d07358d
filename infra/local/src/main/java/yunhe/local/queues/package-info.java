/** The queue server and the event sources on queues. */
@NullMarked
package yunhe.local.queues;

import org.jspecify.annotations.NullMarked;
