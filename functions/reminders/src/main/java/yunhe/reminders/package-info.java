/**
 * What has to happen because time passes: lines move up though a wake-up was lost, what was not decided by the start
 * expires, who never came is a no-show. Nobody is told anything here; that follows from what changes.
 */
@NullMarked
package yunhe.reminders;

import org.jspecify.annotations.NullMarked;
