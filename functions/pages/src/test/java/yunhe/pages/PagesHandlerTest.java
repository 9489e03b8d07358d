package yunhe.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.testkit.EmbeddedStore;

class PagesHandlerTest {
    private static final Activities.Actor ORGANISER = new Activities.Actor("me", Samples.NOW);

    private static EmbeddedStore store;
    private static Environment environment;
    private static PagesHandler handler;
    private static Activities activities;
    private static Registrations registrations;
    private static Stays stays;
    private static Station station;
    private static Activity mixer;
    private static Activity draft;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start();
        var table = store.tableName("ActivitiesTable");
        var lodging = store.tableName("LodgingTable");
        environment = Samples.environment(
                Map.of("ACTIVITIES_TABLE", table, "LODGING_TABLE", lodging, "PUBLIC_URL", Samples.BASE_URL));
        stays = new DynamoStays(store.client(), lodging, new Random(3));
        var details = StaySamples.canal().details();
        station = new DynamoStations(store.client(), lodging, new Random(4))
                .create(StaySamples.canal().id(), details, ORGANISER);
        handler = new PagesHandler(environment, store.client());
        activities = new DynamoActivities(store.client(), table, new Random(1));
        registrations = new DynamoRegistrations(store.client(), table, new Random(2));
        var sample = Samples.mixer();
        draft = activities.create(ActivityId.parse("gath_AAAAAAAAAAA").orElseThrow(), sample.details(), ORGANISER);
        var created = activities.create(sample.id(), sample.details(), ORGANISER);
        mixer = activities.publish(created, ORGANISER).orElseThrow();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void the_first_page_lists_what_is_published_and_nothing_else() {
        var reply = get("/", Map.of());
        assertEquals(200, reply.getStatusCode());
        assertTrue(reply.getBody().contains("/g/" + mixer.id() + "?lang=zh"), reply.getBody());
        assertFalse(reply.getBody().contains(draft.id().value()));
    }

    @Test
    void the_first_page_leads_to_the_stations_and_the_later_ones_do_not() {
        assertTrue(get("/", Map.of()).getBody().contains("/s/" + station.id() + "?lang=zh"));
        var later = get("/", Map.of(), "cursor=" + Base64Url.encode("x".getBytes(UTF_8)));
        assertFalse(later.getBody().contains("/s/stn_"), later.getBody());
    }

    @Test
    void a_station_shows_what_is_left_of_its_nights() {
        var stay = StaySamples.stay(station, StayStatus.CONFIRMED, StayPages.nights("2026-12-06", "2026-12-07"));
        assertInstanceOf(Stays.Written.Done.class, stays.write(change(stay)));
        var page = get("/s/" + station.id(), Map.of("accept-language", "en"), "room=single");
        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("aria-label=\"Sun 6 Dec, 19 left"), page.getBody());
        assertTrue(page.getBody().contains("aria-label=\"Mon 7 Dec, 20 left"));
        for (var path : new String[] {"/s/stn_nothing", "/s/" + mixer.id(), "/s/stn_AAAAAAAAAAA"}) {
            var reply = get(path, Map.of("accept", "text/html"));
            assertEquals(404, reply.getStatusCode(), path);
        }
    }

    @Test
    void what_was_chosen_stays_chosen_in_the_other_language() {
        var page = get("/s/" + station.id(), Map.of(), "room=bed-men&arrive=2026-12-06&depart=2026-12-08");
        assertTrue(
                page.getBody()
                        .contains("/s/" + station.id()
                                + "?room=bed-men&amp;arrive=2026-12-06&amp;depart=2026-12-08&amp;lang=en"),
                page.getBody());
    }

    @Test
    void ones_own_stay_opens_with_its_token_only() {
        var stay = StaySamples.stay(station, StayStatus.WAITLISTED, StayPages.nights("2026-12-16", "2026-12-18"));
        assertInstanceOf(Stays.Written.Done.class, stays.write(change(stay)));
        var token = new ManageTokens(Secrets.signing(environment))
                .tokenFor(stay.id().value());
        var path = "/m/" + stay.id();
        var reply = get(path, Map.of("accept", "text/html", "accept-language", "en"), "token=" + token);
        assertEquals(200, reply.getStatusCode());
        assertEquals("no-store", reply.getHeaders().get("cache-control"));
        assertEquals("zh", reply.getHeaders().get("content-language"));
        assertTrue(reply.getBody().contains("<span class=\"position-number\">1</span>"), reply.getBody());
        var unknown = get("/m/stay_x", Map.of("accept", "text/html"), "token=" + token);
        for (var query : new String[] {"", "token=wrong", "token=" + token + "A"}) {
            var refused = get(path, Map.of("accept", "text/html"), query);
            assertEquals(404, refused.getStatusCode());
            assertEquals(unknown.getBody(), refused.getBody());
        }
    }

    @Test
    void a_ticket_of_a_stay_opens_for_anyone_and_names_nobody() {
        var stay = StaySamples.stay(station, StayStatus.CONFIRMED, StayPages.nights("2026-12-20", "2026-12-22"));
        assertInstanceOf(Stays.Written.Done.class, stays.write(change(stay)));
        var ticket = new Tickets(Secrets.signing(environment)).ticketFor(stay.id());
        var page = get("/t/" + ticket, Map.of());
        assertEquals(200, page.getStatusCode());
        assertTrue(page.getBody().contains("运河湾青荷驿站"));
        assertFalse(page.getBody().contains("韩"));
        assertEquals(200, get("/tickets/" + ticket + ".png", Map.of()).getStatusCode());
    }

    private static Stays.Change change(Stay stay) {
        var guest = stays.guest(stay.applicant().identities());
        return new Stays.Change(Optional.empty(), stay, station, Optional.of(guest), Optional.empty());
    }

    @Test
    void a_page_speaks_the_language_that_was_asked_for() {
        assertTrue(get("/g/" + mixer.id(), Map.of("accept-language", "en-GB"))
                .getBody()
                .contains("<html lang=\"en\">"));
        assertTrue(get("/g/" + mixer.id(), Map.of()).getBody().contains("<html lang=\"zh-Hans\">"));
        assertTrue(get("/g/" + mixer.id(), Map.of("accept-language", "en"), "lang=zh")
                .getBody()
                .contains("<html lang=\"zh-Hans\">"));
    }

    @Test
    void a_draft_looks_like_nothing_at_all() {
        for (var path : new String[] {"/g/" + draft.id(), "/g/gath_nothing", "/g/" + draft.id() + "/x", "/nowhere"}) {
            var reply = get(path, Map.of("accept", "text/html"));
            assertEquals(404, reply.getStatusCode(), path);
            assertTrue(reply.getBody().contains("这里什么也没有"), path);
        }
    }

    @Test
    void who_asks_for_data_gets_a_problem_and_no_page() {
        var reply = get("/g/gath_nothing", Map.of("accept", "application/json"));
        assertEquals(404, reply.getStatusCode());
        assertEquals("application/problem+json", reply.getHeaders().get("content-type"));
    }

    @Test
    void another_method_is_told_which_one_is_right() {
        var reply = call("POST", "/g/" + mixer.id(), Map.of("accept", "text/html"), "");
        assertEquals(405, reply.getStatusCode());
        assertEquals("GET, HEAD", reply.getHeaders().get("allow"));
        assertTrue(reply.getBody().contains("此路不通"));
    }

    @Test
    void asking_for_the_link_again_ends_on_a_page_that_tells_nothing() {
        assertTrue(get("/g/" + mixer.id(), Map.of(), "link=sent").getBody().contains("请查收"));
    }

    @Test
    void the_manage_page_opens_with_its_token_only() {
        var registration = register("han@example.com");
        var path = "/m/" + registration.id();
        var token = new ManageTokens(Secrets.signing(environment))
                .tokenFor(registration.id().value());
        var reply = get(path, Map.of("accept", "text/html", "accept-language", "en"), "token=" + token);
        assertEquals(200, reply.getStatusCode());
        assertEquals("no-store", reply.getHeaders().get("cache-control"));
        assertEquals("no-referrer", reply.getHeaders().get("referrer-policy"));
        // Mails do not say a language: it is the one of the registration.
        assertEquals("zh", reply.getHeaders().get("content-language"));
        assertTrue(reply.getBody().contains("报名成功"));
        assertTrue(reply.getBody().contains("韩梅梅"));
        var unknown = get("/m/reg_x", Map.of("accept", "text/html"), "token=" + token);
        for (var query : new String[] {"", "token=", "token=wrong", "token=" + token + "A"}) {
            var refused = get(path, Map.of("accept", "text/html"), query);
            assertEquals(404, refused.getStatusCode());
            assertEquals(unknown.getBody(), refused.getBody());
        }
    }

    @Test
    void a_ticket_opens_for_anyone_and_names_nobody() {
        var registration = register("li@example.com");
        var ticket = new Tickets(Secrets.signing(environment)).ticketFor(registration.id());
        var reply = get("/t/" + ticket, Map.of());
        assertEquals(200, reply.getStatusCode());
        assertTrue(reply.getBody().contains("运河南端遇见您"));
        assertFalse(reply.getBody().contains("韩"));
        registrations.end(registration, Status.CANCELLED, Samples.NOW);
        assertTrue(get("/t/" + ticket, Map.of()).getBody().contains("此票已失效"));
    }

    @Test
    void there_are_pictures_of_genuine_tickets_only() {
        var ticket = new Tickets(Secrets.signing(environment))
                .ticketFor(Samples.registration(mixer, Status.CONFIRMED).id());
        var svg = get("/tickets/" + ticket + ".svg", Map.of());
        assertEquals("image/svg+xml", svg.getHeaders().get("content-type"));
        assertEquals(QrCode.svg(Samples.BASE_URL + "/t/" + ticket), svg.getBody());
        var png = get("/tickets/" + ticket + ".png", Map.of());
        assertEquals("image/png", png.getHeaders().get("content-type"));
        assertTrue(png.getIsBase64Encoded());
        var forged = (ticket.startsWith("A") ? "B" : "A") + ticket.substring(1);
        for (var picture :
                new String[] {forged + ".svg", ticket + ".gif", ticket, ".svg", ticket.substring(9) + ".png"}) {
            assertEquals(404, get("/tickets/" + picture, Map.of()).getStatusCode(), picture);
        }
        assertEquals(404, get("/t/" + forged, Map.of()).getStatusCode());
    }

    @Test
    void a_ticket_of_a_stay_has_pictures_too() {
        var stay = StayId.fresh(Samples.station().id(), LocalDate.parse("2026-12-01"), new Random(3));
        var ticket = new Tickets(Secrets.signing(environment)).ticketFor(stay);
        assertEquals(
                QrCode.svg(Samples.BASE_URL + "/t/" + ticket),
                get("/tickets/" + ticket + ".svg", Map.of()).getBody());
        assertEquals(200, get("/tickets/" + ticket + ".png", Map.of()).getStatusCode());
        assertEquals(
                404, get("/tickets/" + ticket.substring(1) + ".svg", Map.of()).getStatusCode());
    }

    @Test
    void assets_are_kept_for_ever_under_the_name_of_their_content() {
        var reply = get(Assets.path("yunhe.css"), Map.of());
        assertEquals(200, reply.getStatusCode());
        assertEquals("public, max-age=31536000, immutable", reply.getHeaders().get("cache-control"));
        assertTrue(reply.getBody().contains(Assets.path("wave.svg").substring("/assets/".length())));
        assertEquals(404, get("/assets/yunhe.css", Map.of()).getStatusCode());
        assertEquals(404, get("/assets/yunhe.000000000000.css", Map.of()).getStatusCode());
    }

    @Test
    void every_page_has_the_strict_policy() {
        var policy = get("/", Map.of()).getHeaders().get("content-security-policy");
        assertTrue(policy.contains("default-src 'none'"));
        assertTrue(policy.contains("frame-ancestors 'none'"));
        assertFalse(policy.contains("unsafe"));
    }

    @Test
    void a_cancelled_activity_says_why() {
        var details = Samples.mixer().details();
        var id = ActivityId.parse("gath_AAAAAAAAAAE").orElseThrow();
        var published = activities
                .publish(activities.create(id, details, ORGANISER), ORGANISER)
                .orElseThrow();
        activities.cancel(published, new Bilingual("台风将至", "Typhoon"), ORGANISER);
        var page = get("/g/" + id, Map.of("accept-language", "en")).getBody();
        assertTrue(page.contains("Typhoon"));
        assertFalse(page.contains("name=\"requestId\""));
        assertFalse(get("/", Map.of()).getBody().contains(id.value()));
    }

    private static Registration register(String email) {
        var sample = Samples.registration(mixer, Status.CONFIRMED, email);
        var newcomer = new Newcomer(
                mixer.id(),
                "women",
                new Newcomer.Terms(Approval.AUTOMATIC, true, 1, 1),
                sample.person(),
                sample.contacts(),
                sample.answers(),
                sample.profile(),
                sample.language(),
                sample.origin());
        return registrations.signUp(newcomer) instanceof Registrations.SignedUp.Done(var registration)
                ? registration
                : Optional.<Registration>empty().orElseThrow();
    }

    private static APIGatewayV2HTTPResponse get(String path, Map<String, String> headers) {
        return get(path, headers, "");
    }

    private static APIGatewayV2HTTPResponse get(String path, Map<String, String> headers, String query) {
        return call("GET", path, headers, query);
    }

    private static APIGatewayV2HTTPResponse call(
            String method, String path, Map<String, String> headers, String query) {
        var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
        http.setMethod(method);
        http.setPath(path);
        var context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setHttp(http);
        context.setDomainName("api.example.org");
        var event = new APIGatewayV2HTTPEvent();
        event.setRawPath(path);
        event.setRawQueryString(query);
        event.setHeaders(headers);
        event.setRequestContext(context);
        return handler.handleRequest(event, null);
    }
}
