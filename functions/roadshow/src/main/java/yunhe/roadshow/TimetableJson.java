package yunhe.roadshow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import yunhe.core.roadshow.DraftTimetable;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.Setting;
import yunhe.web.Json;

/** Timetables as JSON. */
final class TimetableJson {

    private TimetableJson() {}

    static ObjectNode of(DraftTimetable draft, ZoneId zone) {
        var timetable = draft.timetable();
        var body = Json.object()
                .put("id", draft.id().value())
                .put("madeAt", Json.instant(draft.madeAt(), zone))
                .put("score", timetable.score())
                .put("upperBound", timetable.upperBound());
        meetings(body, timetable.meetings());
        var unmet = body.putArray("unmet");
        for (var project : timetable.unmet()) {
            unmet.addObject()
                    .put("project", project.project().value())
                    .put("meetings", project.meetings())
                    .put("minimum", project.minimum());
        }
        return setting(body, draft.setting(), zone);
    }

    static ObjectNode of(PublishedTimetable timetable, ZoneId zone) {
        var body = Json.object()
                .put("id", timetable.draft().value())
                .put("publishedAt", Json.instant(timetable.publishedAt(), zone))
                .put("revision", timetable.revision());
        meetings(body, timetable.meetings());
        return setting(body, timetable.setting(), zone);
    }

    private static void meetings(ObjectNode body, List<Meeting> meetings) {
        var list = body.putArray("meetings");
        for (var meeting : meetings) {
            list.addObject()
                    .put("slot", meeting.slot())
                    .put("table", meeting.table())
                    .put("project", meeting.pair().project().value())
                    .put("investor", meeting.pair().investor().value())
                    .put("score", meeting.score());
        }
    }

    private static ObjectNode setting(ObjectNode body, Setting setting, ZoneId zone) {
        var slots = body.putArray("slots");
        for (var slot : setting.slots()) {
            slots.addObject()
                    .put("startsAt", Json.instant(slot.startsAt(), zone))
                    .put("endsAt", Json.instant(slot.endsAt(), zone));
        }
        body.put("tables", setting.rules().tables())
                .put("maxMeetingsPerProject", setting.rules().maxMeetingsPerProject())
                .put("minMeetingsPerProject", setting.rules().minMeetingsPerProject());
        pairs(body, "pinned", setting.pinned());
        pairs(body, "forbidden", setting.forbidden());
        return body;
    }

    private static void pairs(ObjectNode body, String name, Collection<Pair> pairs) {
        var list = body.putArray(name);
        pairs.forEach(pair -> list.addObject()
                .put("project", pair.project().value())
                .put("investor", pair.investor().value()));
    }
}
