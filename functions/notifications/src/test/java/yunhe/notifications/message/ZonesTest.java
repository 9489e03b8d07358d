package yunhe.notifications.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.core.activity.Times;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;

/** Every time is the venue's, whatever the zone of the reader and of the machine, and whenever the clocks change. */
class ZonesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final TimeZone machine = TimeZone.getDefault();

    @BeforeEach
    void beSomewhereElse() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
    }

    @AfterEach
    void comeBack() {
        TimeZone.setDefault(machine);
    }

    /** Clocks went back on 25 October 2026 and go forward on 28 March 2027, both in the small hours. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-10-24T19:00, GMT+2, 2026-10-24T17:00:00Z
        2026-10-25T19:00, GMT+1, 2026-10-25T18:00:00Z
        2027-03-27T19:00, GMT+1, 2027-03-27T18:00:00Z
        2027-03-28T19:00, GMT+2, 2027-03-28T17:00:00Z
        """)
    void mail_text_message_and_calendar_agree_on_both_sides_of_a_change(
            LocalDateTime local, String offset, Instant instant) {
        var times = times(BERLIN, instant, instant.plusSeconds(7_200));
        assertEquals(local, times.startsInZone().toLocalDateTime());
        var en = confirmed(Language.EN, times);
        var zh = confirmed(Language.ZH, times);

        var clock = "19:00–21:00 (" + offset + ")";
        assertTrue(
                en.mail().content().text().contains(clock), en.mail().content().text());
        assertTrue(en.mail().content().html().contains(clock));
        assertTrue(
                zh.mail().content().text().contains("19:00–21:00（中欧时间 " + offset + "）"),
                zh.mail().content().text());
        assertTrue(en.sms().contains("19:00 (" + offset + ")"), en.sms());
        assertEquals(instant, starts(en));
        assertEquals(instant, starts(zh));
        assertEquals(instant.plusSeconds(7_200), ends(en));
    }

    @Test
    void when_the_clocks_change_during_an_activity_both_its_ends_name_their_zone() {
        var spring = times(BERLIN, Instant.parse("2027-03-28T00:00:00Z"), Instant.parse("2027-03-28T02:00:00Z"));
        var autumn = times(BERLIN, Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
        var overnight = times(BERLIN, Instant.parse("2027-03-27T21:00:00Z"), Instant.parse("2027-03-28T04:00:00Z"));

        assertEquals("Sunday, 28 March 2027, 01:00 (GMT+1) – 04:00 (GMT+2)", new When(Language.EN, spring).whole());
        assertEquals("Sunday, 25 October 2026, 02:30 (GMT+2) – 02:30 (GMT+1)", new When(Language.EN, autumn).whole());
        assertEquals(
                "Saturday, 27 March 2027, 22:00 (GMT+1) –, Sunday, 28 March 2027, 06:00 (GMT+2)",
                new When(Language.EN, overnight).whole());
    }

    @Test
    void someone_abroad_reads_the_venues_time_with_its_zone_and_the_calendar_has_the_instant() {
        var instant = Instant.parse("2026-12-05T06:00:00Z");
        var told = confirmed(Language.EN, times(SHANGHAI, instant, instant.plusSeconds(10_800)));

        assertTrue(told.mail().content().text().contains("Saturday, 5 December 2026 14:00–17:00 (GMT+8)"));
        assertTrue(told.sms().contains("5 December 14:00 (GMT+8)"), told.sms());
        assertEquals(instant, starts(told));
        assertTrue(ics(told).contains("DTSTART:20261205T060000Z"), ics(told));
    }

    @Test
    void what_ends_at_midnight_ends_on_its_day() {
        var times = times(SHANGHAI, Instant.parse("2026-12-05T12:00:00Z"), Instant.parse("2026-12-05T16:00:00Z"));

        assertEquals("2026年12月5日 星期六 20:00–00:00（北京时间）", new When(Language.ZH, times).whole());
    }

    @Test
    void deadlines_have_the_zone_of_their_own_moment() {
        // The start is in summer time, the deadline six hours before it is not.
        var times = times(BERLIN, Instant.parse("2027-03-28T04:00:00Z"), Instant.parse("2027-03-28T06:00:00Z"));
        var when = new When(Language.EN, times);

        assertEquals("Sunday, 28 March, 06:00 (GMT+2)", when.moment(times.startsAt()));
        assertEquals("Saturday, 27 March, 23:00 (GMT+1)", when.moment(Instant.parse("2027-03-27T22:00:00Z")));
    }

    /** Days are days of the venue's calendar; the fourth column is where spans of 24 hours, or UTC, would be wrong. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        Europe/Berlin, 2026-10-26T08:00:00Z, 2026-10-25T07:00:00Z, Tomorrow 09:00,               明天 09:00
        Europe/Berlin, 2026-10-25T22:30:00Z, 2026-10-24T22:30:00Z, Today 23:30,                  今天 23:30
        Europe/Berlin, 2026-10-25T22:30:00Z, 2026-10-24T21:30:00Z, Tomorrow 23:30,               明天 23:30
        Europe/Berlin, 2027-03-28T21:45:00Z, 2027-03-27T23:15:00Z, Today 23:45,                  今天 23:45
        Europe/Berlin, 2027-03-28T21:45:00Z, 2027-03-27T22:30:00Z, Tomorrow 23:45,               明天 23:45
        Europe/Berlin, 2027-03-29T07:00:00Z, 2027-03-27T08:00:00Z, In 2 days (29 March) 09:00,   后天（3月29日）09:00
        Asia/Shanghai, 2026-12-05T16:30:00Z, 2026-12-05T14:00:00Z, Tomorrow 00:30,               明天 00:30
        Asia/Shanghai, 2026-12-05T06:00:00Z, 2026-12-04T16:30:00Z, Today 14:00,                  今天 14:00
        Asia/Shanghai, 2026-12-05T06:00:00Z, 2026-12-04T06:00:00Z, Tomorrow 14:00,               明天 14:00
        Asia/Shanghai, 2027-01-02T06:00:00Z, 2026-12-30T06:00:00Z, In 3 days (2 January) 14:00,  3天后（1月2日）14:00
        """)
    void a_reminder_says_how_soon_on_the_venues_calendar(
            ZoneId zone, Instant starts, Instant now, String en, String zh) {
        var times = times(zone, starts, starts.plusSeconds(7_200));

        assertEquals(en + ": Salon", reminder(Language.EN, times, now));
        assertEquals(zh + "：Salon", reminder(Language.ZH, times, now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-04T10:00:00Z", "2026-12-05T05:59:59Z"})
    void a_reminder_says_how_to_cancel_only_while_one_may(Instant now) {
        var starts = Instant.parse("2026-12-05T06:00:00Z");
        var times = times(SHANGHAI, starts, starts.plusSeconds(7_200));
        var told = ToldOfActivity.of(NoticeKind.REMINDER, Language.EN)
                .during(times)
                .at(now);
        boolean possible = now.isBefore(times.cancelUntil());

        var text = told.mail().content().text();
        assertEquals(possible, text.contains("please cancel before Saturday, 5 December, 13:00 (GMT+8)"), text);
        assertEquals(possible, told.sms().contains("cancel"), told.sms());
        assertFalse(!possible && !text.contains("please tell the organiser"), text);
    }

    private static ToldOfActivity confirmed(Language language, Times times) {
        return ToldOfActivity.of(NoticeKind.CONFIRMED, language).during(times);
    }

    private static String reminder(Language language, Times times, Instant now) {
        return ToldOfActivity.of(NoticeKind.REMINDER, language)
                .about("Salon")
                .during(times)
                .at(now)
                .mail()
                .content()
                .subject();
    }

    private static Times times(ZoneId zone, Instant starts, Instant ends) {
        return new Times(zone, starts, ends, Optional.empty(), starts, starts.minusSeconds(3_600));
    }

    private static String ics(Told told) {
        return told.mail().enclosures().calendar().orElseThrow().ics();
    }

    private static Instant starts(Told told) {
        return Biweekly.parse(ics(told))
                .first()
                .getEvents()
                .getFirst()
                .getDateStart()
                .getValue()
                .toInstant();
    }

    private static Instant ends(Told told) {
        return Biweekly.parse(ics(told))
                .first()
                .getEvents()
                .getFirst()
                .getDateEnd()
                .getValue()
                .toInstant();
    }
}
