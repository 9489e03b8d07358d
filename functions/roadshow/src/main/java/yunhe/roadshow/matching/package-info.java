/**
 * The best choice of meetings, by a library for flows. Nothing else knows that library, and this knows nothing else.
 */
@NullMarked
package yunhe.roadshow.matching;

import org.jspecify.annotations.NullMarked;
