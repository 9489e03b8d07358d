package yunhe.dynamo.roadshow;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.roadshow.DraftTimetable;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.Timetable;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.roadshow.Unmet;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/** A draft as an item. */
final class DraftItem {

    static final String TYPE = "timetable";

    private DraftItem() {}

    static Map<String, AttributeValue> of(DraftTimetable draft, Instant deleteAt) {
        var people = new PeopleIndex();
        var timetable = draft.timetable();
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", 1)
                .put("roadshow", draft.roadshow().value())
                .put("timetable", draft.id().value())
                .put("madeAt", draft.madeAt().toString())
                .put("score", timetable.score())
                .put("upperBound", timetable.upperBound())
                .put("expiresAt", deleteAt.getEpochSecond());
        SettingItem.put(item, draft.setting(), people);
        item.put(
                        "meetings",
                        Rows.write(timetable.meetings().stream()
                                .map(meeting -> new int[] {
                                    meeting.slot(),
                                    meeting.table(),
                                    people.number(meeting.pair().project()),
                                    people.number(meeting.pair().investor()),
                                    meeting.score()
                                })
                                .toList()))
                .put(
                        "unmet",
                        Rows.write(timetable.unmet().stream()
                                .map(unmet ->
                                        new int[] {people.number(unmet.project()), unmet.meetings(), unmet.minimum()})
                                .toList()))
                .put("people", people.attribute());
        item.map()
                .putAll(ActivityKeys.timetable(draft.roadshow(), draft.id().value())
                        .attributes());
        return item.map();
    }

    static DraftTimetable read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        var people = PeopleIndex.read(item);
        return new DraftTimetable(
                new TimetableId(item.text("timetable")),
                new ActivityId(item.text("roadshow")),
                item.instant("madeAt"),
                SettingItem.read(item, people),
                new Timetable(
                        Rows.read(item.text("meetings")).stream()
                                .map(row -> new Meeting(row[0], row[1], people.pair(row[2], row[3]), row[4]))
                                .toList(),
                        item.smallNumber("score"),
                        item.smallNumber("upperBound"),
                        Rows.read(item.text("unmet")).stream()
                                .map(row -> new Unmet(people.person(row[0]), row[1], row[2]))
                                .toList()));
    }
}
