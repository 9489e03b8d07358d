package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yunhe.notifications.StillTrueTest.calendars;
import static yunhe.notifications.StillTrueTest.parts;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Registration;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.shared.Bilingual;
import yunhe.testkit.Samples;

/** Whoever takes part in a roadshow hears of their own meetings, and again only when those have changed. */
class MeetingsNoticesTest {

    private final World world = new World();
    private final Roadshow roadshow = new Roadshow(world);

    private Registration robots;
    private Registration biotech;
    private Registration capital;
    private Registration ventures;
    private Registration latecomer;

    @BeforeEach
    void open() {
        robots = roadshow.project(1, Samples.withEmail(1));
        biotech = roadshow.project(2, Samples.withEmail(2));
        capital = roadshow.investor(3, Samples.withEmail(3));
        ventures = roadshow.investor(4, Samples.withEmail(4));
        latecomer = roadshow.investor(5, Samples.withEmail(5));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everybody_gets_one_mail_with_their_own_meetings_in_one_file() throws Exception {
        deliver(published());

        assertEquals(5, world.mails().size());
        var mail = mailTo(robots);
        assertEquals("meetings.published", mail.getHeader("X-Yunhe-Kind", null));
        assertEquals(robots.id().value(), mail.getHeader("X-Yunhe-About", null));
        assertEquals("您有 2 场对接洽谈：运河南端遇见你", mail.getSubject());
        var text = parts(mail, "text/plain").getFirst().getContent().toString();
        assertTrue(text.contains("10:00–10:15 · 1 号桌 · 资本3"), text);
        assertTrue(text.contains("10:15–10:30 · 1 号桌 · 资本4"), text);
        assertFalse(text.contains("项目"), text);
        assertTrue(text.contains("https://yunhe.example/m/" + robots.id() + "?token="), text);

        var file = parts(mail, "text/calendar").getFirst();
        assertEquals("meetings.ics", file.getFileName());
        assertTrue(file.getContentType().contains("method=PUBLISH"), file.getContentType());
        assertEquals(
                List.of("对接洽谈：资本3", "对接洽谈：资本4"),
                events(mail).stream()
                        .map(event -> event.getSummary().getValue())
                        .toList());
        assertEquals(Set.of("CONFIRMED"), statuses(mail));
    }

    @Test
    void who_has_no_meeting_is_told_so_without_a_file() throws Exception {
        deliver(published());

        var mail = mailTo(latecomer);
        assertEquals("您暂无对接洽谈：运河南端遇见你", mail.getSubject());
        assertTrue(calendars(mail).isEmpty());
    }

    @Test
    void what_is_delivered_again_is_told_once() {
        var notices = published();
        deliver(notices);
        deliver(notices);

        assertEquals(5, world.mails().size());
        assertEquals(List.of(), roadshow.repair(), "nothing has changed");
    }

    @Test
    void a_cancellation_is_told_to_those_alone_whose_meetings_it_changes() throws Exception {
        deliver(published());
        var before = events(mailTo(robots));
        world.mailServer.purgeEmailFromAllMailboxes();
        world.cancel(ventures);
        deliver(roadshow.repair());

        assertEquals(3, world.mails().size());
        assertTrue(world.mails().stream().noneMatch(mail -> isTo(mail, capital)), "nothing changed for them");
        assertTrue(world.mails().stream().noneMatch(mail -> isTo(mail, ventures)), "they know");
        var mail = mailTo(robots);
        assertEquals("对接日程有变，现有 2 场：运河南端遇见你", mail.getSubject());
        var text = parts(mail, "text/plain").getFirst().getContent().toString();
        assertTrue(text.contains("资本3\n") || text.contains("资本3\r\n"), text);
        assertTrue(text.contains("资本4 · 已取消"), text);
        assertTrue(text.contains("资本5 · 新增"), text);

        var after = events(mail);
        assertEquals(3, after.size());
        var gone = event(after, "资本4");
        assertEquals("CANCELLED", gone.getStatus().getValue());
        assertEquals(event(before, "资本4").getUid().getValue(), gone.getUid().getValue());
        assertEquals(
                event(before, "资本4").getDateStart().getValue(),
                gone.getDateStart().getValue());
        assertTrue(gone.getSequence().getValue()
                > event(before, "资本4").getSequence().getValue());
        assertEquals("CONFIRMED", event(after, "资本3").getStatus().getValue());
        assertEquals(
                event(before, "资本3").getSequence().getValue(),
                event(after, "资本3").getSequence().getValue());
        assertEquals("对接日程有变，现有 2 场：运河南端遇见你", mailTo(latecomer).getSubject());
    }

    @Test
    void what_no_longer_takes_place_is_listed_once_and_stays_in_the_file() throws Exception {
        deliver(published());
        world.cancel(ventures);
        deliver(roadshow.repair());
        world.mailServer.purgeEmailFromAllMailboxes();
        world.cancel(latecomer);
        deliver(roadshow.repair());

        var mail = mailTo(robots);
        var text = parts(mail, "text/plain").getFirst().getContent().toString();
        assertFalse(text.contains("资本4"), text);
        assertTrue(text.contains("资本5 · 已取消"), text);
        assertEquals("CANCELLED", event(events(mail), "资本4").getStatus().getValue());
    }

    @Test
    void nothing_has_changed_for_someone_who_was_told_nothing_yet() throws Exception {
        var first = published();
        world.cancel(ventures);
        var second = roadshow.repair();
        deliver(first);
        deliver(second);

        var told = world.mails().stream().filter(mail -> isTo(mail, robots)).toList();
        assertEquals(1, told.size());
        assertEquals("您有 2 场对接洽谈：运河南端遇见你", told.getFirst().getSubject());
        var text = parts(told.getFirst(), "text/plain").getFirst().getContent().toString();
        assertFalse(text.contains("资本4"), text);
        assertFalse(text.contains("新增"), text);
        assertEquals(NoticeRecord.Status.DROPPED_LATE, world.status(of(first, robots)));
        assertEquals(NoticeRecord.Reason.OUTDATED, world.reason(of(first, robots)));
    }

    @Test
    void a_revision_that_was_refused_counts_as_unknown() throws Exception {
        var first = published();
        try (var never = new StubbornMailServer("550 5.1.1 no such user")) {
            var port = world.variables.put("SMTP_PORT", Integer.toString(never.port()));
            deliver(List.of(of(first, robots)));
            world.variables.put("SMTP_PORT", port);
        }
        world.cancel(ventures);
        deliver(List.of(of(roadshow.repair(), robots)));

        assertEquals("您有 2 场对接洽谈：运河南端遇见你", mailTo(robots).getSubject());
    }

    @Test
    void whoever_is_looked_at_again_keeps_their_meetings_and_whoever_is_gone_hears_nothing() {
        var notices = published();
        roadshow.review(robots);
        world.cancel(capital);
        deliver(List.of(of(notices, robots), of(notices, capital)));

        assertEquals(NoticeRecord.Status.SENT, world.status(of(notices, robots)));
        assertEquals(NoticeRecord.Reason.OUTDATED, world.reason(of(notices, capital)));
        assertEquals(1, world.mails().size());
    }

    @Test
    void meetings_are_told_while_the_roadshow_goes_on_and_not_when_it_is_over_or_called_off() {
        var notices = published();
        var end = roadshow.activity().times().endsAt();
        world.clock.moveTo(end.minusSeconds(1));
        deliver(List.of(of(notices, robots)));
        world.clock.moveTo(end);
        deliver(List.of(of(notices, biotech)));
        var organiser = new Activities.Actor("organiser", end);
        assertTrue(world.activities
                .cancel(roadshow.activity(), Bilingual.same("台风"), organiser)
                .isPresent());
        deliver(List.of(of(notices, capital)));

        assertEquals(NoticeRecord.Status.SENT, world.status(of(notices, robots)));
        assertEquals(NoticeRecord.Reason.LATE, world.reason(of(notices, biotech)));
        assertEquals(NoticeRecord.Reason.OUTDATED, world.reason(of(notices, capital)));
        assertEquals(1, world.mails().size());
    }

    @Test
    void without_a_timetable_there_is_nothing_to_tell() {
        var notice = new Notice(robots.id(), NoticeKind.MEETINGS_PUBLISHED, 1);
        deliver(List.of(notice));

        assertEquals(NoticeRecord.Reason.OUTDATED, world.reason(notice));
    }

    @Test
    void who_has_no_email_reads_how_many_and_where_to_look() {
        var phone = roadshow.project(6, Samples.withPhone(6));
        var notices = roadshow.publish(List.of(phone, capital), Roadshow.pair(phone, capital));
        deliver(List.of(of(notices, phone)));

        var body = world.gateway.calls().getFirst().body();
        assertTrue(body.contains("您有 1 场对接洽谈：运河南端遇见你，12月8日 10:00 起。详情：https://yunhe.example/m/"), body);
        assertTrue(body.contains("meetings.published"), body);
    }

    /** Both projects with both of the first investors, one after the other. */
    private List<Notice> published() {
        return roadshow.publish(
                List.of(robots, biotech, capital, ventures, latecomer),
                Roadshow.pair(robots, capital),
                Roadshow.pair(robots, ventures),
                Roadshow.pair(biotech, capital),
                Roadshow.pair(biotech, ventures));
    }

    private void deliver(List<Notice> notices) {
        assertEquals(0, world.deliver(world.notifier(), notices.toArray(Notice[]::new)));
    }

    private static Notice of(List<Notice> notices, Registration registration) {
        return notices.stream()
                .filter(notice -> notice.about().equals(registration.id()))
                .findFirst()
                .orElseThrow();
    }

    private MimeMessage mailTo(Registration registration) {
        return world.mails().stream()
                .filter(mail -> isTo(mail, registration))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isTo(MimeMessage mail, Registration registration) {
        try {
            var address = registration.person().email().orElseThrow().address();
            return Arrays.toString(mail.getRecipients(RecipientType.TO)).contains(address);
        } catch (jakarta.mail.MessagingException cause) {
            throw new AssertionError(cause);
        }
    }

    private static List<VEvent> events(MimeMessage mail) throws Exception {
        var calendars = calendars(mail);
        assertEquals(1, calendars.size());
        return Biweekly.parse(calendars.getFirst()).first().getEvents();
    }

    private static Set<String> statuses(MimeMessage mail) throws Exception {
        return events(mail).stream().map(event -> event.getStatus().getValue()).collect(Collectors.toSet());
    }

    private static VEvent event(List<VEvent> events, String organisation) {
        return events.stream()
                .filter(event -> event.getSummary().getValue().endsWith(organisation))
                .findFirst()
                .orElseThrow();
    }
}
