/**
 * What outlives the process when a data folder is given: clock, secrets, small files. Not the store, the queues and the
 * mails, which keep themselves.
 */
@NullMarked
package yunhe.local.state;

import org.jspecify.annotations.NullMarked;
