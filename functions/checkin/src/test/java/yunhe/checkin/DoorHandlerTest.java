package yunhe.checkin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.shared.Base64Url;
import yunhe.testkit.Samples;

final class DoorHandlerTest {

    /** Another time than the activities', whose clock an organiser may have moved. */
    private final Hall.MovableClock realTime = new Hall.MovableClock(Instant.parse("2026-11-23T08:00:00Z"));

    private Hall hall;
    private FakeIssuer issuer;
    private DoorHandler handler;

    @BeforeEach
    void open() {
        hall = new Hall();
        issuer = new FakeIssuer(realTime);
        hall.variables.put("OIDC_ISSUER", issuer.address());
        hall.variables.put("OIDC_AUDIENCE", "yunhe-api");
        hall.variables.put("OIDC_CLIENT_ID", "yunhe");
        hall.variables.put("OIDC_CLIENT_SECRET", FakeIssuer.CLIENT_SECRET);
        start();
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to() {
        var page = answer(Call.get("/door?lang=en"));

        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("/door/sign-in?lang=en"));
        assertFalse(page.getBody().contains("Meet at the South End"));
    }

    @Test
    void staff_sign_in_and_see_what_takes_place_today() {
        var page = answer(Call.get("/door?lang=en").cookie(signIn()));

        assertTrue(page.getBody().contains("Meet at the South End"), page.getBody());
        assertTrue(page.getBody().contains("李雷"));
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
                answer(own(Call.post("/door/scan", body)).cookie(session)));

        assertEquals("admitted", told.get("result"));
        assertEquals("韩*梅", told.get("name"));
        assertEquals("staff-7", told.get("admittedBy"));
    }

    @Test
    void without_a_script_the_page_itself_tells() {
        var session = signIn();
        var ticket = hall.ticket(hall.guest(hall.mixer, Samples.withEmail(1)));
        var form = "lang=en&nonce=one&ticket=" + ticket;
        var page = answer(own(Call.form("/door/scan", form)).cookie(session));

        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("韩*梅"), page.getBody());
        assertTrue(page.getBody().contains("Welcome"), page.getBody());
        assertEquals("en", page.getHeaders().get("content-language"));
        assertTrue(answer(own(Call.form("/door/scan", "lang=en&ticket=")).cookie(session))
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
        var english = answer(own(Call.form("/door/scan?lang=en", form)).cookie(session))
                .getBody();
        for (var shown : List.of("韩*梅", "Checked in", "Canal Station", "Single room", "8 Dec – 11 Dec · 3 nights")) {
            assertTrue(english.contains(shown), shown + " is not in " + english);
        }
        var chinese = answer(own(Call.form("/door/scan?lang=zh", form)).cookie(session))
                .getBody();
        for (var shown : List.of("入住办理成功", "运河驿站", "单人间", "12月8日 – 12月11日 · 3 晚")) {
            assertTrue(chinese.contains(shown), shown + " is not in " + chinese);
        }
    }

    @Test
    void a_scan_without_a_session_is_none() {
        assertEquals(
                401, answer(own(Call.post("/door/scan", "{\"ticket\":\"x\"}"))).getStatusCode());
        var form = answer(own(Call.form("/door/scan", "ticket=x")));
        assertEquals(303, form.getStatusCode());
        assertTrue(form.getHeaders().get("location").startsWith("/door"));
    }

    @Test
    void another_site_cannot_scan_or_sign_out_with_our_staffs_browser() {
        var session = signIn();
        for (var call : List.of("/door/scan", "/door/sign-out")) {
            assertEquals(
                    403,
                    answer(Call.form(call, "ticket=x")
                                    .header("sec-fetch-site", "cross-site")
                                    .cookie(session))
                            .getStatusCode());
            assertEquals(
                    403,
                    answer(Call.form(call, "ticket=x")
                                    .header("origin", "https://evil.example")
                                    .cookie(session))
                            .getStatusCode());
        }
        assertEquals(
                200,
                answer(Call.form("/door/scan", "ticket=x")
                                .header("origin", "null")
                                .cookie(session))
                        .getStatusCode());
        assertEquals(
                200,
                answer(Call.form("/door/scan", "ticket=x")
                                .header("origin", "https://door.example.org")
                                .cookie(session))
                        .getStatusCode());
    }

    @Test
    void no_changed_character_of_a_session_goes_unnoticed() {
        var session = signIn();
        for (int i = "door_session=".length(); i < session.length(); i++) {
            var forged = session.substring(0, i) + (session.charAt(i) == 'A' ? 'B' : 'A') + session.substring(i + 1);
            assertFalse(isSignedIn(forged), forged);
        }
        assertFalse(isSignedIn(session.substring(0, session.length() - 1)));
        assertFalse(isSignedIn("door_session="));
        assertTrue(isSignedIn(session));
    }

    @Test
    void neither_own_claims_nor_another_of_our_cookies_make_a_session() {
        var claims = "{\"sub\":\"me\",\"name\":\"me\",\"roles\":[\"admin\"],\"exp\":99999999999}";
        var payload = Base64Url.encode(claims.getBytes(UTF_8));
        assertFalse(isSignedIn("door_session=" + payload + "." + Base64Url.encode(new byte[32])));
        assertFalse(isSignedIn("door_session=" + payload + "."));
        assertFalse(isSignedIn("door_session=" + payload));

        var attempt = cookie(answer(Call.get("/door/sign-in")), "door_sign_in");
        assertFalse(isSignedIn(attempt.replace("door_sign_in=", "door_session=")));
    }

    @Test
    void a_session_ends_after_twelve_hours_of_real_time() {
        var session = signIn();
        hall.clock.advance(Duration.ofDays(30));
        assertTrue(isSignedIn(session), "the activities' clock has no say");
        realTime.advance(DoorSignIn.SESSION_LASTS.minusSeconds(1));
        assertTrue(isSignedIn(session));
        realTime.advance(Duration.ofSeconds(1));
        assertFalse(isSignedIn(session));
    }

    @Test
    void a_session_survives_the_rotation_of_the_signing_key() {
        var session = signIn();
        hall.variables.put("SIGNING_KEY", "2");
        start();
        assertTrue(isSignedIn(session));
        hall.variables.put("SIGNING_SECRET_1", "a new secret");
        start();
        assertFalse(isSignedIn(session));
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_other_sites() {
        var secure = answer(Call.get("/door/sign-in")).getCookies().getFirst();
        assertTrue(secure.endsWith("; Path=/door; Max-Age=600; HttpOnly; SameSite=Lax; Secure"), secure);

        hall.variables.put("PUBLIC_URL", "http://127.0.0.1:8080");
        start();
        var begun = answer(Call.get("/door/sign-in"));
        assertFalse(begun.getCookies().getFirst().contains("Secure"), "a browser would drop it without https");
        assertEquals(
                "http://127.0.0.1:8080/door/callback",
                FakeIssuer.form(URI.create(begun.getHeaders().get("location")).getRawQuery())
                        .get("redirect_uri"));
    }

    @Test
    void signing_out_removes_the_session() {
        var reply = answer(own(Call.form("/door/sign-out", "")).cookie(signIn()));
        assertEquals(303, reply.getStatusCode());
        assertTrue(reply.getCookies().getFirst().startsWith("door_session=; Path=/door; Max-Age=0;"));
    }

    @Test
    void a_sign_in_that_another_browser_began_is_not_finished_here() {
        var mine = answer(Call.get("/door/sign-in"));
        var theirs = answer(Call.get("/door/sign-in"));
        var back = issuer.authorize(URI.create(theirs.getHeaders().get("location")));

        assertRefused(400, answer(Call.get(back).cookie(cookie(mine, "door_sign_in"))));
        assertRefused(400, answer(Call.get(back)));
        assertRefused(400, answer(Call.get("/door/callback")));
        assertRefused(400, answer(Call.get("/door/callback?error=access_denied")));
    }

    @Test
    void a_sign_in_is_finished_within_ten_minutes_and_once() {
        var begun = answer(Call.get("/door/sign-in"));
        var cookie = cookie(begun, "door_sign_in");
        var back = issuer.authorize(URI.create(begun.getHeaders().get("location")));
        assertEquals(303, answer(Call.get(back).cookie(cookie)).getStatusCode());
        assertRefused(400, answer(Call.get(back).cookie(cookie)));

        var slow = answer(Call.get("/door/sign-in"));
        realTime.advance(DoorSignIn.ATTEMPT_LASTS);
        assertRefused(
                400,
                answer(Call.get(issuer.authorize(URI.create(slow.getHeaders().get("location"))))
                        .cookie(cookie(slow, "door_sign_in"))));
    }

    @Test
    void an_id_token_has_to_be_for_us_for_now_and_for_this_sign_in() {
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                token -> token.audience("someone else"),
                token -> token.issuer("https://evil.example"),
                token -> token.expirationTime(Date.from(realTime.instant().minusSeconds(3600))),
                token -> token.claim("nonce", "another"),
                token -> token.claim("nonce", null),
                token -> token.subject(null));
        for (var change : wrong) {
            issuer.idToken = change;
            assertRefused(400, callback());
        }
        issuer.idToken = UnaryOperator.identity();
        issuer.signingKey = FakeIssuer.OTHER_KEY;
        assertRefused(400, callback());
        issuer.signingKey = FakeIssuer.KEY;
        assertEquals(303, callback().getStatusCode());
    }

    @Test
    void who_has_no_role_here_is_told_so_by_name() {
        issuer.roles = List.of("guest", "cook");
        var reply = callback();
        assertRefused(403, reply);
        assertTrue(reply.getBody().contains("李雷"));
    }

    @Test
    void roles_may_come_in_the_access_token_only() {
        issuer.roles = List.of();
        assertRefused(403, callback());
        issuer.accessTokenRoles = List.of("organiser");
        assertEquals(303, callback().getStatusCode());
    }

    @Test
    void when_the_issuer_is_away_the_page_says_so() {
        issuer.brokenTokenEndpoint = true;
        assertRefused(503, callback());

        issuer.close();
        start();
        var reply = answer(Call.get("/door/sign-in?lang=en"));
        assertRefused(503, reply);
        assertTrue(reply.getHeaders().containsKey("retry-after"));
        assertTrue(reply.getBody().contains("cannot be reached"), reply.getBody());
        assertEquals(200, answer(Call.get("/door")).getStatusCode());
    }

    @Test
    void other_paths_are_not_there() {
        assertEquals(404, answer(Call.get("/door/else")).getStatusCode());
        assertEquals(405, answer(Call.get("/door/scan")).getStatusCode());
    }

    private static void assertRefused(int status, APIGatewayV2HTTPResponse reply) {
        assertEquals(status, reply.getStatusCode());
        assertTrue(reply.getBody().contains("/door/sign-in"), reply.getBody());
        assertFalse(reply.getBody().contains("Exception"), reply.getBody());
        assertTrue(reply.getCookies().stream().noneMatch(cookie -> cookie.startsWith("door_session=")));
    }

    private void start() {
        handler = new DoorHandler(hall.environment(), hall.client(), realTime);
    }

    private boolean isSignedIn(String session) {
        return answer(Call.get("/door?lang=en").cookie(session)).getBody().contains("李雷");
    }

    /** The cookie of a new session. */
    private String signIn() {
        var reply = callback();
        assertEquals(303, reply.getStatusCode(), reply.getBody());
        return cookie(reply, "door_session");
    }

    private APIGatewayV2HTTPResponse callback() {
        var begun = answer(Call.get("/door/sign-in"));
        assertEquals(303, begun.getStatusCode(), begun.getBody());
        var back = issuer.authorize(URI.create(begun.getHeaders().get("location")));
        return answer(Call.get(back).cookie(cookie(begun, "door_sign_in")));
    }

    private static String cookie(APIGatewayV2HTTPResponse reply, String name) {
        return reply.getCookies().stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static Call own(Call call) {
        return call.header("sec-fetch-site", "same-origin");
    }

    private APIGatewayV2HTTPResponse answer(Call call) {
        return handler.handleRequest(call.event(), null);
    }
}
