package yunhe.pages;

import java.util.List;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Group;
import yunhe.core.activity.Seats;

/**
 * A group and its places, as pages show it.
 *
 * @param available whether there is a place, or one in the line
 */
record GroupLine(String id, String title, String note, Tone tone, boolean available) {

    static List<GroupLine> of(Activity activity, List<Seats> seats, PageTexts texts) {
        return activity.details().groups().stream()
                .map(group -> of(group, seats, texts))
                .toList();
    }

    private static GroupLine of(Group group, List<Seats> all, PageTexts texts) {
        var title = group.title().in(texts.language());
        var seats = all.stream().filter(it -> it.group().equals(group.id())).findFirst();
        if (seats.isEmpty()) {
            return new GroupLine(group.id(), title, texts.count("group.places", group.capacity()), Tone.CALM, true);
        }
        var counted = seats.get();
        if (counted.free() > 0) {
            return new GroupLine(group.id(), title, texts.count("group.free", counted.free()), Tone.GOOD, true);
        }
        return counted.lineIsFull()
                ? new GroupLine(group.id(), title, texts.get("group.full"), Tone.CALM, false)
                : new GroupLine(group.id(), title, texts.count("group.waiting", counted.waiting()), Tone.WAIT, true);
    }
}
