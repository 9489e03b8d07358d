/**
 * What everything that delivers events has in common: looking for work, sleeping when there is none, and saying when
 * all is quiet.
 */
@NullMarked
package yunhe.local.delivery;

import org.jspecify.annotations.NullMarked;
