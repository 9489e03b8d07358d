package yunhe.dynamo.roadshow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.TimetableId;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/** The published timetable as an item. Its version is the timetable's revision. */
final class PublishedItem {

    static final String TYPE = "timetable.published";

    private static final int WITHDRAWN = 1;

    private PublishedItem() {}

    static Map<String, AttributeValue> of(PublishedTimetable timetable, Instant deleteAt) {
        var item = facts(timetable).put("expiresAt", deleteAt.getEpochSecond());
        item.map().putAll(ActivityKeys.publishedTimetable(timetable.roadshow()).attributes());
        return item.map();
    }

    /** Everything that it says, in the place of what an earlier revision said. How long it is kept stays as it is. */
    static Update.Builder replace(PublishedTimetable next) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var set = new StringJoiner(", ", "SET ", "");
        facts(next).map().forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
            set.add("#" + name + " = :" + name);
        });
        values.put(":before", Attributes.number(next.revision() - 1L));
        return Update.builder()
                .key(ActivityKeys.publishedTimetable(next.roadshow()).attributes())
                .updateExpression(set.toString())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }

    private static Attributes facts(PublishedTimetable timetable) {
        var people = new PeopleIndex();
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", timetable.revision())
                .put("roadshow", timetable.roadshow().value())
                .put("timetable", timetable.draft().value())
                .put("publishedAt", timetable.publishedAt().toString());
        SettingItem.put(item, timetable.setting(), people);
        return item.put(
                        "meetings",
                        Rows.write(timetable.entries().stream()
                                .map(entry -> row(entry, people))
                                .toList()))
                .put(
                        "takesPart",
                        Rows.write(timetable.people().entrySet().stream()
                                .map(person -> new int[] {people.number(person.getKey()), person.getValue()})
                                .toList()))
                .put("people", people.attribute());
    }

    private static int[] row(PublishedTimetable.Entry entry, PeopleIndex people) {
        var meeting = entry.meeting();
        return new int[] {
            meeting.slot(),
            meeting.table(),
            people.number(meeting.pair().project()),
            people.number(meeting.pair().investor()),
            meeting.score(),
            entry.since(),
            entry.withdrawn() ? WITHDRAWN : 0
        };
    }

    static PublishedTimetable read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        var people = PeopleIndex.read(item);
        var takesPart = new HashMap<RegistrationId, Integer>();
        Rows.read(item.text("takesPart")).forEach(row -> takesPart.put(people.person(row[0]), row[1]));
        return new PublishedTimetable(
                new ActivityId(item.text("roadshow")),
                new TimetableId(item.text("timetable")),
                item.instant("publishedAt"),
                SettingItem.read(item, people),
                Rows.read(item.text("meetings")).stream()
                        .map(row -> new PublishedTimetable.Entry(
                                new Meeting(row[0], row[1], people.pair(row[2], row[3]), row[4]),
                                row[5],
                                row[6] == WITHDRAWN))
                        .toList(),
                takesPart,
                item.smallNumber("version"));
    }
}
