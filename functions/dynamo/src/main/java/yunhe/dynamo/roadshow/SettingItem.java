package yunhe.dynamo.roadshow;

import java.time.Instant;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.dynamo.Attributes;

/** What the organiser laid down for the meetings, as part of a timetable's item. */
final class SettingItem {

    private static final String UNTIL = "/";

    private SettingItem() {}

    static void put(Attributes item, Setting setting, PeopleIndex people) {
        item.put(
                        "slots",
                        Attributes.texts(setting.slots().stream()
                                .map(slot -> slot.startsAt() + UNTIL + slot.endsAt())
                                .toList()))
                .put("tables", setting.rules().tables())
                .put("maxMeetingsPerProject", setting.rules().maxMeetingsPerProject())
                .put("minMeetingsPerProject", setting.rules().minMeetingsPerProject())
                .put("pinned", people.write(setting.pinned()))
                .put("forbidden", people.write(setting.forbidden()));
    }

    static Setting read(Attributes item, PeopleIndex people) {
        var slots = item.texts("slots").stream().map(SettingItem::slot).toList();
        return new Setting(
                slots,
                new MeetingRules(
                        slots.size(),
                        item.smallNumber("tables"),
                        item.smallNumber("maxMeetingsPerProject"),
                        item.smallNumber("minMeetingsPerProject")),
                people.pairs(item.text("pinned")),
                people.pairs(item.text("forbidden")));
    }

    private static Slot slot(String text) {
        int middle = text.indexOf(UNTIL);
        return new Slot(Instant.parse(text.substring(0, middle)), Instant.parse(text.substring(middle + 1)));
    }
}
