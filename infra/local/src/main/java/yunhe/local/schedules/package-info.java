/** ScheduleV2 events, on the movable clock. */
@NullMarked
package yunhe.local.schedules;

import org.jspecify.annotations.NullMarked;
