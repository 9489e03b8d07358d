package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.Registration;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.person.PersonKeys;
import yunhe.core.shared.Secrets;
import yunhe.dynamo.notice.DynamoDailyCap;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/** Reminders: in time, once, not at night, not too often, not against somebody's will. */
class RemindersTest {

    /** Ten in the morning, as the start. */
    private static final Instant DAY_BEFORE = Samples.START.minus(Duration.ofDays(1));

    private static final Instant TWO_HOURS_BEFORE = Samples.START.minus(Duration.ofHours(2));

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoever_signs_up_an_hour_before_is_not_reminded_and_there_is_a_record_of_it() throws MessagingException {
        world.clock.moveTo(Samples.START.minus(Duration.ofHours(1)));
        var made = signedUp(1);
        assertEquals(0, world.deliver(world.notifier(), confirmed(made)));
        assertEquals(0, world.deliver(world.notifier(), confirmed(made)));

        assertEquals(List.of("registration.confirmed"), kinds());
        for (var due : List.of(DAY_BEFORE, TWO_HOURS_BEFORE)) {
            assertEquals(NoticeRecord.Status.DROPPED_LATE, world.status(reminder(made, due)));
            assertEquals("late", world.reason(reminder(made, due)));
        }
    }

    @Test
    void whoever_is_confirmed_a_moment_before_and_was_passed_over_is_reminded_with_the_confirmation()
            throws MessagingException {
        world.clock.moveTo(DAY_BEFORE.minusSeconds(1));
        var made = signedUp(1);
        world.clock.moveTo(DAY_BEFORE.plusSeconds(5));
        var confirmed = confirmed(made);
        var reminder = reminder(made, DAY_BEFORE);
        assertEquals(0, world.deliver(world.notifier(), confirmed, reminder, confirmed));

        assertEquals(List.of("registration.confirmed", "reminder"), kinds());
        assertEquals(NoticeRecord.Status.SENT, world.status(reminder));
        assertEquals(Optional.empty(), world.record(reminder(made, TWO_HOURS_BEFORE)), "it is not due yet");
    }

    @ParameterizedTest
    @EnumSource
    void whoever_dies_on_the_way_leaves_neither_the_confirmation_nor_the_reminders_out(Death.After when)
            throws MessagingException {
        world.clock.moveTo(DAY_BEFORE.minusSeconds(1));
        var made = signedUp(1);
        world.clock.moveTo(DAY_BEFORE.plusSeconds(5));
        var confirmed = confirmed(made);
        assertThrows(Death.class, () -> world.deliver(world.thatDies(when), confirmed));
        world.clock.advance(DynamoNotices.CLAIM_FOR);
        assertEquals(0, world.deliver(world.notifier(), confirmed));

        assertEquals(NoticeRecord.Status.SENT, world.status(confirmed));
        assertEquals(NoticeRecord.Status.SENT, world.status(reminder(made, DAY_BEFORE)));
        // Only a death between the provider's acceptance and the record repeats a message, under the same id.
        assertEquals(when == Death.After.SENDING ? 3 : 2, world.mails().size());
        assertEquals(2, ids().stream().distinct().count());
    }

    @ParameterizedTest
    @EnumSource
    void a_reminder_whose_teller_dies_is_told_by_the_next_under_the_same_id(Death.After when)
            throws MessagingException {
        var reminder = reminder(signedUp(1), DAY_BEFORE);
        world.clock.moveTo(DAY_BEFORE);
        assertThrows(Death.class, () -> world.deliver(world.thatDies(when), reminder));
        world.clock.advance(DynamoNotices.CLAIM_FOR);
        assertEquals(0, world.deliver(world.notifier(), reminder));

        assertEquals(NoticeRecord.Status.SENT, world.status(reminder));
        assertEquals(List.of(reminder.id()), ids().stream().distinct().toList());
        assertEquals(when == Death.After.SENDING ? 2 : 1, world.mails().size());
    }

    @Test
    void a_reminder_that_is_delivered_five_times_at_once_comes_once() {
        var people = IntStream.range(0, 10).mapToObj(this::signedUp).toList();
        world.clock.moveTo(DAY_BEFORE);
        var event = world.batch(
                people.stream().map(person -> reminder(person, DAY_BEFORE)).toArray(Notice[]::new));
        AtOnce.run(5, delivery -> World.deliver(world.notifier(), event));
        assertEquals(10, world.mails().size());
    }

    @Test
    void nobody_is_reminded_of_what_they_cancelled_or_of_what_is_over() {
        var cancelled = signedUp(1);
        var late = signedUp(2);
        world.cancel(cancelled);
        world.clock.moveTo(DAY_BEFORE);
        assertEquals(0, world.deliver(world.notifier(), reminder(cancelled, DAY_BEFORE)));
        assertEquals("outdated", world.reason(reminder(cancelled, DAY_BEFORE)));

        world.clock.moveTo(Samples.START);
        assertEquals(0, world.deliver(world.notifier(), reminder(late, DAY_BEFORE), reminder(late, TWO_HOURS_BEFORE)));
        assertEquals("late", world.reason(reminder(late, DAY_BEFORE)));
        assertEquals("late", world.reason(reminder(late, TWO_HOURS_BEFORE)));
        assertEquals(0, world.mails().size());
    }

    @Test
    void nobody_gets_more_than_five_reminders_in_a_day_whatever_they_signed_up_for() {
        var reminders = remindersOfOne(8);
        world.clock.moveTo(DAY_BEFORE);
        AtOnce.run(8, at -> world.deliver(world.notifier(), reminders.get(at)));

        assertEquals(5, world.mails().size());
        assertEquals(
                3,
                reminders.stream()
                        .filter(reminder -> world.reason(reminder).equals("daily_cap"))
                        .count());
        var offered = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withEmail(1));
        world.deliver(world.notifier(), confirmed(offered));
        assertEquals(6, world.mails().size(), "a confirmation always goes");
    }

    /** The control. */
    @Test
    void without_the_caps_condition_all_eight_come() {
        var reminders = remindersOfOne(8);
        world.clock.moveTo(DAY_BEFORE);
        var sabotage = Sabotage.without(DynamoDailyCap.THERE_IS_ROOM, world.store.client());
        AtOnce.run(8, at -> world.deliver(world.notifier(sabotage.client()), reminders.get(at)));
        assertEquals(8, sabotage.timesMet());
        assertEquals(8, world.mails().size());
    }

    @Test
    void a_reminder_that_is_tried_again_counts_once() {
        var reminders = remindersOfOne(5);
        world.clock.moveTo(DAY_BEFORE);
        var port = world.variables.put("SMTP_PORT", "1");
        for (int attempt = 0; attempt < 6; attempt++) {
            assertEquals(1, world.deliver(world.notifier(), reminders.getFirst()));
        }
        world.variables.put("SMTP_PORT", port);
        assertEquals(0, world.deliver(world.notifier(), reminders.toArray(Notice[]::new)));
        assertEquals(5, world.mails().size());
    }

    @Test
    void whoever_wants_no_reminders_gets_none_in_any_activity_and_everything_else() throws MessagingException {
        var made = signedUp(1);
        var keys = PersonKeys.reminded(Secrets.identity(world.environment()));
        world.optOuts().optOut(keys.everywhere(made.person()), world.clock.instant());
        var other = signedUp(1);
        world.clock.moveTo(DAY_BEFORE);
        world.deliver(
                world.notifier(),
                reminder(made, DAY_BEFORE),
                reminder(other, DAY_BEFORE),
                new Notice(made.id(), NoticeKind.LINK, 1));

        assertEquals(List.of("link"), kinds());
        assertEquals("opted_out", world.reason(reminder(made, DAY_BEFORE)));
        assertEquals("opted_out", world.reason(reminder(other, DAY_BEFORE)));
    }

    @Test
    void a_reminder_whose_turn_comes_at_night_waits_for_the_morning() {
        // Due at nine in the evening in China, told at half past ten: the morning is at eight.
        var evening = Samples.START.minus(Duration.ofHours(61));
        var made = world.signUp(world.published(remindedBefore(Duration.ofHours(61))), Samples.withEmail(1));
        world.clock.moveTo(evening.plus(Duration.ofMinutes(90)));
        var reminder = reminder(made, evening);
        assertEquals(1, world.deliver(world.notifier(), reminder));

        assertEquals(NoticeRecord.Status.QUEUED, world.status(reminder));
        var away = world.queue.away.getFirst();
        assertTrue(
                away.compareTo(Duration.ofMinutes(570)) >= 0 && away.compareTo(Duration.ofMinutes(571)) <= 0,
                away::toString);
        assertEquals(0, world.mails().size());
    }

    @Test
    void a_reminder_that_would_be_too_late_in_the_morning_is_dropped_at_once() {
        var evening = Samples.START.minus(Duration.ofHours(13));
        var made = world.signUp(world.published(remindedBefore(Duration.ofHours(13))), Samples.withEmail(1));
        world.clock.moveTo(evening.plus(Duration.ofMinutes(61)));
        assertEquals(0, world.deliver(world.notifier(), reminder(made, evening)));
        assertEquals("late", world.reason(reminder(made, evening)));
    }

    @Test
    void only_reminders_can_be_ended_from_the_mail() throws MessagingException {
        var made = signedUp(1);
        world.deliver(world.notifier(), confirmed(made));
        world.clock.moveTo(DAY_BEFORE);
        world.deliver(world.notifier(), reminder(made, DAY_BEFORE));

        assertNull(world.mails().getFirst().getHeader("List-Unsubscribe", null));
        var reminder = world.mails().getLast();
        var link = reminder.getHeader("List-Unsubscribe", null);
        assertTrue(
                link.matches("<https://yunhe\\.example/unsubscribe/" + made.id() + "\\?token=[A-Za-z0-9_-]{43}>"),
                link);
        assertEquals("List-Unsubscribe=One-Click", reminder.getHeader("List-Unsubscribe-Post", null));
    }

    private static ActivityDetails remindedBefore(TemporalAmount before) {
        var mixer = Samples.mixer(5, "women:10");
        return new ActivityDetails(
                mixer.kind(),
                mixer.headline(),
                mixer.times(),
                mixer.admission(),
                mixer.questions(),
                List.of(before, Period.ofDays(1)));
    }

    /** One person's reminders of as many activities. */
    private List<Notice> remindersOfOne(int activities) {
        return IntStream.range(0, activities)
                .mapToObj(activity -> reminder(signedUp(1), DAY_BEFORE))
                .toList();
    }

    private Registration signedUp(int guest) {
        return world.signUp(world.published(Samples.mixer(5, "women:10")), Samples.withEmail(guest));
    }

    private static Notice confirmed(Registration registration) {
        return World.notice(registration, NoticeKind.CONFIRMED);
    }

    private static Notice reminder(Registration registration, Instant due) {
        return new Notice(registration.id(), NoticeKind.REMINDER, due.getEpochSecond());
    }

    private List<String> kinds() throws MessagingException {
        return headers("X-Yunhe-Kind");
    }

    private List<String> ids() throws MessagingException {
        return headers("Message-ID").stream()
                .map(id -> id.replaceAll("[<>]|@.*", ""))
                .toList();
    }

    private List<String> headers(String name) throws MessagingException {
        var values = new ArrayList<String>();
        for (var mail : world.mails()) {
            values.add(mail.getHeader(name, null));
        }
        return values;
    }
}
