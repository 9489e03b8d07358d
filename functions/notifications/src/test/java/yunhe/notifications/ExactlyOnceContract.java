package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeRecord;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Sabotage;

/** One fact, one message: whatever is delivered again, at once, or to someone who dies. */
abstract class ExactlyOnceContract {

    final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_batch_that_is_delivered_five_times_is_told_once() throws MessagingException {
        var event = world.batch(tenConfirmations());
        for (int delivery = 0; delivery < 5; delivery++) {
            assertEquals(0, World.deliver(world.notifier(), event));
        }
        assertEquals(10, world.mails().size());
        assertEquals(10, messageIds().stream().distinct().count());
    }

    @Test
    void a_batch_that_is_delivered_five_times_at_once_is_told_once() throws MessagingException {
        var event = world.batch(tenConfirmations());
        AtOnce.run(5, delivery -> World.deliver(world.notifier(), event));

        assertEquals(10, messageIds().stream().distinct().count());
        assertEquals(10, world.mails().size());
        assertEquals(0, World.deliver(world.notifier(), event));
        assertEquals(10, world.mails().size());
    }

    /** The control: without the claim's condition, the same deliveries tell people several times. */
    @Test
    void without_the_claim_the_same_deliveries_repeat_themselves() {
        var event = world.batch(tenConfirmations());
        var sabotage = Sabotage.without(DynamoNotices.NOBODY_HAS_IT, world.store.client());
        AtOnce.run(5, delivery -> World.deliver(world.notifier(sabotage.client()), event));

        assertTrue(sabotage.timesMet() >= 50);
        assertEquals(50, world.mails().size());
    }

    @Test
    void who_dies_after_the_claim_is_followed_when_the_claim_ends() {
        var notice = tenConfirmations()[0];
        assertThrows(Death.class, () -> world.deliver(world.thatDies(Death.After.CLAIM), notice));
        assertEquals(1, world.deliver(world.notifier(), notice), "somebody may still be at it");
        assertEquals(0, world.mails().size());

        world.clock.advance(DynamoNotices.CLAIM_FOR);
        assertEquals(0, world.deliver(world.notifier(), notice));
        assertEquals(0, world.deliver(world.notifier(), notice));
        assertEquals(1, world.mails().size());
    }

    @Test
    void who_dies_before_the_record_repeats_the_message_under_the_same_id() throws MessagingException {
        var notice = tenConfirmations()[0];
        assertThrows(Death.class, () -> world.deliver(world.thatDies(Death.After.SENDING), notice));
        assertEquals(1, world.deliver(world.notifier(), notice));
        assertEquals(1, world.mails().size());

        world.clock.advance(DynamoNotices.CLAIM_FOR);
        assertEquals(0, world.deliver(world.notifier(), notice));
        assertEquals(2, world.mails().size());
        assertEquals(1, messageIds().stream().distinct().count());
        assertEquals("<" + notice.id() + "@yunhe.example>", messageIds().getFirst());
    }

    @Test
    void who_dies_after_the_record_is_not_followed() {
        var notice = tenConfirmations()[0];
        assertThrows(Death.class, () -> world.deliver(world.thatDies(Death.After.RECORD), notice));
        world.clock.advance(Duration.ofDays(1));
        assertEquals(0, world.deliver(world.notifier(), notice));
        assertEquals(1, world.mails().size());
    }

    @Test
    void every_other_version_is_told_for_itself() {
        var first = tenConfirmations()[0];
        var again = new Notice(first.about(), first.kind(), first.version() + 1);
        world.deliver(world.notifier(), first, again, again);
        assertEquals(2, world.mails().size());
    }

    @Test
    void a_mail_server_that_is_away_costs_a_delivery_and_no_message() {
        var notice = tenConfirmations()[0];
        var port = world.variables.put("SMTP_PORT", "1");
        assertEquals(1, world.deliver(world.notifier(), notice));
        assertEquals(NoticeRecord.Status.QUEUED, world.status(notice));

        world.variables.put("SMTP_PORT", port);
        assertEquals(0, world.deliver(world.notifier(), notice), "the claim was given back at once");
        assertEquals(1, world.mails().size());
        assertEquals(NoticeRecord.Status.SENT, world.status(notice));
    }

    /** Of ten people, that they have what they asked for. */
    abstract Notice[] tenConfirmations();

    private List<String> messageIds() throws MessagingException {
        var ids = new java.util.ArrayList<String>();
        for (var mail : world.mails()) {
            ids.add(mail.getMessageID());
        }
        return ids;
    }
}
