package yunhe.roadshow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.web.Fields;

/** What an organiser asks of a timetable. Leaves with 400 when something is wrong. */
final class TimetableForm {

    private static final int ID_LENGTH_MAX = 100;

    private final Fields fields;
    private final ActivityId roadshow;

    private TimetableForm(Fields fields, ActivityId roadshow) {
        this.fields = fields;
        this.roadshow = roadshow;
    }

    static Setting parse(Fields fields, ActivityId roadshow) {
        return new TimetableForm(fields, roadshow).parse();
    }

    private Setting parse() {
        var slots = slots();
        var pinned = pairs("pinned");
        var forbidden = pairs("forbidden");
        return new Setting(slots, rules(fields, slots.size()), pinned, forbidden);
    }

    /** Leaves with 400 when these fields, or any that were read before, are wrong. */
    static MeetingRules rules(Fields fields, int slots) {
        var tables = fields.required("tables", fields.integer("tables", 1, MeetingRules.TABLES_MAX));
        var most =
                fields.integer("maxMeetingsPerProject", 1, Profile.MEETINGS_MAX).orElse(Math.max(1, slots));
        var least = fields.integer("minMeetingsPerProject", 0, most).orElse(0);
        fields.orRefuse();
        return new MeetingRules(slots, tables.orElseThrow(), most, least);
    }

    /** In the order given; two may touch, but no one can be at two tables at once. */
    private List<Slot> slots() {
        var given = fields.required("slots", fields.objects("slots", 1, MeetingRules.SLOTS_MAX))
                .orElse(List.of());
        var slots = new ArrayList<Slot>();
        for (var one : given) {
            slot(one).ifPresent(slot -> {
                if (slots.stream().anyMatch(slot::overlaps)) {
                    one.refuse("startsAt", Code.OUT_OF_RANGE);
                }
                slots.add(slot);
            });
        }
        return List.copyOf(slots);
    }

    private static Optional<Slot> slot(Fields one) {
        var start = one.required("startsAt", one.instant("startsAt"));
        var end = one.required("endsAt", one.instant("endsAt"));
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (!start.get().isBefore(end.get())) {
            one.refuse("endsAt", Code.OUT_OF_RANGE);
            return Optional.empty();
        }
        return Optional.of(new Slot(start.get(), end.get()));
    }

    /** In the order given, which is how they are named when one of them cannot be. */
    private Set<Pair> pairs(String name) {
        var pairs = new LinkedHashSet<Pair>();
        for (var one : fields.objects(name, 0, Setting.PAIRS_MAX).orElse(List.of())) {
            var project = participant(one, "project");
            var investor = participant(one, "investor");
            if (project.isPresent() && investor.isPresent() && !pairs.add(new Pair(project.get(), investor.get()))) {
                one.refuse("investor", Code.FORMAT);
            }
        }
        return pairs;
    }

    private Optional<RegistrationId> participant(Fields one, String name) {
        var text = one.required(name, one.line(name, ID_LENGTH_MAX));
        var id = text.flatMap(RegistrationId::parse).filter(it -> it.activity().equals(roadshow));
        if (text.isPresent() && id.isEmpty()) {
            one.refuse(name, Code.UNKNOWN_OPTION);
        }
        return id;
    }
}
