package yunhe.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.testkit.staff.Call;

final class RoadshowConsoleHandlerTest {

    private Office office;

    @BeforeEach
    void open() {
        office = new Office();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to_and_sees_no_roadshow() {
        office.publish(office.draft("Spring pitches", Duration.ofDays(7)));
        var page = office.answer(Call.get("/console?lang=en"));

        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("/console/sign-in?lang=en"), page.getBody());
        assertTrue(page.getBody().contains("Organiser desk"), page.getBody());
        assertFalse(page.getBody().contains("Spring pitches"));
    }

    @Test
    void an_organiser_sees_every_roadshow_with_its_state_and_no_gathering() {
        office.draft("A draft", Duration.ofDays(30));
        var open = office.publish(office.draft("Spring pitches", Duration.ofDays(7)));
        var called = office.cancel(office.publish(office.draft("Autumn pitches", Duration.ofDays(9))));
        office.publish(office.draft("Last autumn", Duration.ofDays(-300)));
        office.gathering("A mixer");
        var page = see(office.browser.signIn("organiser"));

        inOrder(
                page,
                "Coming up",
                "Registration open",
                "Spring pitches",
                "Cancelled",
                "Autumn pitches",
                "Draft",
                "A draft",
                "Last autumn");
        assertTrue(page.contains("李雷"), page);
        assertTrue(page.contains("/console/roadshows/" + open.id() + "/timetable?lang=en"), page);
        assertTrue(page.contains("/console/roadshows/" + open.id() + "/pitches?lang=en"), page);
        assertFalse(page.contains("/console/roadshows/" + called.id()), "nobody meets there");
        assertFalse(page.contains("A mixer"), page);
    }

    @Test
    void more_than_a_page_of_roadshows_can_be_leafed_through() {
        for (int i = 0; i < 201; i++) {
            office.draft("Number " + i + ".", Duration.ofDays(i + 1));
        }
        var session = office.browser.signIn("admin");
        var first = see(session);
        assertTrue(first.contains("Number 199."));
        assertFalse(first.contains("Number 200."));

        var more = first.split("href=\"/console\\?cursor=")[1].split("\"")[0].replace("&amp;", "&");
        var second = office.answer(Call.get("/console?cursor=" + more).cookie(session))
                .getBody();
        assertTrue(second.contains("Number 200."), second);
        assertFalse(second.contains("Number 199."), second);
    }

    @Test
    void staff_who_organise_nothing_are_told_so() {
        office.issuer.roles = List.of("staff");
        var reply = office.browser.comeBack();

        assertEquals(403, reply.getStatusCode());
        assertTrue(reply.getBody().contains("李雷，您好！您的账号没有主办方权限"), reply.getBody());
    }

    @Test
    void who_signs_out_is_asked_to_sign_in_again() {
        var session = office.browser.signIn("organiser");
        var foreign = Call.form("/console/sign-out", "").header("sec-fetch-site", "cross-site");
        assertEquals(403, office.answer(foreign.cookie(session)).getStatusCode());

        var reply =
                office.answer(Call.form("/console/sign-out?lang=en", "").own().cookie(session));
        assertEquals(303, reply.getStatusCode());
        assertEquals("/console?lang=en", reply.getHeaders().get("location"));
        assertTrue(reply.getCookies().getFirst().startsWith("console_session=; Path=/console; Max-Age=0;"));
    }

    @Test
    void other_paths_are_not_there() {
        assertEquals(404, office.answer(Call.get("/console/else")).getStatusCode());
        assertEquals(405, office.answer(Call.form("/console", "x=y").own()).getStatusCode());
    }

    private String see(String session) {
        var reply = office.answer(Call.get("/console?lang=en").cookie(session));
        assertEquals(200, reply.getStatusCode(), reply.getBody());
        return reply.getBody();
    }

    private static void inOrder(String page, String... words) {
        int from = 0;
        for (var word : words) {
            int at = page.indexOf(word, from);
            assertTrue(at >= 0, word + " is not where it should be in " + page);
            from = at + word.length();
        }
    }
}
