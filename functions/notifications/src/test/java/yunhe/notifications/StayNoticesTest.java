package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yunhe.notifications.StillTrueTest.calendars;
import static yunhe.notifications.StillTrueTest.line;
import static yunhe.notifications.StillTrueTest.parts;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Waitlist.Promotion;
import yunhe.core.lodging.AnswerStayOffer;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.RetryNotice;
import yunhe.dynamo.keys.LodgingKeys;
import yunhe.dynamo.notice.DynamoNotices;
import yunhe.testkit.Samples;

/** Guests hear of their stays, and their calendars follow. */
class StayNoticesTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_confirmation_comes_with_code_and_entry_and_names_its_stay() throws Exception {
        var stay = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        tell(stay, NoticeKind.STAY_CONFIRMED);

        assertEquals(1, world.mails().size());
        var mail = world.mails().getFirst();
        assertEquals("stay.confirmed", mail.getHeader("X-Yunhe-Kind", null));
        assertEquals(stay.id().value(), mail.getHeader("X-Yunhe-About", null));
        assertEquals("入住已确认：青荷驿站，12月8日–11日", mail.getSubject());
        assertEquals(1, parts(mail, "image/png").size());
        var text = parts(mail, "text/plain").getFirst().getContent().toString();
        assertTrue(text.contains("https://yunhe.example/m/" + stay.id() + "?token="), text);
        assertTrue(text.contains("https://yunhe.example/t/"), text);
        assertTrue(text.contains("2026年12月8日 星期二 14:00 起办理入住 22:00 之前到达"), text);
        assertTrue(text.contains("2026年12月11日 星期五 12:00 之前"), text);
        assertTrue(text.contains("single · 3晚"), text);

        var request = calendars(mail).getFirst();
        assertEquals("REQUEST", line("METHOD", request));
        assertEquals(stay.id() + "@yunhe", line("UID", request));
        assertEquals("20261208T060000Z", line("DTSTART", request));
        assertEquals("20261211T040000Z", line("DTEND", request));
    }

    @Test
    void an_entry_follows_a_change_and_goes_with_the_cancellation() throws Exception {
        var booked = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        tell(booked, NoticeKind.STAY_CONFIRMED);
        var changed = world.change(booked, 5);
        tell(changed, NoticeKind.STAY_CHANGED);
        tell(world.cancel(changed), NoticeKind.STAY_CANCELLED);

        var entries = new ArrayList<String>();
        for (var mail : world.mails()) {
            entries.addAll(calendars(mail));
        }
        assertEquals(
                List.of("REQUEST", "REQUEST", "CANCEL"),
                entries.stream().map(ics -> line("METHOD", ics)).toList());
        assertEquals(
                List.of("20261211T040000Z", "20261213T040000Z", "20261213T040000Z"),
                entries.stream().map(ics -> line("DTEND", ics)).toList());
        assertEquals(1, entries.stream().map(ics -> line("UID", ics)).distinct().count());
        var sequences = entries.stream()
                .map(ics -> Integer.parseInt(line("SEQUENCE", ics)))
                .toList();
        assertEquals(sequences.stream().sorted().distinct().toList(), sequences);
    }

    @Test
    void a_rejection_takes_back_what_an_approval_gave_and_nothing_from_whoever_had_nothing() throws Exception {
        var station = world.station(2, Approval.REVIEW, Promotion.AUTOMATIC);
        var approved = world.decide(world.book(station, Samples.withEmail(1)), Verdict.APPROVE);
        tell(approved, NoticeKind.STAY_CONFIRMED);
        tell(world.decide(approved, Verdict.REJECT), NoticeKind.STAY_REJECTED);
        tell(world.decide(world.book(station, Samples.withEmail(2)), Verdict.REJECT), NoticeKind.STAY_REJECTED);

        assertEquals(3, world.mails().size());
        assertTrue(world.mails().get(0).getSubject().startsWith("审核通过，入住已确认"));
        assertEquals("CANCEL", line("METHOD", calendars(world.mails().get(1)).getFirst()));
        assertTrue(calendars(world.mails().get(2)).isEmpty());
    }

    @Test
    void who_moves_up_gets_one_message_with_code_and_entry() throws Exception {
        var station = world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC);
        var first = world.book(station, Samples.withEmail(1));
        var waiting = world.book(station, Samples.withEmail(2));
        var waitlisted = World.notice(waiting, NoticeKind.STAY_WAITLISTED);
        world.cancel(first);
        var promoted = World.notice(world.moveUp(waiting), NoticeKind.STAY_PROMOTED);

        assertEquals(0, world.deliver(world.notifier(), waitlisted, promoted, promoted));
        assertEquals(1, world.mails().size());
        assertEquals("outdated", world.reason(waitlisted));
        assertEquals(1, calendars(world.mails().getFirst()).size());
        assertEquals(1, parts(world.mails().getFirst(), "image/png").size());
    }

    @Test
    void an_offer_that_was_taken_up_is_told_as_such() throws Exception {
        var station = world.station(1, Approval.AUTOMATIC, Promotion.OFFER);
        var first = world.book(station, Samples.withEmail(1));
        var waiting = world.book(station, Samples.withEmail(2));
        world.cancel(first);
        var offered = world.moveUp(waiting);
        tell(offered, NoticeKind.STAY_OFFERED);
        var answer = new AnswerStayOffer(world.stations, world.stays, world.clock);
        var accepted = World.done(answer.answer(offered.id(), Answer.ACCEPTED));
        tell(accepted, NoticeKind.STAY_PROMOTED);

        var subjects = new ArrayList<String>();
        for (var mail : world.mails()) {
            subjects.add(mail.getSubject());
        }
        assertEquals(List.of("有房间了，请在 12月1日 星期二 14:00 之前确认：青荷驿站，12月8日–11日", "入住已确认：青荷驿站，12月8日–11日"), subjects);
    }

    @Test
    void after_a_cancellation_nothing_but_the_cancellation_is_told() {
        var stay = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        var confirmed = World.notice(stay, NoticeKind.STAY_CONFIRMED);
        var cancelled = World.notice(world.cancel(stay), NoticeKind.STAY_CANCELLED);

        assertEquals(0, world.deliver(world.notifier(), cancelled, confirmed));
        assertEquals(1, world.mails().size());
        assertEquals(NoticeRecord.Status.DROPPED_LATE, world.status(confirmed));
    }

    @Test
    void a_cancellation_waits_while_a_confirmation_may_be_on_its_way() {
        var stay = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        world.notices().claim(World.notice(stay, NoticeKind.STAY_CONFIRMED), world.clock.instant());
        var cancelled = World.notice(world.cancel(stay), NoticeKind.STAY_CANCELLED);

        assertEquals(1, world.deliver(world.notifier(), cancelled));
        world.clock.advance(DynamoNotices.CLAIM_FOR);
        assertEquals(0, world.deliver(world.notifier(), cancelled));
    }

    @Test
    void a_stay_is_told_of_at_night_too() {
        var stay = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        world.clock.advance(Duration.ofHours(16));
        tell(stay, NoticeKind.STAY_CONFIRMED);
        assertEquals(1, world.mails().size());
    }

    @Test
    void nobody_is_told_of_a_stay_that_was_erased() {
        var there = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        var erased = new Notice(
                StayId.fresh(there.station(), there.nights().arrive(), world.random), NoticeKind.STAY_CONFIRMED, 1);
        assertEquals(0, world.deliver(world.notifier(), erased));
        assertEquals("outdated", world.reason(erased));
    }

    @Test
    void who_has_no_email_gets_a_text_message() throws Exception {
        var stay = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withPhone(1));
        tell(stay, NoticeKind.STAY_CONFIRMED);

        var body = world.gateway.calls().getFirst().body();
        assertTrue(body.contains("\"kind\":\"stay.confirmed\""), body);
        assertTrue(body.contains("入住已确认：青荷驿站，12月8日起3晚，请在 22:00 之前到达。"), body);
        assertTrue(body.contains("https://yunhe.example/m/" + stay.id()), body);
    }

    @Test
    void an_address_that_is_refused_is_in_the_list_and_can_be_tried_again_with_a_trace() throws IOException {
        var stay = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        var notice = World.notice(stay, NoticeKind.STAY_CONFIRMED);
        var port = world.variables.get("SMTP_PORT");
        try (var stubborn = new StubbornMailServer("550 5.1.1 no such user")) {
            world.variables.put("SMTP_PORT", Integer.toString(stubborn.port()));
            assertEquals(0, world.deliver(world.notifier(), notice));
        }
        assertEquals("smtp 550", world.reason(notice));

        world.variables.put("SMTP_PORT", port);
        var queued = new ArrayList<Notice>();
        var outcome = world.retry(queued::add).retry(notice, "organiser");
        assertInstanceOf(RetryNotice.Outcome.Done.class, outcome);
        assertEquals(List.of(notice), queued);
        var trail = world.stays.auditOf(stay.id().value(), 5, Optional.empty());
        assertEquals(
                List.of("notice.retried"),
                trail.items().stream().map(AuditEntry::action).toList());
        assertEquals(0, world.deliver(world.notifier(), notice));
        assertEquals(NoticeRecord.Status.SENT, world.status(notice));
    }

    @Test
    void what_was_tried_often_enough_is_given_up() {
        var stay = world.book(world.station(1, Approval.AUTOMATIC, Promotion.AUTOMATIC), Samples.withEmail(1));
        var notice = World.notice(stay, NoticeKind.STAY_CONFIRMED);
        assertEquals(1, World.deliver(world.notifier(), world.batch(24, notice)));
        assertEquals("given_up", world.reason(notice));
    }

    @Test
    void what_the_store_writes_is_what_the_outbox_reads() {
        var station = world.station(1, Approval.REVIEW, Promotion.AUTOMATIC);
        var stay = world.book(station, Samples.withEmail(1));
        var booked = image(stay);
        stay = world.decide(stay, Verdict.APPROVE);
        var approved = image(stay);
        stay = world.change(stay, 2);
        var changed = image(stay);
        var waiting = world.book(station, Samples.withEmail(2));

        assertEquals(List.of(new Notice(stay.id(), NoticeKind.STAY_PENDING, 1)), notices(null, booked));
        assertEquals(List.of(new Notice(stay.id(), NoticeKind.STAY_CONFIRMED, 2)), notices(booked, approved));
        assertEquals(List.of(new Notice(stay.id(), NoticeKind.STAY_CHANGED, 3)), notices(approved, changed));
        assertEquals(List.of(new Notice(waiting.id(), NoticeKind.STAY_WAITLISTED, 1)), notices(null, image(waiting)));
    }

    private static List<Notice> notices(
            @Nullable Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        var record = new DynamodbStreamRecord();
        record.setEventName(before == null ? "INSERT" : "MODIFY");
        record.setDynamodb(new StreamRecord().withOldImage(before).withNewImage(after));
        return Images.notices(record);
    }

    /** As a stream has it, texts and numbers alone. */
    private Map<String, AttributeValue> image(Stay stay) {
        var item = world.store
                .client()
                .getItem(it -> it.tableName(world.store.tableName("LodgingTable"))
                        .key(LodgingKeys.stay(stay.id()).attributes()))
                .item();
        var image = new HashMap<String, AttributeValue>();
        item.forEach((name, value) ->
                image.put(name, new AttributeValue().withS(value.s()).withN(value.n())));
        return image;
    }

    private void tell(Stay stay, NoticeKind kind) {
        assertEquals(0, world.deliver(world.notifier(), World.notice(stay, kind)));
    }
}
