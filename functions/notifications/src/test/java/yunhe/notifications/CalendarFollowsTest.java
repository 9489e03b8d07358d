package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yunhe.notifications.StillTrueTest.calendars;
import static yunhe.notifications.StillTrueTest.line;
import static yunhe.notifications.StillTrueTest.parts;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.History;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.activity.Times;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.testkit.Samples;

/** One entry in a person's calendar, from the first invitation to the last word. */
class CalendarFollowsTest {

    private static final Duration LATER = Duration.ofDays(1);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_entry_moves_with_its_activity_and_goes_with_the_cancellation() throws Exception {
        var activity = world.published(Samples.mixer(5, "women:1"));
        var made = world.signUp(activity, Samples.withEmail(1));
        world.deliver(world.notifier(), World.notice(made, NoticeKind.CONFIRMED));
        long version = world.change(activity, CalendarFollowsTest::aDayLater);
        world.deliver(world.notifier(), new Notice(made.id(), NoticeKind.ACTIVITY_CHANGED, version));
        world.deliver(world.notifier(), World.notice(world.cancel(made), NoticeKind.CANCELLED));

        var mails = world.mails();
        assertEquals(3, mails.size());
        var request = calendars(mails.get(0)).getFirst();
        var moved = calendars(mails.get(1)).getFirst();
        var cancel = calendars(mails.get(2)).getFirst();
        assertEquals("REQUEST", line("METHOD", request));
        assertEquals("REQUEST", line("METHOD", moved));
        assertEquals("CANCEL", line("METHOD", cancel));
        assertEquals(line("UID", request), line("UID", moved));
        assertEquals(line("UID", request), line("UID", cancel));
        assertTrue(sequence(request) < sequence(moved));
        assertTrue(sequence(moved) < sequence(cancel));
        assertEquals("20261208T020000Z", line("DTSTART", request));
        assertEquals("20261209T020000Z", line("DTSTART", moved));
        assertEquals(1, parts(mails.get(1), "image/png").size(), "the ticket comes again");
    }

    @Test
    void who_was_invited_by_a_change_alone_gets_the_entry_taken_back() throws Exception {
        var activity = world.published(Samples.mixer(5, "women:1"));
        var made = world.signUp(activity, Samples.withEmail(1));
        long version = world.change(activity, CalendarFollowsTest::aDayLater);
        world.deliver(world.notifier(), new Notice(made.id(), NoticeKind.ACTIVITY_CHANGED, version));
        world.deliver(world.notifier(), World.notice(world.cancel(made), NoticeKind.CANCELLED));

        assertEquals(2, world.mails().size());
        assertEquals("CANCEL", line("METHOD", calendars(world.mails().get(1)).getFirst()));
    }

    @Test
    void a_waiter_is_told_of_a_change_without_ticket_or_entry() throws Exception {
        var activity = world.published(Samples.mixer(5, "women:0"));
        var waiter = world.signUp(activity, Samples.withEmail(1));
        long version = world.change(activity, CalendarFollowsTest::aDayLater);
        world.deliver(world.notifier(), new Notice(waiter.id(), NoticeKind.ACTIVITY_CHANGED, version));

        assertEquals(1, world.mails().size());
        var mail = world.mails().getFirst();
        assertEquals("activity.changed", mail.getHeader("X-Yunhe-Kind", null));
        assertTrue(calendars(mail).isEmpty());
        assertTrue(parts(mail, "image/png").isEmpty());
    }

    @Test
    void a_rejection_after_a_confirmation_takes_the_entry_back() throws Exception {
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withEmail(1));
        world.deliver(world.notifier(), World.notice(made, NoticeKind.CONFIRMED));
        world.deliver(world.notifier(), World.notice(rejected(made), NoticeKind.REJECTED));

        assertEquals(2, world.mails().size());
        assertEquals("CANCEL", line("METHOD", calendars(world.mails().get(1)).getFirst()));
    }

    private Registration rejected(Registration registration) {
        var now = world.clock.instant();
        var decision =
                new History.Decision(History.Verdict.REJECT, "reviewer", now, Optional.empty(), registration.version());
        var history = registration
                .history()
                .decided(decision)
                .ended(new Ended(now, By.ORGANISER, Optional.empty()));
        return world.registrations
                .move(registration, Status.REJECTED, history, Optional.empty())
                .orElseThrow();
    }

    private static ActivityDetails aDayLater(ActivityDetails details) {
        var times = details.times();
        var later = new Times(
                times.zone(),
                times.startsAt().plus(LATER),
                times.endsAt().plus(LATER),
                times.registrationOpensAt(),
                times.registrationClosesAt(),
                times.cancelUntil());
        return new ActivityDetails(
                details.kind(),
                details.headline(),
                later,
                details.admission(),
                details.questions(),
                details.reminders());
    }

    private static int sequence(String ics) {
        return Integer.parseInt(line("SEQUENCE", ics));
    }
}
