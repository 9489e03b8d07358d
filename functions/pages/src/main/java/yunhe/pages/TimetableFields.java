package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.pages.TimetableView.Party;
import yunhe.pages.TimetableView.Proposal;
import yunhe.pages.TimetableView.Rules;

/** Makes the fields of the forms that have a timetable solved and that pin or forbid a pair. */
record TimetableFields(TimetableView view, Fields fields) {

    /** A matching session as most of them are. */
    private static final int MINUTES = 15;

    private static final int PAUSE = 5;
    private static final int SLOTS = 8;
    private static final int TABLES = 20;
    private static final int MEETINGS_MAX = 6;
    private static final int MEETINGS_MIN = 1;

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    static TimetableFields of(TimetableView view, PageTexts texts) {
        var typed = new HashMap<>(view.plan() instanceof Proposal proposal ? of(proposal.rules(), view) : usual(view));
        typed.putAll(view.form().typed());
        return new TimetableFields(
                view,
                new Fields(
                        texts,
                        new SignUpForm(
                                Map.copyOf(typed),
                                view.form().errors(),
                                view.form().trouble())));
    }

    List<Field> rules() {
        return List.of(
                fields.field("slots.first", true, Field.Line.of("datetime-local")),
                number("slots.minutes"),
                number("slots.pause"),
                number("slots.count"),
                number("tables"),
                number("maxMeetingsPerProject"),
                number("minMeetingsPerProject"));
    }

    List<Field> pair() {
        return List.of(party("project", view.projects()), party("investor", view.investors()));
    }

    private Field number(String name) {
        return fields.field(name, true, Field.Line.of("number").inputMode("numeric"));
    }

    private Field party(String name, List<Party> parties) {
        var options = parties.stream()
                .map(it -> Field.Option.of(it.id(), it.organisation()))
                .toList();
        return fields.field(name, true, new Field.Select(options));
    }

    private static Map<String, List<String>> usual(TimetableView view) {
        return typed(Map.of(
                "slots.first", moment(view.show().startsAt(), view),
                "slots.minutes", MINUTES,
                "slots.pause", PAUSE,
                "slots.count", SLOTS,
                "tables", TABLES,
                "maxMeetingsPerProject", MEETINGS_MAX,
                "minMeetingsPerProject", MEETINGS_MIN));
    }

    /** As it was solved last. Slots of uneven length, which the contract allows, become even. */
    private static Map<String, List<String>> of(Rules rules, TimetableView view) {
        var slots = rules.slots();
        var first = slots.getFirst();
        long pause =
                slots.size() == 1 ? PAUSE : minutes(first.endsAt(), slots.get(1).startsAt());
        return typed(Map.of(
                "slots.first", moment(first.startsAt(), view),
                "slots.minutes", minutes(first.startsAt(), first.endsAt()),
                "slots.pause", Math.max(0, pause),
                "slots.count", slots.size(),
                "tables", rules.tables(),
                "maxMeetingsPerProject", rules.maxMeetingsPerProject(),
                "minMeetingsPerProject", rules.minMeetingsPerProject()));
    }

    private static long minutes(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes();
    }

    private static String moment(Instant at, TimetableView view) {
        return TYPED.format(at.atZone(view.show().zone()));
    }

    private static Map<String, List<String>> typed(Map<String, ?> values) {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> List.of(String.valueOf(it.getValue()))));
    }
}
