/**
 * What a roadshow has beyond its sign-ups, such as the running order of its pitches. Values and pure decisions; no
 * store and no page.
 */
@NullMarked
package yunhe.core.roadshow;

import org.jspecify.annotations.NullMarked;
