/**
 * The tick of the schedule: does what the core's agenda says is due. Nobody is told anything here; that follows from
 * what changes.
 */
@NullMarked
package yunhe.reminders;

import org.jspecify.annotations.NullMarked;
