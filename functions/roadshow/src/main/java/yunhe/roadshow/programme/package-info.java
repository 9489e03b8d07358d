/**
 * The running order of the pitches on paper: one page, whatever happens. The fonts that it embeds lie beside it. From
 * values to bytes: no store, no clock.
 */
@NullMarked
package yunhe.roadshow.programme;

import org.jspecify.annotations.NullMarked;
