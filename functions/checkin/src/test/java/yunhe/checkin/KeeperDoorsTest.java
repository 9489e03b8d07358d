package yunhe.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Approval;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;
import yunhe.core.shared.Bilingual;
import yunhe.testkit.staff.Call;

/** A day at a station, as its keeper sees it and works through it. */
final class KeeperDoorsTest {

    private static final LocalDate TODAY = Inn.TODAY;

    private Hall hall;
    private Inn inn;
    private Door door;
    private String session;

    @BeforeEach
    void open() {
        hall = new Hall();
        inn = new Inn(hall);
        door = new Door(hall);
        session = door.session("staff");
        hall.clock.set(Inn.at(TODAY, "14:30"));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void the_stations_are_listed_with_what_is_free_tonight() {
        inn.guest("韩梅梅", 3);
        var page = see("/door/stations?lang=en");

        var card = page.substring(page.indexOf("/door/stations/" + inn.station.id()));
        assertTrue(card.contains("Canal Station"), page);
        assertTrue(card.contains("19 free"), card);
        assertTrue(see("/door?lang=en").contains("href=\"/door/stations?lang=en\""));
    }

    @Test
    void whoever_is_not_signed_in_sees_no_station_and_changes_nothing() {
        var stay = inn.guest("韩梅梅", 3);
        for (var path : List.of("/door/stations", "/door/stations/" + inn.station.id())) {
            var page = door.answer(Call.get(path));
            assertTrue(page.getBody().contains("/door/sign-in"), page.getBody());
            assertFalse(page.getBody().contains("单人间"), page.getBody());
        }
        var reply = door.answer(
                Call.form(path("check-in"), "nonce=1&stay=" + stay.id()).own());
        assertEquals(303, reply.getStatusCode());
        assertEquals(StayStatus.CONFIRMED, inn.stored(stay).status());
    }

    @Test
    void arrivals_departures_guests_and_no_shows_of_the_day_are_there_with_names_masked() {
        var leaving = in(inn.guest("王小虎", "single", TODAY.minusDays(2), 2));
        var staying = in(inn.guest("李小龙", "bed-women", TODAY.minusDays(1), 3));
        var missing = inn.guest("孙行者", 2);
        hall.clock.set(Inn.at(TODAY, "22:00"));
        inn.sweep();
        hall.clock.set(Inn.at(TODAY, "14:30"));
        var expected = inn.guest("韩梅梅", 3);
        inn.guest("赵子龙", "single", TODAY.plusDays(1), 2);
        var page = day();

        assertIn(page, "arrivals", expected, "韩*梅", "Single room", "8 Dec – 11 Dec · 3 nights", "Expected");
        assertIn(page, "in-house", staying, "李*龙", "Bed for women", "7 Dec – 10 Dec · 3 nights");
        assertTrue(section(page, "no-shows").contains("孙*者"), missing + " in " + page);
        assertFalse(page.contains("赵"), "tomorrow's guest is not today's");
        assertFalse(page.contains("韩梅梅"));
        assertFalse(page.contains("@example.com"));
        // The sweep of tonight has seen the guest who should have left.
        assertEquals(StayStatus.CHECKED_OUT, inn.stored(leaving).status());
        assertTrue(section(page, "departures").contains("王*虎"));
    }

    @Test
    void an_organiser_sees_names_in_full_and_it_is_recorded() {
        inn.guest("韩梅梅", 3);
        assertFalse(day().contains("韩梅梅"));
        assertEquals(List.of(), listed());

        session = door.session("organiser");
        assertTrue(day().contains("韩梅梅"));
        assertEquals(
                List.of(new AuditEntry(
                        hall.clock.instant(),
                        "staff-7",
                        Stations.Action.LISTED,
                        inn.station.id().value())),
                listed());
    }

    @Test
    void beds_are_counted_with_what_is_blocked_and_why() {
        inn = new Inn(
                hall,
                Approval.AUTOMATIC,
                List.of(new NightRule(
                        TODAY,
                        TODAY.plusDays(2),
                        Optional.of("bed-women"),
                        Optional.empty(),
                        3,
                        Optional.of(new Bilingual("检修", "under repair")))));
        inn.guest("韩梅梅", "bed-women", TODAY, 2);
        var page = day();

        assertEquals(List.of("20", "0", "0", "20"), row(page, "Single room"));
        assertEquals(List.of("4", "1", "3", "0"), row(page, "Bed for women"));
        assertTrue(page.contains("Bed for women: 3 blocked until 10 Dec – under repair"), page);
    }

    @Test
    void the_month_shows_every_night_as_a_number_and_a_level() {
        inn.guest("韩梅梅", "bed-women", TODAY, 2);
        inn.guest("李雷", "bed-women", TODAY, 1);
        var page = day();

        assertTrue(page.contains("aria-label=\"Tue 8 Dec: 2 of 4 taken\""), page);
        assertTrue(page.contains("aria-label=\"Wed 9 Dec: 1 of 4 taken\""), page);
        assertTrue(page.contains("class=\"night level-5 shown today\""), page);
        assertTrue(page.contains("class=\"night level-2\""), page);
        assertEquals(2, count(page, "aria-current=\"date\""), "the day, once for each room type");
        assertTrue(page.contains("?day=2026-11-08&amp;lang=en"), "the month before");
        assertTrue(page.contains("?day=2027-01-08&amp;lang=en"), "the month after");
        assertTrue(page.contains("?day=2026-12-07&amp;lang=en"), "the day before");
    }

    @Test
    void applications_that_wait_for_a_review_are_counted() {
        inn = new Inn(hall, Approval.REVIEW, List.of());
        hall.clock.set(Inn.at(TODAY, "09:00").minusSeconds(60));
        assertFalse(day().contains("waiting for review"));
        // Asked for three days before they begin, and held for one.
        inn.guest("韩梅梅", "single", TODAY.plusDays(3), 3);
        inn.guest("李雷", "single", TODAY.plusDays(3), 3);
        assertTrue(day().contains("2 applications are waiting for review."), day());
    }

    @Test
    void a_guest_without_a_phone_is_checked_in_by_hand_once() {
        var stay = inn.guest("韩梅梅", 3);
        var button = button(section(day(), "arrivals"), "check-in");
        var first = press("check-in", button);

        assertEquals(303, first.getStatusCode(), first.getBody());
        var admitted = inn.stored(stay).history().checkedIn().orElseThrow();
        assertEquals("staff-7", admitted.by());
        assertTrue(see(first.getHeaders().get("location")).contains("韩*梅 is checked in"));
        assertEquals(303, press("check-in", button).getStatusCode());
        assertEquals(303, press("check-in", "nonce=other&stay=" + stay.id()).getStatusCode());
        assertEquals(Optional.of(admitted), inn.stored(stay).history().checkedIn());
    }

    @Test
    void before_the_hour_there_is_no_button_and_pressing_one_says_why() {
        var stay = inn.guest("韩梅梅", 3);
        hall.clock.set(Inn.at(TODAY, "13:59"));
        assertFalse(section(day(), "arrivals").contains("<form"));
        var reply = press("check-in", "nonce=one&stay=" + stay.id());

        assertEquals(409, reply.getStatusCode());
        assertTrue(reply.getBody().contains("Check-in has not begun"), reply.getBody());
        assertEquals(StayStatus.CONFIRMED, inn.stored(stay).status());
    }

    @Test
    void a_guest_who_leaves_is_checked_out_and_pressing_again_changes_nothing() {
        var stay = in(inn.guest("韩梅梅", "single", TODAY.minusDays(2), 2));
        var button = button(section(day(), "departures"), "check-out");
        var reply = press("check-out", button);

        assertEquals(303, reply.getStatusCode(), reply.getBody());
        var left = inn.stored(stay);
        assertEquals(StayStatus.CHECKED_OUT, left.status());
        assertTrue(see(reply.getHeaders().get("location")).contains("韩*梅 is checked out"));
        assertEquals(303, press("check-out", button).getStatusCode());
        assertEquals(left, inn.stored(stay));
        assertEquals(
                List.of(Stations.Action.STAY_CHECKED_OUT),
                inn.stays.auditOf(stay.id().value(), 10, Optional.empty()).items().stream()
                        .map(AuditEntry::action)
                        .toList());
    }

    @Test
    void whoever_leaves_early_gives_the_nights_from_today_on_back() {
        in(inn.guest("韩梅梅", "single", TODAY.minusDays(1), 4));
        assertEquals("1", row(day(), "Single room").get(1));
        var button = button(section(day(), "in-house"), "check-out");

        assertEquals(303, press("check-out", button).getStatusCode());
        assertEquals("0", row(day(), "Single room").get(1));
        assertTrue(section(day(), "departures").contains("Checked out"));
    }

    @Test
    void nobody_is_checked_out_who_is_not_in() {
        var stay = inn.guest("韩梅梅", 3);
        var reply = press("check-out", "stay=" + stay.id());

        assertEquals(409, reply.getStatusCode());
        assertTrue(reply.getBody().contains("cannot be checked out"), reply.getBody());
    }

    @Test
    void a_check_in_by_mistake_is_undone_with_a_reason() {
        var stay = in(inn.guest("韩梅梅", 3));
        var button = button(section(day(), "in-house"), "undo");
        assertEquals(400, press("undo", button).getStatusCode());
        var reply = press("undo", button + "&reason=the+wrong+guest");

        assertEquals(303, reply.getStatusCode(), reply.getBody());
        assertTrue(see(reply.getHeaders().get("location")).contains("The check-in of 韩*梅 is undone"));
        assertEquals(
                "the wrong guest",
                inn.stored(stay).history().undone().getFirst().reason());
        assertEquals(303, press("undo", button + "&reason=again").getStatusCode());
        assertEquals(
                409, press("undo", "reason=x&stay=" + inn.guest("李雷", 3).id()).getStatusCode());
    }

    @Test
    void another_site_presses_no_button() {
        var stay = inn.guest("韩梅梅", 3);
        for (var what : List.of("check-in", "check-out", "undo")) {
            var call = Call.form(path(what), "nonce=one&reason=x&stay=" + stay.id())
                    .header("sec-fetch-site", "cross-site")
                    .cookie(session);
            assertEquals(403, door.answer(call).getStatusCode());
        }
        assertEquals(StayStatus.CONFIRMED, inn.stored(stay).status());
    }

    @Test
    void a_stay_of_another_station_is_not_there() {
        var elsewhere = new Inn(hall).guest("韩梅梅", 3);
        for (var what : List.of("check-in", "check-out", "undo")) {
            for (var stay : List.of(elsewhere.id().value(), "stay_x", "")) {
                assertEquals(404, press(what, "nonce=one&reason=x&stay=" + stay).getStatusCode());
            }
        }
        assertFalse(see(path("") + "&stay=" + elsewhere.id()).contains("韩"));
        assertEquals(404, get("/door/stations/" + StationId.fresh(hall.random)).getStatusCode());
        assertEquals(404, get("/door/stations/stn_x").getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-02-30", "2026-12", "+99999-01-01", "2020-01-01", "2031-01-01"})
    void what_is_no_day_is_said_to_be_none(String day) {
        var reply = get("/door/stations/" + inn.station.id() + "?lang=en&day=" + day);
        assertEquals(400, reply.getStatusCode());
        assertTrue(reply.getBody().contains("Day"), reply.getBody());
        assertTrue(get("/door/stations/" + inn.station.id() + "?lang=zh&day=" + day)
                .getBody()
                .contains("日期"));
    }

    @Test
    void on_another_day_there_is_nothing_to_press() {
        var stay = inn.guest("韩梅梅", "single", TODAY.plusDays(1), 2);
        var page = see(path("") + "&day=" + TODAY.plusDays(1));

        assertTrue(section(page, "arrivals").contains("韩*梅"), stay + " in " + page);
        assertFalse(page.contains("<form"), page);
        assertTrue(page.contains("Back to today"));
    }

    @Test
    void today_is_the_stations_own_day() {
        hall.clock.set(Inn.at(TODAY, "00:30"));
        assertTrue(see("/door/stations/" + inn.station.id() + "?lang=zh").contains("12月8日 周二"));
    }

    private Stay in(Stay stay) {
        var before = hall.clock.instant();
        hall.clock.set(Inn.at(stay.nights().arrive(), "14:10"));
        var reply = press("check-in", "nonce=in&stay=" + stay.id());
        assertEquals(303, reply.getStatusCode(), reply.getBody());
        hall.clock.set(before);
        return inn.stored(stay);
    }

    private List<AuditEntry> listed() {
        return inn.stays.auditOf(inn.station.id().value(), 10, Optional.empty()).items().stream()
                .filter(entry -> entry.action().equals(Stations.Action.LISTED))
                .toList();
    }

    private String day() {
        return see(path(""));
    }

    private String path(String what) {
        return "/door/stations/" + inn.station.id() + (what.isEmpty() ? "" : "/" + what) + "?lang=en";
    }

    private String see(String path) {
        var reply = get(path);
        assertEquals(200, reply.getStatusCode(), reply.getBody());
        return reply.getBody();
    }

    private APIGatewayV2HTTPResponse get(String path) {
        return door.answer(Call.get(path).cookie(session));
    }

    private APIGatewayV2HTTPResponse press(String what, String fields) {
        return door.answer(Call.form(path(what), fields).own().cookie(session));
    }

    private static String section(String page, String id) {
        int from = page.indexOf("<section class=\"guests\" id=\"" + id + "\"");
        assertTrue(from >= 0, "no section " + id + " in " + page);
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static void assertIn(String page, String section, Stay stay, String... shown) {
        var text = section(page, section);
        for (var it : shown) {
            assertTrue(text.contains(it), it + " of " + stay.id() + " is not in " + text);
        }
    }

    /** What a browser sends when the first button of this kind is pressed. */
    private static String button(String section, String what) {
        int from = section.indexOf("/" + what + "?");
        assertTrue(from >= 0, "no button " + what + " in " + section);
        var form = section.substring(from, section.indexOf("</form>", from));
        return Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]+)\"")
                .matcher(form)
                .results()
                .map(it -> it.group(1) + "=" + it.group(2))
                .reduce((one, other) -> one + "&" + other)
                .orElseThrow();
    }

    /** The numbers beside a room type. */
    private static List<String> row(String page, String room) {
        int from = page.indexOf("<th scope=\"row\">" + room);
        assertTrue(from >= 0, page);
        var row = page.substring(from, page.indexOf("</tr>", from));
        return Pattern.compile("<td[^>]*>([0-9]+)</td>")
                .matcher(row)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static long count(String page, String part) {
        return Stream.iterate(page.indexOf(part), at -> at >= 0, at -> page.indexOf(part, at + 1))
                .count();
    }
}
