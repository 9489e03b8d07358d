package yunhe.notifications.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Venue;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.Applicant;
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
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.StaySamples;

/** One guest's stay, and what is told about it. */
final class ToldOfStay extends Told {

    private static final RoomType SINGLE =
            new RoomType("single", new Bilingual("单人间", "Single room"), 20, RoomType.For.ANY);

    static final Nights THREE_NIGHTS = StaySamples.days(7, 3);

    /** Four hours for an offer, a day for a review. */
    static final Instant HELD_UNTIL = NOW.plus(Duration.ofHours(4));

    private final NoticeKind kind;
    private final Language language;
    private String name;
    private StayStatus status;
    private StayHistory history;
    private long version = 2;
    private Nights nights = THREE_NIGHTS;
    private Instant now = NOW;
    private boolean invited;
    private StationDetails details = byTheCanal(StaySamples.policy());

    private ToldOfStay(NoticeKind kind, Language language) {
        this.kind = kind;
        this.language = language;
        this.name = language == Language.ZH ? "韩梅梅" : "Anna Schmidt";
        this.status = statusAfter(kind);
        this.history = historyOf(status);
    }

    static ToldOfStay of(NoticeKind kind, Language language) {
        return new ToldOfStay(kind, language);
    }

    @Override
    ToldOfStay to(String otherName) {
        this.name = otherName;
        return this;
    }

    @Override
    ToldOfStay about(String title) {
        return with(Bilingual.same(title), details.address(), details.rooms());
    }

    /** The address, and what else a station's organiser types. */
    @Override
    ToldOfStay in(Venue venue) {
        var room = details.rooms().getFirst();
        var renamed = new RoomType(room.code(), Bilingual.same(venue.name()), room.count(), room.guests());
        return with(details.name(), venue.address(), List.of(renamed));
    }

    @Override
    ToldOfStay because(Optional<Bilingual> reason) {
        return kind == NoticeKind.STAY_REJECTED
                ? after(it -> it.decided(new Decision(Verdict.REJECT, "reviewer", NOW, reason, 1)))
                : this;
    }

    ToldOfStay at(Instant otherNow) {
        this.now = otherNow;
        return this;
    }

    ToldOfStay during(Nights other) {
        this.nights = other;
        return this;
    }

    ToldOfStay inThe(StationDetails other) {
        this.details = other;
        return this;
    }

    ToldOfStay by(Approval approval, Waitlist.Promotion promotion) {
        return inThe(byTheCanal(StaySamples.policy(approval, promotion)));
    }

    /** In a station whose keepers look at every application. */
    ToldOfStay reviewed() {
        return by(Approval.REVIEW, Waitlist.Promotion.AUTOMATIC);
    }

    ToldOfStay who(StayStatus is) {
        this.status = is;
        this.history = historyOf(is);
        return this;
    }

    ToldOfStay after(UnaryOperator<StayHistory> events) {
        this.history = events.apply(history);
        return this;
    }

    ToldOfStay forTheFirstTime() {
        this.version = 1;
        return this;
    }

    ToldOfStay invited() {
        this.invited = true;
        return this;
    }

    Station station() {
        return new Station(StationId.fresh(new Random(1)), details, 3, 6, NOW);
    }

    @Override
    StayOccasion occasion() {
        var station = station();
        var person = new Person(name, Optional.of(ADDRESS), Optional.of(NUMBER), Optional.empty(), Optional.empty());
        var stay = new Stay(
                StayId.fresh(station.id(), nights.arrive(), new Random(2)),
                SINGLE.code(),
                nights,
                status,
                applicant(person),
                new Stay.Origin(NOW, "2026-11", Optional.empty(), station.terms(nights.arrive()), NOW),
                status == StayStatus.WAITLISTED ? Optional.of(LinePlace.at(NOW, new Random(3))) : Optional.empty(),
                history,
                version);
        return new StayOccasion(new Notice(stay.id(), kind, version), stay, station, invited, now);
    }

    private Applicant applicant(Person person) {
        var usual = StaySamples.applicant(person);
        return new Applicant(
                person,
                usual.gender(),
                usual.graduationDate(),
                usual.identities(),
                usual.purpose(),
                usual.proofs(),
                language);
    }

    private ToldOfStay with(Bilingual title, String address, List<RoomType> rooms) {
        return inThe(new StationDetails(
                title,
                address,
                details.zone(),
                details.checkInFrom(),
                details.checkOutUntil(),
                details.noShowAt(),
                rooms,
                details.policy(),
                details.nightRules()));
    }

    private static StationDetails byTheCanal(StayPolicy policy) {
        var usual = StaySamples.station(policy);
        return new StationDetails(
                new Bilingual("青荷驿站 · 运河站", "Qinghe Station by the Canal"),
                "拱墅区小河路 88 号",
                usual.zone(),
                usual.checkInFrom(),
                usual.checkOutUntil(),
                usual.noShowAt(),
                List.of(SINGLE),
                policy,
                usual.nightRules());
    }

    private static StayStatus statusAfter(NoticeKind kind) {
        return switch (kind.news()) {
            case CONFIRMED, PROMOTED, CHANGED -> StayStatus.CONFIRMED;
            case WAITLISTED -> StayStatus.WAITLISTED;
            case PENDING -> StayStatus.PENDING;
            case OFFERED -> StayStatus.OFFERED;
            case REJECTED -> StayStatus.REJECTED;
            case CANCELLED -> StayStatus.CANCELLED;
            case EXPIRED -> StayStatus.EXPIRED;
            case CALLED_OFF, MEETINGS, REMINDER, LINK ->
                throw new IllegalArgumentException(kind + " is not told about stays");
        };
    }

    private static StayHistory historyOf(StayStatus status) {
        return switch (status) {
            case CONFIRMED, CHECKED_IN -> StayHistory.NONE.confirmed(NOW);
            case OFFERED -> StayHistory.NONE.offered(HELD_UNTIL);
            case PENDING -> StayHistory.NONE.heldUntil(NOW.plus(Duration.ofDays(1)));
            case WAITLISTED, REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> StayHistory.NONE;
        };
    }
}
