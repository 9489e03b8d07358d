/**
 * The meetings of a roadshow: how well a project and an investor fit, which pairs meet, in which slot and at which
 * table, and what becomes of a published timetable when somebody cancels. Numbers and ids only: no activity, no store,
 * no clock; the best choice of pairs comes through the port {@link yunhe.core.roadshow.Matchmaker}.
 */
@NullMarked
package yunhe.core.roadshow;

import org.jspecify.annotations.NullMarked;
