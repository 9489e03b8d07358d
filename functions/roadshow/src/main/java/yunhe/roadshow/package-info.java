/**
 * Roadshows: sign-up by role, the directory, wishes, the meeting timetable and the running order of pitches, for
 * participants and for those who organise. What a gathering has as well is in {@code activities}.
 */
@NullMarked
package yunhe.roadshow;

import org.jspecify.annotations.NullMarked;
