package yunhe.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Registration.Request;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/** Stations and guests as tests need them. */
public final class StaySamples {

    /** Ten in the morning in Hangzhou, on a Tuesday. */
    public static final Instant NOW = Samples.NOW;

    public static final ZoneId HANGZHOU = ZoneId.of("Asia/Shanghai");
    public static final LocalDate TODAY = NOW.atZone(HANGZHOU).toLocalDate();

    private StaySamples() {}

    /**
     * Without a rule about who may stay; 30 nights a year, so that tests mention entitlement only where they mean it.
     */
    public static StayPolicy policy() {
        return new StayPolicy(
                10,
                30,
                0,
                60,
                Approval.AUTOMATIC,
                Duration.ofHours(24),
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(24),
                new Waitlist(50, Waitlist.Promotion.AUTOMATIC, Duration.ofHours(4)),
                false,
                List.of());
    }

    public static StayPolicy reviewed() {
        return policy(Approval.REVIEW, Waitlist.Promotion.AUTOMATIC);
    }

    public static StayPolicy offering() {
        return policy(Approval.AUTOMATIC, Waitlist.Promotion.OFFER);
    }

    public static StayPolicy policy(Approval approval, Waitlist.Promotion promotion) {
        var policy = policy();
        return new StayPolicy(
                policy.maxNightsPerStay(),
                policy.maxNightsPerYear(),
                policy.minDaysBetweenStays(),
                policy.bookAheadDays(),
                approval,
                policy.reviewFor(),
                policy.graduatedWithinYears(),
                policy.maxAge(),
                policy.cancelBefore(),
                new Waitlist(
                        policy.waitlist().capacityPerGroup(),
                        promotion,
                        policy.waitlist().offerFor()),
                policy.requireDocument(),
                policy.proofs());
    }

    public static StayPolicy entitling(int nightsPerYear, int daysBetween) {
        var policy = policy();
        return new StayPolicy(
                policy.maxNightsPerStay(),
                nightsPerYear,
                daysBetween,
                policy.bookAheadDays(),
                policy.approval(),
                policy.reviewFor(),
                policy.graduatedWithinYears(),
                policy.maxAge(),
                policy.cancelBefore(),
                policy.waitlist(),
                policy.requireDocument(),
                policy.proofs());
    }

    /** A station in Hangzhou with these rooms, as {@code single:2}. */
    public static StationDetails station(StayPolicy policy, String... rooms) {
        return station(HANGZHOU, policy, rooms);
    }

    public static StationDetails station(ZoneId zone, StayPolicy policy, String... rooms) {
        return new StationDetails(
                new Bilingual("青荷驿站", "Lotus Station"),
                "1 Sample Road",
                zone,
                LocalTime.of(14, 0),
                LocalTime.of(12, 0),
                LocalTime.of(22, 0),
                Arrays.stream(rooms).map(StaySamples::room).toList(),
                policy,
                List.of());
    }

    private static RoomType room(String text) {
        var parts = text.split(":", 2);
        return new RoomType(parts[0], Bilingual.same(parts[0]), Integer.parseInt(parts[1]), RoomType.For.ANY);
    }

    /** Nights from so many days after today, for so many nights. */
    public static Nights days(int after, int nights) {
        return new Nights(TODAY.plusDays(after), TODAY.plusDays(after + nights));
    }

    public static Applicant applicant(Person person) {
        return new Applicant(
                person,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 6, 30)),
                new ArrayList<>(Samples.PERSON_KEYS.of("stays", person)),
                Optional.empty(),
                List.of(),
                Language.ZH);
    }

    /** Asks for a room of type {@code single}, and waits if there is none. */
    public static BookStay.Application booking(StationId station, Person person, Nights nights) {
        return booking(station, person, nights, "single", true);
    }

    public static BookStay.Application booking(
            StationId station, Person person, Nights nights, String room, boolean joinWaitlist) {
        return booking(station, applicant(person), nights, room, joinWaitlist, Optional.empty());
    }

    public static BookStay.Application booking(
            StationId station,
            Applicant applicant,
            Nights nights,
            String room,
            boolean joinWaitlist,
            Optional<Request> request) {
        return new BookStay.Application(
                Optional.of(station),
                applicant.identities(),
                request,
                Optional.empty(),
                found -> new BookStay.Form.Valid(
                        found.details().room(room).orElseThrow(), nights, applicant, joinWaitlist));
    }

    public static StationDetails changed(StationDetails details, UnaryOperator<StayPolicy> policy) {
        return new StationDetails(
                details.name(),
                details.address(),
                details.zone(),
                details.checkInFrom(),
                details.checkOutUntil(),
                details.noShowAt(),
                details.rooms(),
                policy.apply(details.policy()),
                details.nightRules());
    }
}
