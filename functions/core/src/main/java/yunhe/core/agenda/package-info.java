/**
 * What is due when: reminders, offers that run out, the start, no-shows, and work that has to reach everyone of an
 * activity. A task is stored with the change that makes it due, and is gone when it is done.
 */
@NullMarked
package yunhe.core.agenda;

import org.jspecify.annotations.NullMarked;
