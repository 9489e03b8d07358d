/**
 * What was told, for organisers, and how people end reminders. Nothing here sends a message to anybody: what is to be
 * tried again goes into the queue.
 */
@NullMarked
package yunhe.notices;

import org.jspecify.annotations.NullMarked;
