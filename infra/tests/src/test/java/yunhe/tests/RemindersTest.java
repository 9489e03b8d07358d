package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is reminded, when, and of what no longer. The clock moves, so no other test shares this service. */
class RemindersTest {

    private static final ZoneId HANGZHOU = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Service service = Service.moving();
    private final Local local = service.local();

    @Test
    void everyone_who_comes_is_reminded_a_day_and_two_hours_before() {
        Draft draft = afternoon(service.draft(), HANGZHOU).places(1);
        Activity activity = draft.publish();
        Applicant han = Applicant.someone();
        Applicant waiting = Applicant.someone();
        activity.confirmed(han);
        activity.waitlisted(waiting);

        local.moveTo(draft.startsAt().minusDays(1).minusMinutes(1));
        assertEquals(0, reminders(han));
        local.moveTo(draft.startsAt().minusDays(1));
        assertEquals(1, reminders(han));
        local.moveTo(draft.startsAt().minusHours(2));
        assertEquals(2, reminders(han));
        local.moveTo(draft.startsAt().minusMinutes(5));
        fire();
        assertEquals(2, reminders(han));
        assertEquals(0, reminders(waiting), "who waits is not coming");
    }

    @Test
    void a_tick_that_runs_eight_times_at_once_reminds_once() {
        Draft draft = afternoon(service.draft(), HANGZHOU);
        Applicant han = Applicant.someone();
        draft.publish().confirmed(han);
        local.moveTo(draft.startsAt().minusDays(1));

        Together.all(8, i -> Raw.post(service, "/local/fire/RemindersFunction", ""));

        assertEquals(1, reminders(han));
    }

    @Test
    void whoever_signs_up_late_is_not_reminded_of_what_they_were_just_told() {
        Draft draft = afternoon(service.draft(), HANGZHOU);
        Activity activity = draft.publish();
        local.moveTo(draft.startsAt().minusHours(20));
        Applicant late = Applicant.someone();
        activity.confirmed(late);
        fire();
        assertEquals(0, reminders(late));

        local.moveTo(draft.startsAt().minusHours(2));
        assertEquals(1, reminders(late));
    }

    @Test
    void nobody_is_reminded_after_cancelling() {
        Draft draft = afternoon(service.draft(), HANGZHOU);
        Activity activity = draft.publish();
        Applicant han = Applicant.someone();
        Applicant li = Applicant.someone();
        activity.confirmed(han).cancel();
        activity.confirmed(li);
        local.moveTo(draft.startsAt().minusDays(1));
        assertEquals(0, reminders(han));
        assertEquals(1, reminders(li));

        activity.cancel();
        local.moveTo(draft.startsAt().minusHours(2));
        assertEquals(1, reminders(li));
    }

    @Test
    void a_reminder_that_is_too_late_is_dropped() {
        Draft draft = afternoon(service.draft(), HANGZHOU).with("reminders", Json.of("['P1D']"));
        Applicant han = Applicant.someone();
        draft.publish().confirmed(han);

        // A quarter of a day is six hours.
        local.moveTo(draft.startsAt().minusHours(17));

        assertEquals(0, reminders(han));
    }

    @Test
    void a_reminder_that_is_a_little_late_is_sent() {
        Draft draft = afternoon(service.draft(), HANGZHOU).with("reminders", Json.of("['P1D']"));
        Applicant han = Applicant.someone();
        draft.publish().confirmed(han);

        local.moveTo(draft.startsAt().minusHours(19));

        assertEquals(1, reminders(han));
    }

    @Test
    void moving_the_activity_moves_its_reminders() {
        Draft draft = afternoon(service.draft(), HANGZHOU).with("reminders", Json.of("['P1D']"));
        Activity activity = draft.publish();
        Applicant han = Applicant.someone();
        activity.confirmed(han);
        OffsetDateTime later = draft.startsAt().plusDays(2);
        activity.moveTo(later);

        local.moveTo(draft.startsAt().minusDays(1));
        assertEquals(0, reminders(han));
        local.moveTo(later.minusDays(1));
        assertEquals(1, reminders(han));
    }

    @Test
    void nobody_is_reminded_at_night() {
        LocalDate day = service.now().toLocalDate().plusDays(20);
        OffsetDateTime early = day.atTime(7, 0).atZone(HANGZHOU).toOffsetDateTime();
        Draft draft = service.draft().startingAt(early).with("reminders", Json.of("['P1D','PT1H']"));
        Applicant han = Applicant.someone();
        draft.publish().confirmed(han);

        local.moveTo(early.minusDays(1));
        assertEquals(0, reminders(han), "seven in the morning is quiet");
        local.moveTo(early.minusDays(1).plusHours(1));
        assertEquals(1, reminders(han));
        local.moveTo(early.minusHours(1));
        assertEquals(2, reminders(han), "an hour before the start people want to be woken");
    }

    @Test
    void a_day_before_is_the_same_time_of_day_also_when_the_clocks_change() {
        Instant now = service.now().plusDays(3).toInstant();
        for (int change = 0; change < 2; change++) {
            Instant next = BERLIN.getRules().nextTransition(now).getInstant();
            sameTimeOfDayBefore(next.atZone(BERLIN).toLocalDate());
            now = next.plus(Duration.ofDays(1));
        }
    }

    private void sameTimeOfDayBefore(LocalDate clocksChange) {
        // Ten o'clock on the day on which the clocks changed during the night.
        OffsetDateTime start = clocksChange.atTime(10, 0).atZone(BERLIN).toOffsetDateTime();
        OffsetDateTime dayBefore =
                clocksChange.minusDays(1).atTime(10, 0).atZone(BERLIN).toOffsetDateTime();
        assertFalse(start.minusDays(1).toInstant().equals(dayBefore.toInstant()), "nothing would be tested");
        Draft draft = service.draft()
                .with("timeZone", "Europe/Berlin")
                .startingAt(start)
                .with("reminders", Json.of("['P1D']"));
        Applicant han = Applicant.someone();
        draft.publish().confirmed(han);

        local.moveTo(dayBefore.minusMinutes(1));
        assertEquals(0, reminders(han));
        local.moveTo(dayBefore);
        assertEquals(1, reminders(han));
    }

    @Test
    void the_night_after_a_start_nobody_hears_anything() {
        Draft draft = afternoon(service.draft(), HANGZHOU).places(1);
        Activity activity = draft.publish();
        Applicant han = Applicant.someone();
        Applicant waiting = Applicant.someone();
        activity.confirmed(han);
        Registration waiter = activity.waitlisted(waiting);

        local.moveTo(draft.startsAt().plusMinutes(1));

        assertEquals(0, reminders(han), "no reminder of what has begun");
        assertEquals("expired", waiter.status());
        assertTrue(local.kindsTo(waiting.email()).contains("registration.expired"));
    }

    @Test
    void what_a_night_without_ticks_has_made_too_late_is_written_down() {
        Draft draft = afternoon(service.draft(), HANGZHOU);
        Applicant han = Applicant.someone();
        Registration mine = draft.publish().confirmed(han);

        local.moveTo(draft.startsAt().plusMinutes(1));

        assertEquals(0, reminders(han));
        List<String> records = Json.list(service.get("/admin/notices?about=" + mine.id())
                        .as("organiser")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(item -> item.path("kind").asText().equals("reminder"))
                .map(item -> item.path("status").asText())
                .toList();
        assertEquals(List.of("dropped_late", "dropped_late"), records);
    }

    /** Three in the afternoon, in three weeks. */
    private Draft afternoon(Draft draft, ZoneId zone) {
        return draft.startingAt(service.now()
                .plus(Duration.ofDays(21))
                .atZoneSameInstant(zone)
                .with(LocalTime.of(15, 0))
                .toOffsetDateTime());
    }

    private void fire() {
        Raw.post(service, "/local/fire/RemindersFunction", "");
        local.settle();
    }

    private long reminders(Applicant to) {
        return local.kindsTo(to.email()).stream().filter("reminder"::equals).count();
    }
}
