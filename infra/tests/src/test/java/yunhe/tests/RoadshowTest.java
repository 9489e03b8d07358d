package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A roadshow from its draft to its meetings, and what is between it and a gathering. */
class RoadshowTest {

    private final Service service = Service.shared();

    @Test
    void a_roadshow_from_its_draft_to_its_meetings() {
        Draft draft = service.roadshow().reviewed("project");
        Roadshow show = new Roadshow(draft.create());
        service.get(show.activity().path()).refused(404, "not_found");
        show.activity().publish();

        List<Applicant> projects =
                IntStream.range(0, 4).mapToObj(i -> Applicant.project()).toList();
        List<Registration> applied =
                projects.stream().map(show.activity()::register).toList();
        List<Applicant> investors =
                IntStream.range(0, 3).mapToObj(i -> Applicant.investor()).toList();
        List<Registration> invest = investors.stream().map(show::confirmed).toList();
        Applicant listener = Applicant.listener();
        show.confirmed(listener);
        assertEquals(27, show.activity().group("investor").path("free").asInt());

        for (Registration one : applied) {
            assertEquals("pending", one.status());
        }
        assertEquals(List.of(), show.found(invest.getFirst()));
        for (Registration one : applied) {
            show.decide(one, "approve").expect(200);
        }
        assertEquals(ids(applied), Set.copyOf(show.found(invest.getFirst())));
        assertEquals(ids(invest), Set.copyOf(show.found(applied.getFirst())));

        show.wish(applied.get(0), invest.get(2), invest.get(0)).expect(200);
        show.wish(invest.get(2), applied.get(0)).expect(200);
        JsonNode made = show.make(show.setting(4, 2).put("minMeetingsPerProject", 1));
        assertEquals(made, show.timetables().path("draft"), "what was made last is there to be looked at");
        assertEquals(List.of(), show.meetings(applied.get(0)), "nobody hears of a draft");
        assertEquals(0, told(projects.get(0)));

        show.publish(made.path("id").asText()).expect(200);
        service.local().settle();
        JsonNode published = show.timetables().path("published");

        Registration[] everyone = all(applied, invest);
        show.check(made, everyone);
        show.check(published, everyone);
        assertEquals(made.path("meetings"), published.path("meetings"));
        assertEquals(8, published.path("meetings").size(), "every table is taken in every slot");
        for (Registration one : everyone) {
            assertEquals(ofOne(published, one), mine(show, one));
        }
        for (Applicant one : projects) {
            assertEquals(1, told(one), one.organisation());
        }
        for (Applicant one : investors) {
            assertEquals(1, told(one), one.organisation());
        }
        assertEquals(0, told(listener));
    }

    @Test
    void a_meeting_says_when_where_and_with_whom() {
        Roadshow show = Roadshow.open(service);
        Applicant start = Applicant.project();
        Applicant capital = Applicant.investor();
        Registration project = show.confirmed(start);
        Registration investor = show.confirmed(capital);

        ObjectNode setting = show.setting(1, 1);
        show.published(setting);

        JsonNode slot = setting.path("slots").get(0);
        JsonNode meeting = show.meetings(project).getFirst();
        assertEquals(0, meeting.path("slot").asInt());
        assertEquals(0, meeting.path("table").asInt());
        assertEquals(slot.path("startsAt"), meeting.path("startsAt"));
        assertEquals(slot.path("endsAt"), meeting.path("endsAt"));
        assertEquals(investor.id(), meeting.path("with").path("id").asText());
        assertEquals(
                capital.organisation(),
                meeting.path("with").path("organisation").asText());
        assertEquals(
                start.organisation(),
                show.meetings(investor)
                        .getFirst()
                        .path("with")
                        .path("organisation")
                        .asText());
    }

    @Test
    void groups_are_among_three_and_have_their_names_already() {
        Activity activity = service.roadshow()
                .with(
                        "groups",
                        Json.of("[{'id':'project','capacity':3},{'id':'investor','capacity':3},"
                                + "{'id':'audience','capacity':3}]"))
                .publish();
        assertEquals(
                List.of("项目方", "投资人", "观众"),
                Json.list(activity.read().path("groups")).stream()
                        .map(it -> it.path("title").path("zh").asText())
                        .toList());

        service.roadshow().groups("audience", "3").post().expect(201);
        service.roadshow().groups("project", "3", "women", "3").post().refusedField("groups[1].id", "unknown_option");
        service.roadshow().groups("Project", "3").post().refusedField("groups[0].id", "unknown_option");
        service.roadshow().groups("project", "3", "project", "3").post().refusedField("groups[1].id", "format");
    }

    @Test
    void a_roadshow_has_no_kind() {
        JsonNode roadshow = service.roadshow().with("kind", "salon").publish().read();

        assertTrue(roadshow.path("id").asText().startsWith("show_"));
        assertFalse(roadshow.has("kind"), "what is unknown is ignored");
    }

    @Test
    void each_collection_lists_its_own() {
        Activity roadshow = service.roadshow().publish();
        Activity gathering = service.draft().publish();

        List<String> roadshows = Json.texts(list("/roadshows?limit=200"), "id");
        assertTrue(roadshows.contains(roadshow.id()));
        assertTrue(roadshows.stream().allMatch(it -> it.startsWith("show_")), roadshows::toString);
        List<String> gatherings = Json.texts(list("/gatherings?limit=200"), "id");
        assertTrue(gatherings.contains(gathering.id()));
        assertTrue(gatherings.stream().allMatch(it -> it.startsWith("gath_")), gatherings::toString);
    }

    @Test
    void a_gathering_is_no_roadshow_and_a_roadshow_no_gathering() {
        Activity roadshow = service.roadshow().publish();
        Activity gathering = service.draft().publish();
        Registration atRoadshow = roadshow.confirmed(Applicant.investor());
        Registration atGathering = gathering.confirmed(Applicant.someone());

        strange("/gatherings", roadshow, atRoadshow, service.draft());
        strange("/roadshows", gathering, atGathering, service.roadshow());
        for (String what : List.of("/timetable", "/pitches")) {
            service.get("/admin/roadshows/" + gathering.id() + what)
                    .as("organiser")
                    .refused(404, "not_found");
        }
        assertEquals("confirmed", atRoadshow.status());
        assertEquals("confirmed", atGathering.status());
    }

    /** Asks one collection for what is in the other. */
    private void strange(String collection, Activity activity, Registration registration, Draft draft) {
        String path = collection + "/" + activity.id();
        String registrations = path + "/registrations";
        String own = registrations + "/" + registration.id();
        for (Call call : List.of(
                service.get(path),
                service.post(registrations).json(Applicant.investor().json()),
                service.get(own).bearer(registration.token()),
                service.patch(own).bearer(registration.token()).json(Json.of("{'locale':'en'}")),
                service.delete(own).bearer(registration.token()),
                service.get(own + "/calendar.ics").bearer(registration.token()),
                service.get("/admin" + path).as("organiser"),
                service.put("/admin" + path)
                        .as("organiser")
                        .header("If-Match", "2")
                        .json(draft.json()),
                service.post("/admin" + path + "/publish").as("organiser"),
                service.post("/admin" + path + "/cancel").as("organiser").json(Json.of("{'reason':{'zh':'台风'}}")),
                service.get("/admin" + registrations).as("organiser"),
                service.post("/admin" + own + "/cancel").as("organiser").json(Json.of("{'reason':{'zh':'台风'}}")),
                service.post("/admin" + own + "/decision").as("organiser").json(Json.of("{'decision':'reject'}")))) {
            call.refused(404, "not_found");
        }
    }

    @Test
    void only_organisers_plan_meetings_and_staff_may_read_who_pitches() {
        Roadshow show = Roadshow.open(service);
        String path = show.activity().adminPath();
        JsonNode setting = show.setting(1, 1);
        JsonNode order = Json.of("{'order':[],'minutes':8}");
        String draft = show.make(setting).path("id").asText();

        for (String role : List.of("", "visitor", "staff")) {
            for (Call call : List.of(
                    service.get(path + "/timetable"),
                    service.post(path + "/timetable").json(setting),
                    service.post(path + "/timetable/" + draft + "/publish"),
                    service.put(path + "/pitches").json(order))) {
                if (role.isEmpty()) {
                    call.expect(401);
                } else {
                    call.as(role).expect(403);
                }
            }
        }
        service.get(path + "/pitches").expect(401);
        service.get(path + "/pitches").as("visitor").expect(403);
        service.get(path + "/pitches").as("staff").expect(200);
        service.post(path + "/timetable").as("admin").json(setting).expect(201);
        assertTrue(show.timetables().path("published").isNull());
    }

    @Test
    void whoever_plans_is_on_record() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        show.published(show.setting(1, 1));
        show.pitch(8, project).expect(200);

        List<String> actions = Json.texts(
                service.get("/admin/audit?limit=200&subject=" + show.activity().id())
                        .as("organiser")
                        .expect(200)
                        .json()
                        .path("items"),
                "action");

        for (String action : List.of("timetable.made", "timetable.published", "pitches.set")) {
            assertTrue(actions.contains(action), actions::toString);
        }
    }

    private JsonNode list(String path) {
        return service.get(path).expect(200).json().path("items");
    }

    private long told(Applicant applicant) {
        return service.local().kindsTo(applicant.email()).stream()
                .filter("meetings.published"::equals)
                .count();
    }

    private static Set<String> ids(List<Registration> registrations) {
        return registrations.stream().map(Registration::id).collect(Collectors.toSet());
    }

    private static Registration[] all(List<Registration> some, List<Registration> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toArray(Registration[]::new);
    }

    private static Set<String> ofOne(JsonNode timetable, Registration one) {
        return Json.list(timetable.path("meetings")).stream()
                .filter(it -> List.of(
                                it.path("project").asText(), it.path("investor").asText())
                        .contains(one.id()))
                .map(it -> it.path("slot").asInt() + " at " + it.path("table").asInt())
                .collect(Collectors.toSet());
    }

    private static Set<String> mine(Roadshow show, Registration one) {
        return show.meetings(one).stream()
                .map(it -> it.path("slot").asInt() + " at " + it.path("table").asInt())
                .collect(Collectors.toSet());
    }
}
