package yunhe.notifications.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.StationDetails;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;

/** Days and hours are the station's, whatever the zone of the reader and of the machine. */
class StayTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Instant IN_GOOD_TIME = Instant.parse("2026-10-01T00:00:00Z");

    private final TimeZone machine = TimeZone.getDefault();

    @BeforeEach
    void beSomewhereElse() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
    }

    @AfterEach
    void comeBack() {
        TimeZone.setDefault(machine);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-12-01, 2026-12-04, 12月1日–4日,                    1–4 December,                       3晚, 3 nights
        2026-12-01, 2026-12-02, 12月1日–2日,                    1–2 December,                       1晚, 1 night
        2026-11-29, 2026-12-02, 11月29日–12月2日,               29 November – 2 December,           3晚, 3 nights
        2026-12-30, 2027-01-02, 2026年12月30日–2027年1月2日,    30 December 2026 – 2 January 2027,  3晚, 3 nights
        """)
    void dates_say_once_what_is_the_same(
            LocalDate arrive, LocalDate depart, String zh, String en, String zhNights, String enNights) {
        var nights = new Nights(arrive, depart);

        assertEquals(zh, times(Language.ZH, nights).dates());
        assertEquals(en, times(Language.EN, nights).dates());
        assertEquals(zhNights, times(Language.ZH, nights).nights());
        assertEquals(enNights, times(Language.EN, nights).nights());
    }

    /** Clocks went back in the night before 25 October 2026. */
    @Test
    void a_station_abroad_names_its_zone_on_each_day_as_it_is_there() {
        var nights = new Nights(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 25));
        var told = ToldOfStay.of(NoticeKind.STAY_CONFIRMED, Language.EN)
                .inThe(in(BERLIN))
                .after(it -> it.confirmed(IN_GOOD_TIME))
                .during(nights);
        var text = told.mail().content().text();
        var ics = told.mail().enclosures().calendar().orElseThrow().ics();

        assertTrue(text.contains("Saturday, 24 October 2026 from 14:00 (GMT+2) before 22:00 (GMT+2)"), text);
        assertTrue(text.contains("Sunday, 25 October 2026 before 12:00 (GMT+1)"), text);
        assertTrue(ics.contains("DTSTART:20261024T120000Z"), ics);
        assertTrue(ics.contains("DTEND:20261025T110000Z"), ics);
        var zh = ToldOfStay.of(NoticeKind.STAY_CONFIRMED, Language.ZH)
                .inThe(in(BERLIN))
                .after(it -> it.confirmed(IN_GOOD_TIME))
                .during(nights);
        assertTrue(zh.sms().contains("请在 22:00（中欧时间 GMT+2） 之前到达"), zh.sms());
    }

    @Test
    void whoever_gets_a_room_after_the_hour_of_no_shows_has_a_day() {
        var late = StayScene.MOVED_UP_IN_THE_NIGHT.in(Language.EN);

        var text = late.mail().content().text();
        assertTrue(text.contains("Please arrive before Wednesday, 9 December, 22:00 (GMT+8)."), text);
        assertTrue(text.contains("from 14:00 (GMT+8) before 9 December 22:00 (GMT+8)"), text);
        assertTrue(late.sms().contains("Arrive before 9 December 22:00 (GMT+8)."), late.sms());
    }

    private static StayTimes times(Language language, Nights nights) {
        var occasion = ToldOfStay.of(NoticeKind.STAY_CONFIRMED, language)
                .during(nights)
                .occasion();
        return new StayTimes(language, occasion.station(), occasion.stay());
    }

    private static StationDetails in(ZoneId zone) {
        var here =
                ToldOfStay.of(NoticeKind.STAY_CONFIRMED, Language.EN).station().details();
        return new StationDetails(
                here.name(),
                here.address(),
                zone,
                here.checkInFrom(),
                here.checkOutUntil(),
                here.noShowAt(),
                here.rooms(),
                here.policy(),
                here.nightRules());
    }
}
