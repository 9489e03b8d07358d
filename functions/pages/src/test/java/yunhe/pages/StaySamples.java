package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import yunhe.core.activity.Approval;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.lodging.StayStatus;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;

/** Stations and stays to look at. */
final class StaySamples {
    static final RoomType SINGLE = new RoomType("single", new Bilingual("单人间", "Single room"), 20, RoomType.For.ANY);
    static final RoomType WOMEN =
            new RoomType("bed-women", new Bilingual("四人间床位", "Bed in a room for four"), 12, RoomType.For.WOMEN);
    static final RoomType MEN =
            new RoomType("bed-men", new Bilingual("四人间床位", "Bed in a room for four"), 8, RoomType.For.MEN);

    private StaySamples() {}

    /** Reviews, asks for everything, and is closed for some nights. */
    static Station canal() {
        var policy = new StayPolicy(
                6,
                6,
                0,
                30,
                Approval.REVIEW,
                Duration.ofHours(24),
                Optional.of(2),
                Optional.empty(),
                Duration.ofHours(24),
                Waitlist.DEFAULT,
                true,
                List.of("graduation", "interview"));
        return station(1, new Bilingual("运河湾青荷驿站", "Canal Bay Station"), policy, List.of(SINGLE, WOMEN, MEN));
    }

    /** Confirms at once, and offers what becomes free. */
    static Station bridge() {
        var policy = new StayPolicy(
                15,
                15,
                30,
                60,
                Approval.AUTOMATIC,
                Duration.ofHours(24),
                Optional.empty(),
                Optional.of(35),
                Duration.ZERO,
                new Waitlist(20, Waitlist.Promotion.OFFER, Duration.ofHours(4)),
                false,
                List.of());
        return station(2, new Bilingual("拱宸桥青年驿站", "Gongchen Bridge Youth Station"), policy, List.of(SINGLE));
    }

    static Station withoutLine(Station station) {
        var policy = station.details().policy();
        var none = new Waitlist(0, Waitlist.Promotion.AUTOMATIC, Duration.ofHours(4));
        return station(
                3,
                station.details().name(),
                new StayPolicy(
                        policy.maxNightsPerStay(),
                        policy.maxNightsPerYear(),
                        policy.minDaysBetweenStays(),
                        policy.bookAheadDays(),
                        policy.approval(),
                        policy.reviewFor(),
                        policy.graduatedWithinYears(),
                        policy.maxAge(),
                        policy.cancelBefore(),
                        none,
                        policy.requireDocument(),
                        policy.proofs()),
                station.details().rooms());
    }

    private static Station station(long number, Bilingual name, StayPolicy policy, List<RoomType> rooms) {
        var repairs = new NightRule(
                LocalDate.parse("2026-12-10"),
                LocalDate.parse("2026-12-13"),
                Optional.empty(),
                Optional.of(0),
                0,
                Optional.of(new Bilingual("消防设施检修", "The fire alarm is being repaired")));
        var details = new StationDetails(
                name,
                "拱墅区小河路 488 号",
                ZoneId.of("Asia/Shanghai"),
                LocalTime.of(14, 0),
                LocalTime.NOON,
                LocalTime.of(22, 0),
                rooms,
                policy,
                List.of(repairs));
        return new Station(StationId.fresh(new Random(number)), details, 1, policy.maxNightsPerStay(), Samples.NOW);
    }

    /** From 2 to 4 December no single room is free, and few in the nights around. */
    static Availability availability(Station station) {
        var taken = new HashMap<LocalDate, Map<String, Integer>>();
        var first = LocalDate.parse("2026-11-24");
        for (int day = 0; day < 60; day++) {
            taken.put(first.plusDays(day), Map.of("single", 9 + day * 7 % 11, "bed-women", day * 5 % 13, "bed-men", 2));
        }
        taken.put(LocalDate.parse("2026-12-01"), Map.of("single", 19, "bed-women", 3));
        LocalDate.parse("2026-12-02")
                .datesUntil(LocalDate.parse("2026-12-04"))
                .forEach(night -> taken.put(night, Map.of("single", 20, "bed-women", 4, "bed-men", 8)));
        return new Availability(station.details(), taken);
    }

    /** Three nights from 1 December. */
    static Stay stay(Station station, StayStatus status) {
        return stay(station, status, new Nights(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-04")));
    }

    static Stay stay(Station station, StayStatus status, Nights nights) {
        var person = new Person(
                "韩梅梅", Optional.of(new Email("han@example.com")), Optional.empty(), Optional.empty(), Optional.empty());
        var applicant = new Applicant(
                person,
                Optional.of(RoomType.Gender.FEMALE),
                Optional.of(LocalDate.parse("2026-06-30")),
                new PersonKeys(Secrets.identity(Samples.environment())).of("stays", person),
                Optional.empty(),
                List.of(),
                Language.ZH);
        var arrive = nights.arrive();
        return new Stay(
                StayId.fresh(station.id(), arrive, new Random(3)),
                "single",
                nights,
                status,
                applicant,
                new Stay.Origin(
                        Samples.NOW,
                        "2026-11",
                        Optional.empty(),
                        station.terms(arrive),
                        Samples.NOW.plus(Duration.ofDays(200))),
                status == StayStatus.WAITLISTED
                        ? Optional.of(LinePlace.at(Samples.NOW, new Random(1)))
                        : Optional.empty(),
                history(status),
                1);
    }

    private static StayHistory history(StayStatus status) {
        var soon = Instant.parse("2026-11-25T02:00:00Z");
        return switch (status) {
            case PENDING -> StayHistory.NONE.heldUntil(soon);
            case OFFERED -> StayHistory.NONE.offered(soon);
            case CONFIRMED, NO_SHOW, CHECKED_IN, CHECKED_OUT -> StayHistory.NONE.confirmed(Samples.NOW);
            case WAITLISTED, REJECTED, CANCELLED, EXPIRED -> StayHistory.NONE;
        };
    }

    static Stay with(Stay stay, UnaryOperator<StayHistory> change) {
        return stay.moved(stay.status(), change.apply(stay.history()));
    }
}
