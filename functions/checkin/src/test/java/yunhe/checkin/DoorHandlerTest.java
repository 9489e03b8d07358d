package yunhe.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.testkit.Samples;
import yunhe.testkit.staff.Call;

/** What is scanned and seen at the door; how staff sign in is tried where the sign-in is. */
final class DoorHandlerTest {

    private Hall hall;
    private Door door;

    @BeforeEach
    void open() {
        hall = new Hall();
        door = new Door(hall);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to() {
        var page = answer(Call.get("/door?lang=en"));

        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("/door/sign-in?lang=en"));
        assertTrue(page.getBody().contains("to start scanning"));
        assertFalse(page.getBody().contains("Meet at the South End"));
    }

    @Test
    void staff_sign_in_and_see_what_takes_place_today() {
        var page = answer(Call.get("/door?lang=en").cookie(signIn()));

        assertTrue(page.getBody().contains("Meet at the South End"), page.getBody());
        assertTrue(page.getBody().contains("李雷"));
    }

    @Test
    void a_session_at_the_door_is_kept_under_its_own_name_and_path() {
        var begun = answer(Call.get("/door/sign-in")).getCookies().getFirst();
        assertTrue(begun.startsWith("door_sign_in="), begun);
        assertTrue(begun.contains("; Path=/door;"), begun);
        assertTrue(signIn().startsWith("door_session="));
    }

    @Test
    void tomorrows_activity_is_not_listed_yet() {
        hall.clock.set(hall.mixer.doorsOpenAt().minus(Duration.ofHours(24)));
        assertFalse(answer(Call.get("/door?lang=en").cookie(signIn())).getBody().contains("Meet at the South End"));
    }

    @Test
    void a_scan_from_the_browser_is_a_scan_by_who_is_signed_in() {
        var session = signIn();
        var ticket = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1)));
        var body = "{\"ticket\":\"%s\",\"nonce\":\"one\",\"device\":\"east\"}".formatted(ticket);
        var told = CheckinHandlerTest.read(
                answer(Call.post("/door/scan", body).own().cookie(session)));

        assertEquals("admitted", told.get("result"));
        assertEquals("韩*梅", told.get("name"));
        assertEquals("staff-7", told.get("admittedBy"));
    }

    @Test
    void without_a_script_the_page_itself_tells() {
        var session = signIn();
        var ticket = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1)));
        var form = "lang=en&nonce=one&ticket=" + ticket;
        var page = answer(Call.form("/door/scan", form).own().cookie(session));

        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("韩*梅"), page.getBody());
        assertTrue(page.getBody().contains("Welcome"), page.getBody());
        assertEquals("en", page.getHeaders().get("content-language"));
        assertTrue(answer(Call.form("/door/scan", "lang=en&ticket=").own().cookie(session))
                .getBody()
                .contains("Not a valid ticket"));
    }

    @Test
    void a_guest_of_a_station_is_checked_in_with_room_and_nights_shown() {
        var inn = new Inn(hall);
        hall.clock.set(Inn.at(Inn.TODAY, "15:00"));
        var session = signIn();
        assertTrue(answer(Call.get("/door?lang=en").cookie(session)).getBody().contains("Canal Station"));

        var form = "nonce=one&activityId=" + inn.station.id() + "&ticket=" + inn.ticket(inn.guest("韩梅梅", 3));
        var english = answer(Call.form("/door/scan?lang=en", form).own().cookie(session))
                .getBody();
        for (var shown : List.of("韩*梅", "Checked in", "Canal Station", "Single room", "8 Dec – 11 Dec · 3 nights")) {
            assertTrue(english.contains(shown), shown + " is not in " + english);
        }
        var chinese = answer(Call.form("/door/scan?lang=zh", form).own().cookie(session))
                .getBody();
        for (var shown : List.of("入住办理成功", "运河驿站", "单人间", "12月8日 – 12月11日 · 3 晚")) {
            assertTrue(chinese.contains(shown), shown + " is not in " + chinese);
        }
    }

    @Test
    void a_scan_without_a_session_is_none() {
        assertEquals(
                401, answer(Call.post("/door/scan", "{\"ticket\":\"x\"}").own()).getStatusCode());
        var form = answer(Call.form("/door/scan", "ticket=x").own());
        assertEquals(303, form.getStatusCode());
        assertTrue(form.getHeaders().get("location").startsWith("/door"));
    }

    @Test
    void another_site_cannot_scan_with_our_staffs_browser() {
        var foreign = Call.form("/door/scan", "ticket=x")
                .header("sec-fetch-site", "cross-site")
                .cookie(signIn());
        assertEquals(403, answer(foreign).getStatusCode());
    }

    @Test
    void other_paths_are_not_there() {
        assertEquals(404, answer(Call.get("/door/else")).getStatusCode());
        assertEquals(405, answer(Call.get("/door/scan")).getStatusCode());
    }

    private String signIn() {
        return door.session("staff");
    }

    private APIGatewayV2HTTPResponse answer(Call call) {
        return door.answer(call);
    }
}
