/**
 * Admission at the door: the outcomes of a scan, the window in which doors are open, and taking an admission back. No
 * HTTP, no session of the door staff.
 */
@NullMarked
package yunhe.core.checkin;

import org.jspecify.annotations.NullMarked;
