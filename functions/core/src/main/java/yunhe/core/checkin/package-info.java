/**
 * Admission to activities: who was admitted, when and by whom, taking that back, and the outcomes that a scan of any
 * ticket can have. No HTTP, no tickets.
 */
@NullMarked
package yunhe.core.checkin;

import org.jspecify.annotations.NullMarked;
