/**
 * From a changed registration to a message in somebody's pocket: the outbox puts facts into the queue, the notifier
 * claims each one and tells it once. How a message reads is in {@code message}, how it travels in {@code channel}.
 */
@NullMarked
package yunhe.notifications;

import org.jspecify.annotations.NullMarked;
