package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Subject;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;

/** No guest is told what is no longer so, or no longer of any use. */
class StayStillTrueTest {

    private static final Optional<String> TOLD = Optional.empty();
    private static final Optional<String> LATE = Optional.of("late");
    private static final Optional<String> OUTDATED = Optional.of("outdated");

    private static final Nights NIGHTS = StaySamples.days(7, 3);
    private static final Station STATION = new Station(
            StationId.fresh(new Random(1)),
            StaySamples.station(StaySamples.policy(Approval.REVIEW, Waitlist.Promotion.OFFER), "single:5"),
            1,
            6,
            Samples.NOW);
    private static final Instant FIRST_NIGHT_ENDS =
            STATION.startOf(NIGHTS.arrive().plusDays(1));
    private static final Instant OVER = STATION.startOf(NIGHTS.depart());

    static Stream<NoticeKind> ofStays() {
        return Stream.of(NoticeKind.values()).filter(kind -> kind.sort() == Subject.Sort.STAY);
    }

    static Stream<Arguments> everything() {
        return ofStays().flatMap(kind -> Stream.of(StayStatus.values()).map(status -> Arguments.of(kind, status)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void what_is_told_is_so(NoticeKind kind, StayStatus status) {
        boolean holds = kind == NoticeKind.STAY_CHANGED
                ? List.of(
                                StayStatus.CONFIRMED,
                                StayStatus.PENDING,
                                StayStatus.WAITLISTED,
                                StayStatus.OFFERED,
                                StayStatus.CHECKED_IN)
                        .contains(status)
                : status == statusOf(kind);
        assertEquals(holds ? TOLD : OUTDATED, objection(kind, stay(status), Samples.NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeKind.class,
            names = {"STAY_PROMOTED", "STAY_CONFIRMED", "STAY_CHANGED"})
    void an_invitation_is_of_use_until_the_stay_is_over(NoticeKind kind) {
        var end = kind == NoticeKind.STAY_PROMOTED ? FIRST_NIGHT_ENDS : OVER;
        var stay = stay(StayStatus.CONFIRMED);

        assertEquals(TOLD, objection(kind, stay, end.minusNanos(1)));
        assertEquals(LATE, objection(kind, stay, end));
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeKind.class,
            names = {"STAY_WAITLISTED", "STAY_PENDING", "STAY_OFFERED"})
    void whoever_waits_hears_no_more_of_it_once_nobody_can_have_the_first_night(NoticeKind kind) {
        var stay = stay(statusOf(kind));

        assertEquals(TOLD, objection(kind, stay, FIRST_NIGHT_ENDS.minusNanos(1)));
        // The line ends at that moment, so that a place in it is over as well as late.
        assertEquals(kind == NoticeKind.STAY_WAITLISTED ? OUTDATED : LATE, objection(kind, stay, FIRST_NIGHT_ENDS));
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeKind.class,
            names = {"STAY_PENDING", "STAY_OFFERED"})
    void nobody_is_told_of_nights_that_are_no_longer_held(NoticeKind kind) {
        var held = stay(statusOf(kind), StayHistory.NONE.heldUntil(Samples.NOW.plusSeconds(60)), 1);

        assertEquals(TOLD, objection(kind, held, Samples.NOW.plusSeconds(59)));
        assertEquals(OUTDATED, objection(kind, held, Samples.NOW.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeKind.class,
            names = {"STAY_REJECTED", "STAY_CANCELLED", "STAY_EXPIRED"})
    void a_last_word_is_told_up_to_three_days_after_the_departure(NoticeKind kind) {
        var stay = stay(statusOf(kind));

        assertEquals(TOLD, objection(kind, stay, OVER.plus(Duration.ofDays(3)).minusNanos(1)));
        assertEquals(LATE, objection(kind, stay, OVER.plus(Duration.ofDays(3))));
    }

    @Test
    void of_two_changes_the_last_one_is_told() {
        var twice = stay(StayStatus.CONFIRMED, StayHistory.NONE.changed().changed(), 3);

        assertEquals(OUTDATED, objection(NoticeKind.STAY_CHANGED, 2, twice));
        assertEquals(TOLD, objection(NoticeKind.STAY_CHANGED, 3, twice));
    }

    @Test
    void a_change_just_before_the_check_in_is_told_all_the_same() {
        var arrived = stay(StayStatus.CHECKED_IN, StayHistory.NONE.changed(), 3);

        assertEquals(TOLD, objection(NoticeKind.STAY_CHANGED, 2, arrived));
    }

    private static Optional<String> objection(NoticeKind kind, Stay stay, Instant now) {
        return StayStillTrue.objection(new Notice(stay.id(), kind, stay.version()), stay, STATION, now);
    }

    private static Optional<String> objection(NoticeKind kind, long version, Stay stay) {
        return StayStillTrue.objection(new Notice(stay.id(), kind, version), stay, STATION, Samples.NOW);
    }

    private static StayStatus statusOf(NoticeKind kind) {
        return switch (kind) {
            case STAY_CONFIRMED, STAY_PROMOTED, STAY_CHANGED -> StayStatus.CONFIRMED;
            case STAY_WAITLISTED -> StayStatus.WAITLISTED;
            case STAY_PENDING -> StayStatus.PENDING;
            case STAY_OFFERED -> StayStatus.OFFERED;
            case STAY_REJECTED -> StayStatus.REJECTED;
            case STAY_CANCELLED -> StayStatus.CANCELLED;
            case STAY_EXPIRED -> StayStatus.EXPIRED;
            default -> throw new IllegalArgumentException(kind + " is not about stays");
        };
    }

    private static Stay stay(StayStatus status) {
        return stay(status, StayHistory.NONE, 1);
    }

    private static Stay stay(StayStatus status, StayHistory history, long version) {
        return new Stay(
                StayId.fresh(STATION.id(), NIGHTS.arrive(), new Random(2)),
                "single",
                NIGHTS,
                status,
                StaySamples.applicant(Samples.withEmail(1)),
                new Stay.Origin(Samples.NOW, "2026-11", Optional.empty(), STATION.terms(NIGHTS.arrive()), Samples.NOW),
                Optional.empty(),
                history,
                version);
    }
}
