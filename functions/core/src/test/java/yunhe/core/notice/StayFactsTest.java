package yunhe.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;

/** What a guest is told of, and what not. */
class StayFactsTest {

    private static final StayId STAY =
            StayId.fresh(StationId.fresh(new Random(1)), LocalDate.of(2026, 12, 1), new Random(2));

    @ParameterizedTest
    @CsvSource(textBlock = """
        CONFIRMED,   STAY_CONFIRMED
        PENDING,     STAY_PENDING
        WAITLISTED,  STAY_WAITLISTED
        OFFERED,     STAY_OFFERED
        REJECTED,    STAY_REJECTED
        CANCELLED,   STAY_CANCELLED
        EXPIRED,     STAY_EXPIRED
        CHECKED_IN,
        CHECKED_OUT,
        NO_SHOW,
        """)
    void a_new_status_is_told_unless_its_guest_stands_at_the_desk_or_never_came(StayStatus now, NoticeKind told) {
        assertEquals(notice(told, 1), StayFacts.between(Optional.empty(), state(now, 0, 1)));
        var before = now == StayStatus.REJECTED ? StayStatus.PENDING : StayStatus.REJECTED;
        assertEquals(notice(told, 8), StayFacts.between(Optional.of(state(before, 0, 7)), state(now, 0, 8)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        WAITLISTED, STAY_PROMOTED
        OFFERED,    STAY_PROMOTED
        PENDING,    STAY_CONFIRMED
        CHECKED_IN,
        """)
    void a_confirmation_says_where_it_comes_from(StayStatus before, NoticeKind told) {
        assertEquals(
                notice(told, 3),
                StayFacts.between(Optional.of(state(before, 0, 2)), state(StayStatus.CONFIRMED, 0, 3)));
    }

    @ParameterizedTest
    @EnumSource
    void other_nights_or_another_room_are_told_once_for_each_change(StayStatus status) {
        var booked = state(status, 0, 1);
        var changed = state(status, 1, 2);
        var again = state(status, 2, 3);

        assertEquals(notice(NoticeKind.STAY_CHANGED, 2), StayFacts.between(Optional.of(booked), changed));
        assertEquals(notice(NoticeKind.STAY_CHANGED, 3), StayFacts.between(Optional.of(changed), again));
    }

    @ParameterizedTest
    @EnumSource
    void whatever_else_is_written_is_nobodys_news(StayStatus status) {
        assertEquals(Optional.empty(), StayFacts.between(Optional.of(state(status, 1, 4)), state(status, 1, 5)));
    }

    @Test
    void what_changes_together_with_the_status_is_told_with_it() {
        assertEquals(
                notice(NoticeKind.STAY_CONFIRMED, 3),
                StayFacts.between(Optional.of(state(StayStatus.PENDING, 0, 2)), state(StayStatus.CONFIRMED, 1, 3)));
    }

    private static StayFacts.State state(StayStatus status, long changes, long version) {
        return new StayFacts.State(STAY, status, changes, version);
    }

    private static Optional<Notice> notice(@Nullable NoticeKind kind, long version) {
        return Optional.ofNullable(kind).map(it -> new Notice(STAY, it, version));
    }
}
