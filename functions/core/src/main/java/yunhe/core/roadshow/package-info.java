/**
 * What is special about roadshows: the directory, wishes, how well a project and an investor fit, which pairs meet, in
 * which slot and at which table, what becomes of a published timetable when somebody comes or goes, and the programme
 * of pitches. The best choice of pairs comes through the port {@link yunhe.core.roadshow.Matchmaker}.
 */
@NullMarked
package yunhe.core.roadshow;

import org.jspecify.annotations.NullMarked;
