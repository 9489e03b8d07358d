package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;
import yunhe.testkit.EmbeddedStore;

/** Participants of a roadshow and what they find, with the store behind the pages. */
class OwnDirectoryTest {
    private static final Activities.Actor ORGANISER = new Activities.Actor("me", Samples.NOW);
    private static final Instant KEEP_UNTIL = Samples.NOW.plus(Duration.ofDays(200));

    private EmbeddedStore store;
    private Environment environment;
    private PagesHandler handler;
    private Registrations registrations;
    private DynamoWishes wishes;
    private DynamoTimetables timetables;
    private Activity roadshow;
    private Registration project;
    private Registration investor;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start();
        var table = store.tableName("ActivitiesTable");
        environment = Samples.environment(Map.of(
                "ACTIVITIES_TABLE",
                table,
                "LODGING_TABLE",
                store.tableName("LodgingTable"),
                "PUBLIC_URL",
                Samples.BASE_URL));
        handler = new PagesHandler(environment, store.client());
        registrations = new DynamoRegistrations(store.client(), table, new Random(1));
        wishes = new DynamoWishes(store.client(), table, new Random(2));
        timetables = new DynamoTimetables(store.client(), table, new Random(3));
        var activities = new DynamoActivities(store.client(), table, new Random(4));
        var sample = RoadshowSamples.roadshow();
        roadshow = activities
                .publish(activities.create(sample.id(), sample.details(), ORGANISER), ORGANISER)
                .orElseThrow();
        project = signUp(Side.PROJECT, 0, Approval.AUTOMATIC);
        investor = signUp(Side.INVESTOR, 1, Approval.AUTOMATIC);
        signUp(Side.INVESTOR, 2, Approval.REVIEW);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void a_confirmed_participant_finds_the_confirmed_ones_of_the_other_side() {
        var page = directory(project, "");
        assertEquals(200, page.getStatusCode());
        assertEquals("no-store", page.getHeaders().get("cache-control"));
        assertTrue(page.getBody().contains("样例种子资本 Example Seed Capital 02"), page.getBody());
        assertFalse(page.getBody().contains("样例成长投资 Example Growth 03"));
        assertFalse(page.getBody().contains("示例智能"));
        assertFalse(page.getBody().contains(RoadshowSamples.NAME));
        assertTrue(directory(investor, "&lang=en").getBody().contains("示例智能 Sample Intelligence 01"));
    }

    @Test
    void a_filter_that_there_is_not_hides_nobody() {
        assertTrue(directory(project, "&sector=nothing&stage=%22%3E").getBody().contains("样例种子资本"));
        assertFalse(directory(project, "&sector=cross-border").getBody().contains("样例种子资本"));
    }

    @Test
    void for_everyone_else_it_is_not_there() {
        var path = "/r/" + roadshow.id() + "/directory";
        var unknown = get("/r/show_nothing", "");
        var waiting = signUp(Side.PROJECT, 5, Approval.REVIEW);
        for (var query : List.of(
                "",
                "registration=" + project.id(),
                "registration=" + project.id() + "&token=wrong",
                "token=" + token(project),
                "registration=" + project.id() + "&token=" + token(investor),
                "registration=reg_x&token=" + token(project),
                "registration=" + waiting.id() + "&token=" + token(waiting))) {
            var refused = get(path, query);
            assertEquals(404, refused.getStatusCode(), query);
            assertEquals(unknown.getBody(), refused.getBody());
        }
        var own = "registration=" + project.id() + "&token=" + token(project);
        assertEquals(404, get("/r/show_AAAAAAAAAAA/directory", own).getStatusCode());
    }

    @Test
    void wishes_are_counted_and_ranked() {
        assertTrue(manage(project).contains("还没有填写意向。"));
        assertTrue(wishes.put(project.id(), List.of(investor.id()), KEEP_UNTIL));
        assertTrue(manage(project).contains("已填写 1 家意向。"));
        var page = directory(project, "&saved=1").getBody();
        assertTrue(page.contains("name=\"rank." + investor.id() + "\" type=\"number\""), page);
        assertTrue(page.contains("value=\"1\""));
        assertTrue(page.contains("意向已保存"));
    }

    @Test
    void a_published_timetable_closes_the_wishes_and_opens_the_meetings() {
        publish();
        var page = directory(project, "&saved=1").getBody();
        assertTrue(page.contains("对接日程已公布"), page);
        assertFalse(page.contains("意向已保存"));
        assertTrue(manage(project).contains("样例种子资本 Example Seed Capital 02"), manage(project));
        assertTrue(manage(project).contains("4 号桌"));
        assertTrue(manage(investor).contains("示例智能 Sample Intelligence 01"));
    }

    @Test
    void a_change_that_is_reviewed_again_hides_no_meeting() {
        publish();
        var changed = registrations
                .change(
                        project,
                        new Registrations.Changes(
                                "示例联系人", Optional.of("示例改名 Renamed"), Map.of(), project.language(), Status.PENDING, 1))
                .orElseThrow();
        assertEquals(Status.PENDING, changed.status());
        assertTrue(manage(project).contains("样例种子资本 Example Seed Capital 02"));
        // The other side reads the name as it is now.
        assertTrue(manage(investor).contains("示例改名 Renamed"));
        assertEquals(404, directory(project, "").getStatusCode());
    }

    @Test
    void whoever_was_never_confirmed_has_no_meetings() {
        var waiting = signUp(Side.PROJECT, 5, Approval.REVIEW);
        assertFalse(manage(waiting).contains("我的洽谈"));
        publish();
        assertFalse(manage(waiting).contains("我的洽谈"));
    }

    @Test
    void the_page_of_a_roadshow_asks_as_what_one_comes() {
        assertTrue(get("/r/" + roadshow.id(), "").getBody().contains("?group=investor"));
        assertTrue(get("/r/" + roadshow.id(), "group=investor")
                .getBody()
                .contains("<input type=\"hidden\" name=\"group\" value=\"investor\">"));
        assertTrue(get("/", "").getBody().contains("<span class=\"kind\">融资路演</span>"));
    }

    /** The project meets the investor in the first slot, at the fourth table. */
    private void publish() {
        var start = roadshow.times().startsAt();
        var meeting = new Meeting(0, 3, new Pair(project.id(), investor.id()), 60);
        var published = new PublishedTimetable(
                roadshow.id(),
                TimetableId.fresh(Samples.NOW, new Random(5)),
                Samples.NOW,
                new Setting(
                        List.of(new Slot(start, start.plus(Duration.ofMinutes(15)))),
                        new MeetingRules(1, 4, 1, 0),
                        Set.of(),
                        Set.of()),
                List.of(new PublishedTimetable.Entry(meeting, 1, false)),
                Map.of(project.id(), 1, investor.id(), 1),
                1);
        assertTrue(timetables.publish(
                published,
                KEEP_UNTIL,
                new Activities.AuditEntry(
                        Samples.NOW, "me", "timetable.published", roadshow.id().value())));
    }

    private Registration signUp(Side side, int number, Approval approval) {
        var sample = RoadshowSamples.participant(roadshow, side, number, Status.CONFIRMED);
        var newcomer = new Newcomer(
                roadshow.id(),
                sample.group(),
                new Newcomer.Terms(approval, true, 1, 1),
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

    private String manage(Registration registration) {
        return get("/m/" + registration.id(), "token=" + token(registration)).getBody();
    }

    private APIGatewayV2HTTPResponse directory(Registration reader, String more) {
        return get(
                "/r/" + roadshow.id() + "/directory", "registration=" + reader.id() + "&token=" + token(reader) + more);
    }

    private String token(Registration registration) {
        return new ManageTokens(Secrets.signing(environment))
                .tokenFor(registration.id().value());
    }

    private APIGatewayV2HTTPResponse get(String path, String query) {
        var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
        http.setMethod("GET");
        http.setPath(path);
        var context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setHttp(http);
        context.setDomainName("api.example.org");
        var event = new APIGatewayV2HTTPEvent();
        event.setRawPath(path);
        event.setRawQueryString(query);
        event.setHeaders(Map.of("accept", "text/html"));
        event.setRequestContext(context);
        return handler.handleRequest(event, null);
    }
}
