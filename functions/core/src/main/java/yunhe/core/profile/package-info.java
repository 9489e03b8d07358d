/**
 * What a participant of a roadshow says about itself: a project that looks for money, or an investor that has some. The
 * sectors and stages there are stand in two data files. No activity and no store.
 */
@NullMarked
package yunhe.core.profile;

import org.jspecify.annotations.NullMarked;
