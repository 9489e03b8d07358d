/**
 * Free short stays: stations with their rooms by night, stays, the lines for them, and what each guest is entitled to.
 * Decisions are pure; the store has the last word on scarcity. No HTTP, no items.
 */
@NullMarked
package yunhe.core.lodging;

import org.jspecify.annotations.NullMarked;
