package yunhe.notifications.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.core.activity.Venue;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;
import yunhe.notifications.channel.Delivery;
import yunhe.notifications.channel.SmtpChannel;
import yunhe.notifications.channel.SmtpSettings;

/** What stands in the list of a mail app, as a mail server hands it over. */
class SubjectsTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final String TABLE = """
        CONFIRMED                         | 报名成功：%s                         | You’re in: %s
        CONFIRMED_WHILE_IT_GOES_ON        | 报名成功：%s                         | You’re in: %s
        APPROVED                          | 审核通过，报名成功：%s               | Approved – you’re in: %s
        MOVED_UP                          | 候补成功，您有名额了：%s             | You have a place now: %s
        ACCEPTED                          | 名额已确认：%s                       | Your place is confirmed: %s
        WAITLISTED                        | 已进入候补：%s                       | You’re on the waiting list: %s
        PENDING                           | 报名审核中：%s                       | Under review: %s
        PENDING_AFTER_AN_EDIT             | 修改审核中，名额仍保留：%s           | Your change is under review, your place is kept: %s
        PENDING_AFTER_MOVING_UP           | 候补轮到您，报名审核中：%s           | It’s your turn – now under review: %s
        PENDING_AFTER_AN_OFFER            | 已接受名额，报名审核中：%s           | Place accepted – now under review: %s
        PENDING_AGAIN                     | 报名重新审核中：%s                   | Under review again: %s
        OFFERED                           | 有名额了，请在 12月1日 星期二 14:00 之前确认：%s | A place is free – accept by Tuesday, 1 December, 14:00 (GMT+8): %s
        REJECTED                          | 报名未通过：%s                       | Not accepted this time: %s
        CANCELLED_BY_THE_PERSON           | 报名已取消：%s                       | Registration cancelled: %s
        CANCELLED_BY_THE_ORGANISER        | 主办方取消了您的报名：%s             | Cancelled by the organiser: %s
        DECLINED                          | 您已放弃名额：%s                     | You have declined the place: %s
        OFFER_RAN_OUT                     | 名额保留已过期：%s                   | The place is no longer held for you: %s
        LINE_ENDED                        | 很遗憾，没有等到名额：%s             | No place became free: %s
        REVIEW_NOT_DECIDED                | 很遗憾，开始前未完成审核：%s         | Not reviewed in time: %s
        LINE_OR_REVIEW_ENDED              | 很遗憾，报名已失效：%s               | No place this time: %s
        CHANGED_FOR_WHO_COMES             | 时间或地点有变，现为 12月8日 14:00：%s | New time or place – now 8 December 14:00 (GMT+8): %s
        ACTIVITY_CANCELLED                | 活动已取消：%s（原定 12月8日 14:00） | Cancelled: %s (was 8 December 14:00 (GMT+8))
        REMINDER_THE_DAY_BEFORE           | 明天 14:00：%s                       | Tomorrow 14:00: %s
        REMINDER_TWO_HOURS_BEFORE         | 今天 14:00：%s                       | Today 14:00: %s
        REMINDER_DAYS_BEFORE              | 3天后（12月8日）14:00：%s            | In 3 days (8 December) 14:00: %s
        LINK                              | 您的报名链接：%s                     | Your registration link: %s
        """;

    private static final String OF_STAYS = """
        CONFIRMED                     | 入住已确认：%s，12月8日–11日               | Your stay is confirmed: %s, 8–11 December
        APPROVED                      | 审核通过，入住已确认：%s，12月8日–11日     | Approved – your stay is confirmed: %s, 8–11 December
        MOVED_UP                      | 候补成功，您有房间了：%s，12月8日–11日     | You have a room now: %s, 8–11 December
        ACCEPTED                      | 入住已确认：%s，12月8日–11日               | Your stay is confirmed: %s, 8–11 December
        WAITLISTED                    | 已进入候补：%s，12月8日–11日               | You’re on the waiting list: %s, 8–11 December
        PENDING                       | 住宿申请审核中：%s，12月8日–11日           | Your application is under review: %s, 8–11 December
        PENDING_AFTER_MOVING_UP       | 候补轮到您，申请审核中：%s，12月8日–11日   | It’s your turn – now under review: %s, 8–11 December
        PENDING_AFTER_AN_OFFER        | 已接受房间，申请审核中：%s，12月8日–11日   | Room accepted – now under review: %s, 8–11 December
        PENDING_AGAIN                 | 申请重新审核中：%s，12月8日–11日           | Under review again: %s, 8–11 December
        OFFERED                       | 有房间了，请在 12月1日 星期二 14:00 之前确认：%s，12月8日–11日 | A room is free – accept by Tuesday, 1 December, 14:00 (GMT+8): %s, 8–11 December
        REJECTED                      | 住宿申请未通过：%s，12月8日–11日           | Application not accepted: %s, 8–11 December
        REJECTED_AFTER_A_CONFIRMATION | 驿站取消了您的住宿：%s，12月8日–11日       | Cancelled by the station: %s, 8–11 December
        CANCELLED                     | 住宿已取消：%s，12月8日–11日               | Stay cancelled: %s, 8–11 December
        DECLINED                      | 您已放弃房间：%s，12月8日–11日             | You have declined the room: %s, 8–11 December
        OFFER_RAN_OUT                 | 房间保留已过期：%s，12月8日–11日           | The room is no longer held for you: %s, 8–11 December
        LINE_ENDED                    | 很遗憾，没有等到空房：%s，12月8日–11日     | No room became free: %s, 8–11 December
        NOT_REVIEWED_IN_TIME          | 很遗憾，未能及时完成审核：%s，12月8日–11日 | Not reviewed in time: %s, 8–11 December
        CHANGED                       | 住宿有变，现为 12月8日–11日，单人间：%s    | Your stay has changed – now 8–11 December, Single room: %s
        """;

    private static final String OF_MEETINGS = """
        PUBLISHED                    | 您有 6 场对接洽谈：%s         | Your 6 meetings: %s
        PUBLISHED_TOO_LATE_TO_CANCEL | 您有 1 场对接洽谈：%s         | Your 1 meeting: %s
        NONE                         | 您暂无对接洽谈：%s          | No meetings for you so far: %s
        CHANGED                      | 对接日程有变，现有 3 场：%s   | Your meetings have changed – now 3: %s
        NONE_ANY_MORE                | 对接日程有变，您暂无场次：%s     | Your meetings have changed – now none: %s
        """;

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void emptyTheMailbox() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, delimiter = '|')
    void a_subject_says_the_thing_in_the_persons_language(Scene scene, String zh, String en) throws Exception {
        assertSubject(zh.formatted("运河南端遇见你：青年人才联谊会"), scene, Language.ZH);
        assertSubject(en.formatted("Meet at the South End: a mixer for young talent"), scene, Language.EN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = OF_STAYS, delimiter = '|')
    void a_subject_about_a_stay_says_where_and_when(StayScene scene, String zh, String en) throws Exception {
        assertSubject(zh.formatted("青荷驿站 · 运河站"), scene, Language.ZH);
        assertSubject(en.formatted("Qinghe Station by the Canal"), scene, Language.EN);
    }

    @ParameterizedTest
    @CsvSource(textBlock = OF_MEETINGS, delimiter = '|')
    void a_subject_about_meetings_says_how_many(MeetingsScene scene, String zh, String en) throws Exception {
        assertSubject(zh.formatted("运河之春融资路演（示例）"), scene, Language.ZH);
        assertSubject(en.formatted("Canal Spring Roadshow (sample)"), scene, Language.EN);
    }

    @Test
    void no_kind_is_without_a_subject_in_the_table() {
        var kinds = Stream.of(
                        scenes(TABLE).map(Scene::valueOf),
                        scenes(OF_STAYS).map(StayScene::valueOf),
                        scenes(OF_MEETINGS).map(MeetingsScene::valueOf))
                .flatMap(scenes -> scenes)
                .map(Shown::kind)
                .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(NoticeKind.class), kinds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mal\r\nBcc: all@example.com\r\n\r\nlory",
                "\"Quote\" <script>alert(1)</script> O'Hara & Söhne",
                "李雷 👩‍👩‍👧‍👦 🎉",
                "مريم الفاسي",
                "a,b;c:<d@e.example>",
                "=?utf-8?q?=0D=0ABcc:_x@example.com?=",
            })
    void no_title_name_or_place_breaks_a_header(String text) throws Exception {
        var typed = text.repeat(80).substring(0, 80);
        for (var kind : NoticeKind.values()) {
            SERVER.purgeEmailFromAllMailboxes();
            var told = Told.of(kind, Language.ZH).to(typed).about(typed).in(new Venue(typed, typed));
            var mail = arrived(told);

            assertEquals(1, mail.getAllRecipients().length);
            assertNull(mail.getHeader("Bcc", null));
            var name = ((InternetAddress) mail.getAllRecipients()[0]).getPersonal();
            assertEquals(typed.replaceAll("[\\r\\n]+", " ").strip(), seen(name));
            assertEquals(told.mail().content().subject().strip(), seen(mail.getSubject()));
            assertTrue(seen(mail.getSubject()).contains(Typed.line(typed)), mail.getSubject());
            assertEquals(kind.code(), mail.getHeader("X-Yunhe-Kind", null));
        }
    }

    private static Stream<String> scenes(String table) {
        return table.lines().map(line -> line.split("\\|", 2)[0].strip());
    }

    /** What looks encoded already is kept apart by a sign that nobody sees. */
    private static String seen(String header) {
        return header.replace("\u2060", "");
    }

    private static void assertSubject(String expected, Shown scene, Language language) throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        var told = scene.in(language);
        var mail = arrived(told);

        assertEquals(expected, mail.getSubject());
        assertEquals(scene.kind().code(), mail.getHeader("X-Yunhe-Kind", null));
        assertEquals(told.occasion().notice().about().value(), mail.getHeader("X-Yunhe-About", null));
        assertEquals(language.code(), mail.getHeader("Content-Language", null));
    }

    private static MimeMessage arrived(Told told) {
        var settings = new SmtpSettings(
                "127.0.0.1",
                SERVER.getSmtp().getPort(),
                SmtpSettings.Security.NONE,
                Optional.empty(),
                "运河 yunhe <no-reply@yunhe.example>");
        try (var line = new SmtpChannel(settings).open()) {
            assertEquals(new Delivery.Sent(), line.send(told.mail()));
        }
        var mails = SERVER.getReceivedMessages();
        assertEquals(1, mails.length);
        return mails[0];
    }
}
