/**
 * What a scanned ticket leads to, whatever it is a ticket for: a place at an activity, or nights at a station. Each has
 * a source of its own behind one scan. No HTTP, no session of the door staff.
 */
@NullMarked
package yunhe.core.door;

import org.jspecify.annotations.NullMarked;
