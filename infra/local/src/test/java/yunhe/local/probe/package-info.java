/** Handlers for the runner's own tests: they do little and remember what they were given. */
@NullMarked
package yunhe.local.probe;

import org.jspecify.annotations.NullMarked;
