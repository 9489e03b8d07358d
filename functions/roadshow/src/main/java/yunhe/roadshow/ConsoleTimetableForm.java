package yunhe.roadshow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.web.Fields;

/**
 * The form of the organiser's page: slots of one length with one pause between them, in the venue's zone. Leaves with
 * 400 when something is wrong.
 */
final class ConsoleTimetableForm {

    private static final int MINUTES_MAX = 240;
    private static final int TIME_LENGTH_MAX = 40;

    private ConsoleTimetableForm() {}

    static Setting parse(Fields fields, ZoneId zone, Set<Pair> pinned, Set<Pair> forbidden) {
        var slots = fields.object("slots");
        var first = slots.required("first", first(slots, zone));
        var minutes = slots.required("minutes", slots.integer("minutes", 1, MINUTES_MAX));
        var pause = slots.integer("pause", 0, MINUTES_MAX).orElse(0);
        var count = slots.required("count", slots.integer("count", 1, MeetingRules.SLOTS_MAX));
        if (first.isEmpty() || minutes.isEmpty() || count.isEmpty()) {
            // Everything that is wrong is said at once.
            TimetableForm.rules(fields, 1);
            throw new IllegalStateException("what is missing was noted");
        }
        var length = Duration.ofMinutes(minutes.get());
        var step = length.plusMinutes(pause);
        var all = IntStream.range(0, count.get())
                .mapToObj(i -> first.get().plus(step.multipliedBy(i)))
                .map(start -> new Slot(start, start.plus(length)))
                .toList();
        return setting(fields, all, pinned, forbidden);
    }

    private static Setting setting(Fields fields, List<Slot> slots, Set<Pair> pinned, Set<Pair> forbidden) {
        return new Setting(slots, TimetableForm.rules(fields, slots.size()), pinned, forbidden);
    }

    /** As browsers send a {@code datetime-local}. */
    private static Optional<Instant> first(Fields slots, ZoneId zone) {
        var text = slots.line("first", TIME_LENGTH_MAX);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text.get()).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            slots.refuse("first", Code.FORMAT);
            return Optional.empty();
        }
    }
}
