package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Registration;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Notices;
import yunhe.core.notice.RetryNotice;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.testkit.Faults;
import yunhe.testkit.Samples;

/** What cannot be sent is tried again later and later, given up in the end, and can be taken up again. */
class GivingUpTest {

    private static final int LAST = 24;
    private static final int GIVEN_UP = LAST - Patience.TO_RECORD_IT + 1;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void every_try_waits_longer_than_the_one_before_up_to_a_quarter_of_an_hour() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var total = Duration.ZERO;
        for (int receives = 1; receives < GIVEN_UP; receives++) {
            var away = Patience.backoff(receives, random);
            long most = Math.min(15_000L << Math.min(receives - 1, 10), 900_000L);
            assertTrue(away.toMillis() <= most && away.toMillis() >= most * 3 / 4, receives + ": " + away);
            total = total.plus(away);
        }
        assertTrue(total.toMinutes() >= 180 && total.toMinutes() <= 241, total::toString);
        assertTrue(Patience.backoff(1000, random).compareTo(Patience.LONGEST) <= 0);
    }

    @Test
    void a_message_that_cannot_be_sent_now_says_when_it_comes_again() {
        away();
        assertEquals(1, World.deliver(world.notifier(), world.batch(3, confirmed(signedUp(1)))));
        var away = world.queue.away.getFirst().toSeconds();
        assertTrue(away >= 45 && away <= 60, () -> away + " s");
    }

    @Test
    void a_queue_that_does_not_listen_costs_nothing() {
        away();
        world.queue.unreachable = true;
        var notice = confirmed(signedUp(1));
        assertEquals(1, world.deliver(world.notifier(), notice));
        assertEquals(NoticeRecord.Status.QUEUED, world.status(notice));
    }

    @Test
    void what_was_tried_often_enough_is_given_up_and_goes_to_the_dead_letters() {
        var notice = confirmed(signedUp(1));
        away();
        assertEquals(1, World.deliver(world.notifier(), world.batch(GIVEN_UP - 1, notice)));
        assertEquals(NoticeRecord.Status.QUEUED, world.status(notice));
        assertEquals(1, World.deliver(world.notifier(), world.batch(GIVEN_UP, notice)));

        assertEquals(NoticeRecord.Status.FAILED, world.status(notice));
        assertEquals("given_up", world.reason(notice));
        assertEquals(Duration.ZERO, world.queue.away.getLast());
    }

    @Test
    void a_batch_without_time_left_gives_up_all_the_same() {
        var notices = IntStream.range(0, 10)
                .mapToObj(guest -> confirmed(signedUp(guest)))
                .toArray(Notice[]::new);
        var response = world.notifier().handleRequest(world.batch(GIVEN_UP, notices), World.millisecondsLeft(1));

        assertEquals(10, response.getBatchItemFailures().size());
        for (var notice : notices) {
            assertEquals(NoticeRecord.Status.FAILED, world.status(notice));
        }
        assertEquals(0, world.mails().size());
    }

    @Test
    void what_somebody_died_over_at_the_last_try_is_recorded_as_failed_once_the_claim_ends() {
        var notice = confirmed(signedUp(1));
        assertInstanceOf(Notices.Claim.Mine.class, world.notices().claim(notice, world.clock.instant()));
        assertEquals(1, World.deliver(world.notifier(), world.batch(GIVEN_UP, notice)));
        assertEquals(NoticeRecord.Status.QUEUED, world.status(notice));
        assertTrue(
                world.queue.away.getLast().compareTo(DynamoNotices.CLAIM_FOR) > 0,
                "it does not come again before the claim ends");

        world.clock.advance(world.queue.away.getLast());
        assertEquals(1, World.deliver(world.notifier(), world.batch(GIVEN_UP + 1, notice)));
        assertEquals(NoticeRecord.Status.FAILED, world.status(notice));
    }

    @Test
    void a_store_that_is_away_when_it_is_given_up_is_asked_once_more() {
        var notice = confirmed(signedUp(1));
        for (var receives : List.of(GIVEN_UP, GIVEN_UP + 1)) {
            var faults = Faults.in(world.store.client());
            faults.failCall(1, Faults.When.BEFORE);
            assertEquals(1, World.deliver(world.notifier(faults.client()), world.batch(receives, notice)));
            assertEquals(Optional.empty(), world.record(notice));
        }
        assertEquals(1, World.deliver(world.notifier(), world.batch(LAST, notice)));
        assertEquals(NoticeRecord.Status.FAILED, world.status(notice));
    }

    @Test
    void a_reminder_that_was_to_come_with_the_confirmation_is_given_up_with_it() {
        world.clock.moveTo(Samples.START.minus(Duration.ofDays(1)).minusSeconds(1));
        var made = signedUp(1);
        world.clock.advance(Duration.ofSeconds(5));
        assertEquals(1, World.deliver(world.notifier(), world.batch(GIVEN_UP, confirmed(made))));
        assertEquals(
                List.of(NoticeRecord.Status.FAILED, NoticeRecord.Status.FAILED),
                world.notices().about(made.id()).stream()
                        .map(NoticeRecord::status)
                        .toList());
    }

    @Test
    void what_comes_back_from_the_dead_letters_is_told_once() {
        var notice = confirmed(signedUp(1));
        var port = away();
        World.deliver(world.notifier(), world.batch(LAST, notice));
        world.variables.put("SMTP_PORT", port);
        assertEquals(0, world.deliver(world.notifier(), notice, notice));
        assertEquals(0, world.deliver(world.notifier(), notice));

        assertEquals(1, world.mails().size());
        assertEquals(NoticeRecord.Status.SENT, world.status(notice));
        assertEquals("", world.reason(notice));
    }

    @Test
    void whom_the_provider_refuses_for_good_is_marked_until_an_organiser_tries_again() throws IOException {
        var made = signedUp(1);
        var notice = confirmed(made);
        var port = world.variables.get("SMTP_PORT");
        try (var stubborn = new StubbornMailServer("550 5.1.1 no such user")) {
            world.variables.put("SMTP_PORT", Integer.toString(stubborn.port()));
            assertEquals(0, world.deliver(world.notifier(), notice));
        }
        assertEquals("smtp 550", world.reason(notice));
        var marks = world.unreachables().among(made.activity(), List.of(made.id()));
        assertEquals("smtp 550", marks.get(made.id()).reason());
        assertEquals(NoticeRecord.Channel.MAIL, marks.get(made.id()).channel());

        world.variables.put("SMTP_PORT", port);
        assertEquals(0, world.deliver(world.notifier(), notice), "nobody asks the provider again unasked");
        assertEquals(0, world.mails().size());
        var queued = new ArrayList<Notice>();
        var retry = world.retry(queued::add);
        assertEquals(NoticeRecord.Status.QUEUED, done(retry.retry(notice, "organiser")));
        // The message may have been lost with whoever was to send it.
        assertEquals(NoticeRecord.Status.QUEUED, done(retry.retry(notice, "organiser")));
        assertEquals(List.of(notice, notice), queued);
        assertEquals(Map.of(), world.unreachables().among(made.activity(), List.of(made.id())));

        assertEquals(0, world.deliver(world.notifier(), queued.toArray(Notice[]::new)));
        assertEquals(1, world.mails().size());
        assertEquals(NoticeRecord.Status.SENT, done(retry.retry(notice, "organiser")));
        assertEquals(2, queued.size(), "what was sent is not sent again");
    }

    @Test
    void what_never_failed_cannot_be_tried_again() {
        var notice = confirmed(signedUp(1));
        var retry = world.retry(unexpected -> {
            throw new AssertionError("nothing was to be sent");
        });
        assertInstanceOf(RetryNotice.Outcome.Unknown.class, retry.retry(notice, "organiser"));
        world.deliver(world.notifier(), notice);
        assertInstanceOf(RetryNotice.Outcome.NeverFailed.class, retry.retry(notice, "organiser"));
    }

    private static NoticeRecord.Status done(RetryNotice.Outcome outcome) {
        return assertInstanceOf(RetryNotice.Outcome.Done.class, outcome)
                .record()
                .status();
    }

    /** The mail server, and its port for later. */
    private String away() {
        return world.variables.put("SMTP_PORT", "1");
    }

    private Registration signedUp(int guest) {
        return world.signUp(world.published(Samples.mixer(5, "women:10")), Samples.withEmail(guest));
    }

    private static Notice confirmed(Registration registration) {
        return World.notice(registration, NoticeKind.CONFIRMED);
    }
}
