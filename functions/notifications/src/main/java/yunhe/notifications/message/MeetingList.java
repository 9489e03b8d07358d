package yunhe.notifications.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.core.activity.Times;
import yunhe.core.roadshow.PublishedTimetable.Entry;
import yunhe.core.roadshow.Slot;

/** Someone's meetings as a mail lists them: when, at which table, with whom. All times are the venue's. */
record MeetingList(MeetingsOccasion occasion, Moments moments) {

    static MeetingList of(MeetingsOccasion occasion) {
        return new MeetingList(
                occasion, new Moments(occasion.language(), times(occasion).zone()));
    }

    /** Those that take place. */
    long count() {
        return occasion.shown().stream().filter(entry -> !entry.withdrawn()).count();
    }

    /** {@code 6 场}, {@code 6 meetings}. */
    String howMany() {
        long count = count();
        return switch (occasion.language()) {
            case ZH -> count + " 场";
            case EN -> count == 1 ? "1 meeting" : count + " meetings";
        };
    }

    /** {@code 12月8日 14:00}; empty for someone without a meeting. */
    String first() {
        return occasion.shown().stream()
                .filter(entry -> !entry.withdrawn())
                .findFirst()
                .map(entry -> moments.shortMoment(slot(entry).startsAt()))
                .orElse("");
    }

    /** What stands above them; empty when there is nothing to list. */
    String label(MessageFile words) {
        return occasion.shown().stream()
                .findFirst()
                .map(entry -> moments.foreignZone(slot(entry).startsAt()))
                .map(zone -> words.line("Meetings", zone))
                .orElse("");
    }

    List<Map<String, Object>> rows(MessageFile words) {
        var rows = new ArrayList<Map<String, Object>>();
        var days = occasion.shown().stream().map(this::day).collect(Collectors.toSet());
        // Said above already, unless it is another one.
        var said = days.size() > 1 ? "" : moments.shortDay(times(occasion).startsInZone());
        for (var entry : occasion.shown()) {
            var day = day(entry);
            rows.add(row(entry, day.equals(said) ? "" : day, words));
            said = day;
        }
        return rows;
    }

    private Map<String, Object> row(Entry entry, String day, MessageFile words) {
        var slot = slot(entry);
        return Map.of(
                "onDay",
                day,
                "time",
                moments.time(moments.local(slot.startsAt())) + "–" + moments.time(moments.local(slot.endsAt())),
                "table",
                words.line("Table", Integer.toString(entry.meeting().table() + 1)),
                "with",
                occasion.organisation(entry).map(Typed::line).orElseGet(() -> words.line("Somebody")),
                "mark",
                mark(entry, words),
                "gone",
                entry.withdrawn(),
                "tone",
                entry.withdrawn() ? "soft" : "ink");
    }

    private String mark(Entry entry, MessageFile words) {
        if (entry.withdrawn()) {
            return words.line("MeetingGone");
        }
        return occasion.isNews(entry) ? words.line("MeetingNew") : "";
    }

    private String day(Entry entry) {
        return moments.shortDay(moments.local(slot(entry).startsAt()));
    }

    private Slot slot(Entry entry) {
        return occasion.timetable().slot(entry.meeting());
    }

    private static Times times(MeetingsOccasion occasion) {
        return occasion.at().activity().times();
    }
}
