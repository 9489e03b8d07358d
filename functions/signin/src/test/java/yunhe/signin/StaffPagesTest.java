package yunhe.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.shared.Base64Url;
import yunhe.testkit.staff.Call;
import yunhe.testkit.staff.FakeIssuer;
import yunhe.testkit.staff.StaffBrowser;
import yunhe.web.Role;

final class StaffPagesTest {

    private Desk desk;
    private FakeIssuer issuer;

    @BeforeEach
    void open() {
        desk = new Desk("/desk", Role.STAFF);
        issuer = desk.issuer;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to() {
        var page = answer(Call.get("/desk?lang=en"));

        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("/desk/sign-in?lang=en"));
        assertFalse(page.getBody().contains("Hello"));
        assertTrue(desk.isSignedIn(signIn()));
    }

    @Test
    void what_is_sent_without_a_session_is_not_taken() {
        assertEquals(401, answer(Call.post("/desk/note", "{}").own()).getStatusCode());
        var form = answer(Call.form("/desk/note?lang=en", "x=y").own());
        assertEquals(303, form.getStatusCode());
        assertEquals("/desk?lang=en", form.getHeaders().get("location"));

        var sent = answer(Call.form("/desk/note", "x=y").own().cookie(signIn()));
        assertEquals("Noted by staff-7", sent.getBody());
    }

    @Test
    void another_site_cannot_send_or_sign_out_with_our_staffs_browser() {
        var session = signIn();
        for (var path : List.of("/desk/note", "/desk/sign-out")) {
            var crossSite = Call.form(path, "x=y").header("sec-fetch-site", "cross-site");
            assertEquals(403, answer(crossSite.cookie(session)).getStatusCode());
            assertEquals(403, sentFrom("https://evil.example", path, session));
        }
        assertEquals(200, sentFrom("null", "/desk/note", session));
        assertEquals(200, sentFrom("https://door.example.org", "/desk/note", session));
    }

    @Test
    void no_changed_character_of_a_session_goes_unnoticed() {
        var session = signIn();
        for (int i = "desk_session=".length(); i < session.length(); i++) {
            var forged = session.substring(0, i) + (session.charAt(i) == 'A' ? 'B' : 'A') + session.substring(i + 1);
            assertFalse(desk.isSignedIn(forged), forged);
        }
        assertFalse(desk.isSignedIn(session.substring(0, session.length() - 1)));
        assertFalse(desk.isSignedIn("desk_session="));
        assertTrue(desk.isSignedIn(session));
    }

    @Test
    void neither_own_claims_nor_another_of_our_cookies_make_a_session() {
        var claims = "{\"sub\":\"me\",\"name\":\"me\",\"roles\":[\"admin\"],\"exp\":99999999999}";
        var payload = Base64Url.encode(claims.getBytes(UTF_8));
        assertFalse(desk.isSignedIn("desk_session=" + payload + "." + Base64Url.encode(new byte[32])));
        assertFalse(desk.isSignedIn("desk_session=" + payload + "."));
        assertFalse(desk.isSignedIn("desk_session=" + payload));

        var attempt = desk.browser.attempt(begin());
        assertFalse(desk.isSignedIn(attempt.replace("desk_sign_in=", "desk_session=")));
    }

    @Test
    void a_session_in_one_part_of_the_site_is_none_in_another() {
        try (var other = new Desk("/other", Role.STAFF)) {
            var session = other.browser.signIn("admin");
            assertTrue(other.isSignedIn(session));
            assertFalse(desk.isSignedIn(session));
            assertFalse(desk.isSignedIn(session.replace("other_session=", "desk_session=")));
        }
    }

    @Test
    void a_session_ends_after_twelve_hours_of_real_time() {
        var session = signIn();
        desk.clock.advance(Duration.ofDays(30));
        assertTrue(desk.isSignedIn(session), "the activities' clock has no say");
        desk.realTime.advance(StaffSignIn.SESSION_LASTS.minusSeconds(1));
        assertTrue(desk.isSignedIn(session));
        desk.realTime.advance(Duration.ofSeconds(1));
        assertFalse(desk.isSignedIn(session));
    }

    @Test
    void a_session_survives_the_rotation_of_the_signing_key() {
        var session = signIn();
        desk.variables.put("SIGNING_KEY", "2");
        desk.start();
        assertTrue(desk.isSignedIn(session));
        desk.variables.put("SIGNING_SECRET_1", "a new secret");
        desk.start();
        assertFalse(desk.isSignedIn(session));
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_other_sites() {
        var secure = begin().getCookies().getFirst();
        assertTrue(secure.startsWith("desk_sign_in="), secure);
        assertTrue(secure.endsWith("; Path=/desk; Max-Age=600; HttpOnly; SameSite=Lax; Secure"), secure);

        desk.variables.put("PUBLIC_URL", "http://127.0.0.1:8080");
        desk.start();
        var begun = begin();
        assertFalse(begun.getCookies().getFirst().contains("Secure"), "a browser would drop it without https");
        assertEquals(
                "http://127.0.0.1:8080/desk/callback",
                FakeIssuer.form(StaffBrowser.location(begun).getRawQuery()).get("redirect_uri"));
    }

    @Test
    void signing_out_removes_the_session() {
        var reply = answer(Call.form("/desk/sign-out", "").own().cookie(signIn()));
        assertEquals(303, reply.getStatusCode());
        assertTrue(reply.getCookies().getFirst().startsWith("desk_session=; Path=/desk; Max-Age=0;"));
    }

    @Test
    void a_sign_in_that_another_browser_began_is_not_finished_here() {
        var mine = begin();
        var back = issuer.authorize(StaffBrowser.location(begin()));

        assertRefused(400, answer(Call.get(back).cookie(desk.browser.attempt(mine))));
        assertRefused(400, answer(Call.get(back)));
        assertRefused(400, answer(Call.get("/desk/callback")));
        assertRefused(400, answer(Call.get("/desk/callback?error=access_denied")));
    }

    @Test
    void a_sign_in_is_finished_within_ten_minutes_and_once() {
        var begun = begin();
        var cookie = desk.browser.attempt(begun);
        var back = issuer.authorize(StaffBrowser.location(begun));
        assertEquals(303, answer(Call.get(back).cookie(cookie)).getStatusCode());
        assertRefused(400, answer(Call.get(back).cookie(cookie)));

        var slow = begin();
        desk.realTime.advance(StaffSignIn.ATTEMPT_LASTS);
        assertRefused(
                400,
                answer(Call.get(issuer.authorize(StaffBrowser.location(slow))).cookie(desk.browser.attempt(slow))));
    }

    @Test
    void an_id_token_has_to_be_for_us_for_now_and_for_this_sign_in() {
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                token -> token.audience("someone else"),
                token -> token.issuer("https://evil.example"),
                token -> token.expirationTime(Date.from(desk.realTime.instant().minusSeconds(3600))),
                token -> token.claim("nonce", "another"),
                token -> token.claim("nonce", null),
                token -> token.subject(null));
        for (var change : wrong) {
            issuer.idToken = change;
            assertRefused(400, desk.browser.comeBack());
        }
        issuer.idToken = UnaryOperator.identity();
        issuer.signingKey = FakeIssuer.OTHER_KEY;
        assertRefused(400, desk.browser.comeBack());
        issuer.signingKey = FakeIssuer.KEY;
        assertEquals(303, desk.browser.comeBack().getStatusCode());
    }

    @Test
    void who_has_no_role_here_is_told_so_by_name() {
        issuer.roles = List.of("guest", "cook");
        var reply = desk.browser.comeBack();
        assertRefused(403, reply);
        assertTrue(reply.getBody().contains("李雷，您好！您的账号没有签到权限"), reply.getBody());
    }

    @Test
    void staff_are_told_that_a_part_is_for_organisers() {
        try (var office = new Desk("/office", Role.ORGANISER)) {
            office.issuer.roles = List.of("staff");
            var reply = office.browser.comeBack();
            assertEquals(403, reply.getStatusCode());
            assertTrue(reply.getBody().contains("李雷，您好！您的账号没有主办方权限"), reply.getBody());
            assertTrue(reply.getCookies().stream().noneMatch(it -> it.startsWith("office_session=")));

            assertTrue(office.isSignedIn(office.browser.signIn("organiser")));
            assertTrue(office.isSignedIn(office.browser.signIn("admin")));
        }
    }

    @Test
    void roles_may_come_in_the_access_token_only() {
        issuer.roles = List.of();
        assertRefused(403, desk.browser.comeBack());
        issuer.accessTokenRoles = List.of("organiser");
        assertEquals(303, desk.browser.comeBack().getStatusCode());
    }

    @Test
    void when_the_issuer_is_away_the_page_says_so() {
        issuer.brokenTokenEndpoint = true;
        assertRefused(503, desk.browser.comeBack());

        issuer.close();
        desk.start();
        var reply = answer(Call.get("/desk/sign-in?lang=en"));
        assertRefused(503, reply);
        assertTrue(reply.getHeaders().containsKey("retry-after"));
        assertTrue(reply.getBody().contains("cannot be reached"), reply.getBody());
        assertEquals(200, answer(Call.get("/desk")).getStatusCode());
    }

    @Test
    void a_problem_is_a_page_to_a_browser_and_data_to_a_script() {
        var page = answer(Call.get("/desk/else"));
        assertEquals(404, page.getStatusCode());
        assertTrue(page.getBody().startsWith("<!doctype html>"));
        var data = answer(Call.post("/desk/else", "{}"));
        assertEquals(404, data.getStatusCode());
        assertEquals("application/problem+json", data.getHeaders().get("content-type"));
    }

    private static void assertRefused(int status, APIGatewayV2HTTPResponse reply) {
        assertEquals(status, reply.getStatusCode());
        assertTrue(reply.getBody().contains("/desk/sign-in"), reply.getBody());
        assertFalse(reply.getBody().contains("Exception"), reply.getBody());
        assertTrue(reply.getCookies().stream().noneMatch(cookie -> cookie.startsWith("desk_session=")));
    }

    private int sentFrom(String origin, String path, String session) {
        return answer(Call.form(path, "x=y").header("origin", origin).cookie(session))
                .getStatusCode();
    }

    private APIGatewayV2HTTPResponse begin() {
        return answer(Call.get("/desk/sign-in"));
    }

    private String signIn() {
        return desk.browser.signIn("staff");
    }

    private APIGatewayV2HTTPResponse answer(Call call) {
        return desk.answer(call);
    }
}
