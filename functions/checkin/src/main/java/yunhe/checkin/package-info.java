/**
 * The door: {@code /checkins} for programs with a token, {@code /door} for staff with a browser. Both lead to the same
 * use case; what a scan means is decided in the core.
 */
@NullMarked
package yunhe.checkin;

import org.jspecify.annotations.NullMarked;
