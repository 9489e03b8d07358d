/** Admission at the door: the outcomes of a scan and the window in which doors are open. */
@NullMarked
package yunhe.core.checkin;

import org.jspecify.annotations.NullMarked;
