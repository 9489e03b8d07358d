package yunhe.activities;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Group;
import yunhe.core.activity.Kind;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.activity.Waitlist;
import yunhe.core.profile.RoadshowGroups;
import yunhe.core.shared.Bilingual;
import yunhe.web.Fields;
import yunhe.web.form.Codes;

/** An organiser's description of an activity, with every default filled in. Leaves with 400 when something is wrong. */
final class ActivityForm {

    static final int TITLE_LENGTH_MAX = 200;
    static final int SUMMARY_LENGTH_MAX = 5_000;
    static final int VENUE_LENGTH_MAX = 300;
    static final int AGE_MAX = 150;
    static final int OFFER_MINUTES_MAX = 7 * 24 * 60;

    /** Usable in an address, and without the dot that nests the names of a form. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private static final String ZONE_DEFAULT = "Asia/Shanghai";

    private final ActivityType type;
    private final Fields fields;

    private ActivityForm(ActivityType type, Fields fields) {
        this.type = type;
        this.fields = fields;
    }

    static ActivityDetails parse(ActivityType type, Fields fields) {
        return new ActivityForm(type, fields).parse();
    }

    private ActivityDetails parse() {
        // A roadshow is all of one kind.
        var kind = type == ActivityType.GATHERING
                ? fields.required("kind", fields.choice("kind", Wire.KINDS))
                : Optional.<Kind>empty();
        var title = fields.required("title", fields.bilingual("title", TITLE_LENGTH_MAX, false));
        var summary = fields.bilingual("summary", SUMMARY_LENGTH_MAX, true);
        var venue = venue(fields.object("venue"));
        var times = times();
        var approval = fields.choice("approval", Codes.APPROVALS).orElse(Approval.AUTOMATIC);
        var groups = groups();
        var waitlist = waitlist(fields.object("waitlist"));
        var eligibility = eligibility(fields.object("eligibility"));
        var questions = QuestionsForm.parse(fields);
        var reminders = fields.texts("reminders", RemindersForm.COUNT_MAX, VENUE_LENGTH_MAX)
                .map(texts -> RemindersForm.parse(fields, texts))
                .orElse(ActivityDetails.REMINDERS_DEFAULT);
        fields.orRefuse();
        return new ActivityDetails(
                kind,
                new ActivityDetails.Headline(title.orElseThrow(), summary, venue),
                times.orElseThrow(),
                new ActivityDetails.Admission(approval, groups, waitlist, eligibility),
                questions,
                List.<TemporalAmount>copyOf(reminders));
    }

    private static Optional<Venue> venue(Fields venue) {
        var name = venue.line("name", VENUE_LENGTH_MAX).orElse("");
        var address = venue.line("address", VENUE_LENGTH_MAX).orElse("");
        return name.isEmpty() && address.isEmpty() ? Optional.empty() : Optional.of(new Venue(name, address));
    }

    private Optional<Times> times() {
        var zone = zone();
        var startsAt = fields.required("startsAt", instant("startsAt"));
        var endsAt = fields.required("endsAt", instant("endsAt"));
        var opensAt = instant("registrationOpensAt");
        var closesAt = instant("registrationClosesAt");
        var cancelUntil = instant("cancelUntil");
        if (startsAt.isEmpty() || endsAt.isEmpty()) {
            return Optional.empty();
        }
        var start = startsAt.get();
        var end = endsAt.get();
        var times = new Times(zone, start, end, opensAt, closesAt.orElse(start), cancelUntil.orElse(start));
        if (!start.isBefore(end) || end.isAfter(start.plus(Activity.LENGTH_MAX))) {
            fields.refuse("endsAt", Code.OUT_OF_RANGE);
            return Optional.empty();
        }
        if (closesAt.filter(end::isBefore).isPresent()) {
            fields.refuse("registrationClosesAt", Code.OUT_OF_RANGE);
        } else if (opensAt.filter(opens -> !opens.isBefore(times.registrationClosesAt()))
                .isPresent()) {
            fields.refuse(closesAt.isPresent() ? "registrationClosesAt" : "registrationOpensAt", Code.OUT_OF_RANGE);
        }
        if (cancelUntil.filter(end::isBefore).isPresent()) {
            fields.refuse("cancelUntil", Code.OUT_OF_RANGE);
        }
        return Optional.of(times);
    }

    /** As fine as it is answered, so that what was read and is sent back is no change. */
    private Optional<Instant> instant(String name) {
        return fields.instant(name).map(it -> it.truncatedTo(ChronoUnit.MILLIS));
    }

    private ZoneId zone() {
        var name = fields.line("timeZone", VENUE_LENGTH_MAX).orElse(ZONE_DEFAULT);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            fields.refuse("timeZone", Code.UNKNOWN_OPTION);
            return ZoneId.of(ZONE_DEFAULT);
        }
        return ZoneId.of(name);
    }

    private List<Group> groups() {
        var list = fields.required("groups", fields.objects("groups", 1, Group.GROUPS_MAX))
                .orElse(List.of());
        var ids = new HashSet<String>();
        var groups = new ArrayList<Group>();
        for (var one : list) {
            var id = id(one, ids::add);
            if (type == ActivityType.ROADSHOW
                    && id.filter(it -> !RoadshowGroups.IDS.contains(it)).isPresent()) {
                one.refuse("id", Code.UNKNOWN_OPTION, RoadshowGroups.IDS);
            }
            var title = one.bilingual("title", TITLE_LENGTH_MAX, false);
            var capacity = one.required("capacity", one.integer("capacity", 0, Group.CAPACITY_MAX));
            var approval = one.choice("approval", Codes.APPROVALS);
            if (id.isPresent() && capacity.isPresent()) {
                groups.add(new Group(id.get(), title.orElseGet(() -> titleOf(id.get())), capacity.get(), approval));
            }
        }
        return List.copyOf(groups);
    }

    private Bilingual titleOf(String group) {
        return type == ActivityType.ROADSHOW ? RoadshowGroups.title(group) : Bilingual.same(group);
    }

    /** An id that is fit for an address and not taken in its list. */
    static Optional<String> id(Fields one, Function<String, Boolean> isFirst) {
        var id = one.required("id", one.line("id", VENUE_LENGTH_MAX));
        if (id.isPresent() && (!ID.matcher(id.get()).matches() || !isFirst.apply(id.get()))) {
            one.refuse("id", Code.FORMAT);
            return Optional.empty();
        }
        return id;
    }

    private static Waitlist waitlist(Fields waitlist) {
        var byDefault = Waitlist.DEFAULT;
        return new Waitlist(
                waitlist.integer("capacity", 0, Group.CAPACITY_MAX).orElse(byDefault.capacityPerGroup()),
                waitlist.choice("promotion", Codes.PROMOTIONS).orElse(byDefault.promotion()),
                waitlist.integer("offerMinutes", 1, OFFER_MINUTES_MAX)
                        .map(Duration::ofMinutes)
                        .orElse(byDefault.offerFor()));
    }

    private static Eligibility eligibility(Fields eligibility) {
        var minAge = eligibility.integer("minAge", 0, AGE_MAX);
        var maxAge = eligibility.integer("maxAge", 0, AGE_MAX);
        if (minAge.isPresent() && maxAge.isPresent() && minAge.get() > maxAge.get()) {
            eligibility.refuse("maxAge", Code.OUT_OF_RANGE, minAge.get(), AGE_MAX);
        }
        return new Eligibility(minAge, maxAge);
    }
}
