package yunhe.lodging;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.shared.Bilingual;
import yunhe.web.Fields;
import yunhe.web.form.Codes;

/** Reads what an organiser says of a station. Leaves with 400 when something is wrong. */
final class StationForm {

    static final int NAME_LENGTH_MAX = 200;
    static final int ADDRESS_LENGTH_MAX = 300;
    static final int REASON_LENGTH_MAX = 500;
    static final int ROOMS_MAX = 20;
    static final int NIGHT_RULES_MAX = 200;
    static final int PROOFS_MAX = 10;

    /** Usable in an address and as a part of a key. */
    static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private static final int DAYS_MAX = 366;
    private static final int HOURS_MAX = 30 * 24;
    private static final int YEARS_MAX = 100;
    private static final int LINE_MAX = 10_000;
    private static final int OFFER_MINUTES_MAX = 7 * 24 * 60;
    private static final String ZONE_DEFAULT = "Asia/Shanghai";

    private final Fields fields;

    private StationForm(Fields fields) {
        this.fields = fields;
    }

    static StationDetails parse(Fields fields) {
        return new StationForm(fields).parse();
    }

    private StationDetails parse() {
        var name = fields.required("name", fields.bilingual("name", NAME_LENGTH_MAX, false));
        var address = fields.line("address", ADDRESS_LENGTH_MAX).orElse("");
        var zone = zone();
        var checkInFrom = time("checkInFrom", LocalTime.of(14, 0));
        var checkOutUntil = time("checkOutUntil", LocalTime.of(12, 0));
        var noShowAt = time("noShowAt", LocalTime.of(22, 0));
        if (!noShowAt.isAfter(checkInFrom)) {
            fields.refuse("noShowAt", Code.OUT_OF_RANGE);
        }
        var rooms = rooms();
        var policy = policy(fields.object("policy"));
        var nights = nights(rooms);
        fields.orRefuse();
        return new StationDetails(
                name.orElseThrow(), address, zone, checkInFrom, checkOutUntil, noShowAt, rooms, policy, nights);
    }

    private ZoneId zone() {
        var name = fields.line("timeZone", ADDRESS_LENGTH_MAX).orElse(ZONE_DEFAULT);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            fields.refuse("timeZone", Code.UNKNOWN_OPTION);
            return ZoneId.of(ZONE_DEFAULT);
        }
        return ZoneId.of(name);
    }

    private LocalTime time(String name, LocalTime byDefault) {
        try {
            return fields.line(name, NAME_LENGTH_MAX)
                    .map(text -> LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES))
                    .orElse(byDefault);
        } catch (DateTimeException impossible) {
            fields.refuse(name, Code.FORMAT);
            return byDefault;
        }
    }

    private List<RoomType> rooms() {
        var list =
                fields.required("rooms", fields.objects("rooms", 1, ROOMS_MAX)).orElse(List.of());
        var codes = new HashSet<String>();
        var rooms = new ArrayList<RoomType>();
        for (var one : list) {
            var code = one.required("type", one.line("type", NAME_LENGTH_MAX));
            if (code.isPresent() && (!CODE.matcher(code.get()).matches() || !codes.add(code.get()))) {
                one.refuse("type", Code.FORMAT);
            }
            var title = one.bilingual("title", NAME_LENGTH_MAX, false);
            var count = one.required("count", one.integer("count", 0, RoomType.COUNT_MAX));
            var guests = one.choice("for", Wire.ROOMS_FOR).orElse(RoomType.For.ANY);
            if (code.isPresent() && count.isPresent()) {
                rooms.add(new RoomType(code.get(), title.orElse(Bilingual.same(code.get())), count.get(), guests));
            }
        }
        return List.copyOf(rooms);
    }

    private static StayPolicy policy(Fields policy) {
        var byDefault = StayPolicy.DEFAULT;
        var waitlist = policy.object("waitlist");
        return new StayPolicy(
                policy.integer("maxNightsPerStay", 1, Nights.COUNT_MAX).orElse(byDefault.maxNightsPerStay()),
                policy.integer("maxNightsPerYear", 1, DAYS_MAX).orElse(byDefault.maxNightsPerYear()),
                policy.integer("minDaysBetweenStays", 0, DAYS_MAX).orElse(byDefault.minDaysBetweenStays()),
                policy.integer("bookAheadDays", 0, DAYS_MAX).orElse(byDefault.bookAheadDays()),
                policy.choice("approval", Codes.APPROVALS).orElse(byDefault.approval()),
                policy.integer("reviewHours", 1, HOURS_MAX)
                        .map(Duration::ofHours)
                        .orElse(byDefault.reviewFor()),
                policy.integer("graduatedWithinYears", 0, YEARS_MAX),
                policy.integer("maxAge", 0, YEARS_MAX),
                policy.integer("cancelUntilHours", 0, HOURS_MAX)
                        .map(Duration::ofHours)
                        .orElse(byDefault.cancelBefore()),
                new Waitlist(
                        waitlist.integer("capacity", 0, LINE_MAX)
                                .orElse(byDefault.waitlist().capacityPerGroup()),
                        waitlist.choice("promotion", Codes.PROMOTIONS)
                                .orElse(byDefault.waitlist().promotion()),
                        waitlist.integer("offerMinutes", 1, OFFER_MINUTES_MAX)
                                .map(Duration::ofMinutes)
                                .orElse(byDefault.waitlist().offerFor())),
                policy.bool("requireDocument").orElse(false),
                proofs(policy));
    }

    private static List<String> proofs(Fields policy) {
        var proofs = policy.texts("proofs", PROOFS_MAX, NAME_LENGTH_MAX).orElse(List.of());
        if (!proofs.stream().allMatch(kind -> CODE.matcher(kind).matches())
                || new HashSet<>(proofs).size() < proofs.size()) {
            policy.refuse("proofs", Code.FORMAT);
        }
        return proofs;
    }

    private List<NightRule> nights(List<RoomType> rooms) {
        var rules = new ArrayList<NightRule>();
        for (var one : fields.objects("nights", 0, NIGHT_RULES_MAX).orElse(List.of())) {
            var from = one.required("from", one.day("from"));
            var until = one.required("until", one.day("until"));
            if (from.isPresent()
                    && until.filter(day -> !day.isAfter(from.get())).isPresent()) {
                one.refuse("until", Code.OUT_OF_RANGE);
            }
            var roomType = one.line("roomType", NAME_LENGTH_MAX);
            if (roomType.isPresent()
                    && rooms.stream().noneMatch(room -> room.code().equals(roomType.get()))) {
                one.refuse("roomType", Code.UNKNOWN_OPTION);
            }
            var count = one.integer("count", 0, RoomType.COUNT_MAX);
            int blocked = one.integer("blocked", 0, RoomType.COUNT_MAX).orElse(0);
            var reason = one.bilingual("reason", REASON_LENGTH_MAX, true);
            if (count.isEmpty() && blocked == 0) {
                one.required("count", count);
            }
            if (from.isPresent() && until.isPresent()) {
                rules.add(new NightRule(from.get(), until.get(), roomType, count, blocked, reason));
            }
        }
        return List.copyOf(rules);
    }

    static Optional<String> code(Fields fields, String name) {
        var code = fields.line(name, NAME_LENGTH_MAX);
        if (code.filter(it -> !CODE.matcher(it).matches()).isPresent()) {
            fields.refuse(name, Code.FORMAT);
            return Optional.empty();
        }
        return code;
    }
}
