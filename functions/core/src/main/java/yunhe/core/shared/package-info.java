/**
 * What every context of the domain uses: bilingual texts, rules for typed text, keys derived from secrets, the
 * surroundings of a process. Nothing here knows an activity, a person or a store.
 */
@NullMarked
package yunhe.core.shared;

import org.jspecify.annotations.NullMarked;
