/** Stations, nights, stays, lines and guests in the lodging table: one transaction for whatever changes a stay. */
@NullMarked
package yunhe.dynamo.lodging;

import org.jspecify.annotations.NullMarked;
