package yunhe.core.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.RegistrationId;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Bilingual;

class ProgrammeTest {

    private static final Instant START = Instant.parse("2026-12-05T06:00:00Z");
    private static final RegistrationId ID = new RegistrationId(
            ActivityId.fresh(ActivityType.ROADSHOW, new Random(1)),
            new PersonKey(Base64Url.encode(new byte[PersonKey.BYTES])),
            1);

    /** At minute 0 and, after a break, at minute 20. */
    private static final Programme TWO = of(pitch(2, 20, 8), pitch(1, 0, 8));

    @Test
    void pitches_stand_in_the_order_of_their_times() {
        assertEquals(List.of(1, 2), TWO.pitches().stream().map(Pitch::position).toList());
    }

    @Test
    void one_ends_in_the_moment_in_which_the_next_may_begin() {
        var programme = of(pitch(1, 0, 8), pitch(2, 8, 8));
        assertEquals(Optional.empty(), on(programme, START.minusNanos(1)));
        assertEquals(Optional.of(1), on(programme, START));
        assertEquals(Optional.of(1), on(programme, at(8).minusNanos(1)));
        assertEquals(Optional.of(2), on(programme, at(8)));
        assertEquals(Optional.empty(), on(programme, at(16)));
    }

    @Test
    void nobody_is_on_during_a_break() {
        assertEquals(Optional.empty(), on(TWO, at(10)));
        assertEquals(1, TWO.after(at(10)).size());
        assertEquals(0, TWO.after(at(20)).size());
    }

    @Test
    void it_ends_with_the_last_or_where_it_starts_if_nobody_pitches() {
        assertEquals(at(28), TWO.endsAt());
        assertEquals(START, of().endsAt());
    }

    @Test
    void a_pitch_has_a_place_and_a_length() {
        assertThrows(IllegalArgumentException.class, () -> pitch(0, 0, 8));
        assertThrows(IllegalArgumentException.class, () -> pitch(1, 0, 0));
    }

    private static Optional<Integer> on(Programme programme, Instant now) {
        return programme.on(now).map(Pitch::position);
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Programme of(Pitch... pitches) {
        return new Programme(
                Bilingual.same("路演"), Optional.empty(), ZoneId.of("Asia/Shanghai"), START, List.of(pitches));
    }

    private static Pitch pitch(int position, int minute, int minutes) {
        return new Pitch(
                position,
                ID,
                "示例 " + position,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                at(minute),
                Duration.ofMinutes(minutes));
    }
}
