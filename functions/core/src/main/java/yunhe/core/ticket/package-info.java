/**
 * What a person holds in the hand: the signed ticket and the token of the manage link. Keys are derived from the
 * deployment's secrets. No pictures and no HTTP.
 */
@NullMarked
package yunhe.core.ticket;

import org.jspecify.annotations.NullMarked;
