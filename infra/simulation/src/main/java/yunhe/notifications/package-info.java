/** What the simulation needs of the notifier's wiring, which is nobody else's business. */
@NullMarked
package yunhe.notifications;

import org.jspecify.annotations.NullMarked;
