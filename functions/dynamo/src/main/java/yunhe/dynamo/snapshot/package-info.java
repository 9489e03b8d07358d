/**
 * What a function does before Lambda keeps it as a snapshot (SnapStart): it rehearses its work against a store that is
 * not there, so that every copy begins with classes loaded and code compiled. Nothing that a copy must have of its own
 * (ids, times, credentials, connections) comes from here, and no table is read or written.
 */
@NullMarked
package yunhe.dynamo.snapshot;

import org.jspecify.annotations.NullMarked;
