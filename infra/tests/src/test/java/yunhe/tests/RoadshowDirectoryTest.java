package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a participant of a roadshow may find, and what it never learns of them. */
class RoadshowDirectoryTest {

    private final Service service = Service.shared();

    @Test
    void each_side_finds_the_other_by_what_it_says_about_itself() {
        Roadshow show = Roadshow.open(service);
        Applicant start = Applicant.project();
        Applicant capital = Applicant.investor();
        Registration project = show.confirmed(start);
        Registration investor = show.confirmed(capital);

        JsonNode projects = show.directory(investor, "").expect(200).json();
        JsonNode investors =
                show.directory(project, "?group=investor").expect(200).json();

        JsonNode expected = Json.of("{'id':'" + project.id() + "','organisation':'" + start.organisation()
                + "','sectors':['ai','life-health'],'stage':'pre-a','pitch':{'zh':'一句话介绍','en':'In one sentence'}}");
        assertEquals(Json.list(List.of(expected)), Json.list(projects.path("items")));
        JsonNode other = Json.of("{'id':'" + investor.id() + "','organisation':'" + capital.organisation()
                + "','sectors':['ai','life-health'],'stages':['angel','pre-a']}");
        assertEquals(Json.list(List.of(other)), Json.list(investors.path("items")));
    }

    @Test
    void nothing_else_about_anybody_is_in_it() {
        Roadshow show = Roadshow.open(service);
        Applicant start = Applicant.project().with("person.phone", Applicant.freshPhone());
        Applicant capital = Applicant.investor().with("person.phone", Applicant.freshPhone());
        Registration project = show.confirmed(start);
        Registration investor = show.confirmed(capital);

        for (String text : List.of(
                show.directory(investor, "").expect(200).text(),
                show.directory(project, "").expect(200).text())) {
            for (Applicant one : List.of(start, capital)) {
                for (String secret : List.of(one.email(), one.phone(), one.name())) {
                    assertFalse(text.contains(secret), text);
                }
            }
            for (String secret : List.of("8000000", "1000000", "10000000", "/deck", "maxMeetings")) {
                assertFalse(text.contains(secret), text);
            }
        }
    }

    @Test
    void only_those_with_a_place_are_in_it() {
        Roadshow show = new Roadshow(service.roadshow()
                .groups("project", "3", "investor", "3", "audience", "3")
                .reviewed("project")
                .publish());
        Registration investor = show.confirmed(Applicant.investor());
        Registration here = approved(show);
        Registration pending = show.activity().register(Applicant.project());
        Registration rejected = show.activity().register(Applicant.project());
        show.activity().waitlisted(Applicant.project());
        show.decide(rejected, "reject").expect(200);
        service.local().settle();
        Registration gone = show.activity().register(Applicant.project());
        gone.cancel();
        show.confirmed(Applicant.listener());

        assertEquals(List.of(here.id()), show.found(investor));
        show.decide(pending, "approve").expect(200);
        assertEquals(Set.of(here.id(), pending.id()), Set.copyOf(show.found(investor)));
        here.cancel();
        assertEquals(List.of(pending.id()), show.found(investor));
        show.decide(pending, "reject").expect(200);
        assertEquals(List.of(), show.found(investor));
    }

    @Test
    void whoever_is_not_confirmed_finds_nothing() {
        Roadshow show = new Roadshow(service.roadshow()
                .groups("project", "1", "investor", "3", "audience", "3")
                .reviewed("project")
                .publish());
        Registration investor = show.confirmed(Applicant.investor());
        Registration pending = show.activity().register(Applicant.project());
        Registration waiting = show.activity().waitlisted(Applicant.project());

        show.directory(pending, "").refused(404, "not_found");
        show.directory(waiting, "").refused(404, "not_found");
        show.decide(pending, "approve").expect(200);
        show.directory(pending, "").expect(200);

        pending.cancel();
        show.directory(pending, "").refused(404, "not_found");
        show.directory(waiting, "?group=investor").refused(404, "not_found");
        investor.cancel();
        show.directory(investor, "").refused(404, "not_found");
    }

    @Test
    void a_token_of_this_roadshow_is_needed() {
        Roadshow show = Roadshow.open(service);
        Registration mine = show.confirmed(Applicant.investor());
        Registration elsewhere = Roadshow.open(service).confirmed(Applicant.investor());
        Registration atGathering = service.draft().publish().confirmed(Applicant.someone());
        String path = show.activity().path() + "/directory";

        service.get(path).refused(404, "not_found");
        service.get(path).bearer("x").refused(404, "not_found");
        service.get(path).bearer(elsewhere.token()).refused(404, "not_found");
        service.get(path).bearer(atGathering.token()).refused(404, "not_found");
        service.get(path).as("organiser").refused(404, "not_found");
        service.get(path + "?token=" + mine.token()).expect(200);
        service.get("/roadshows/show_none/directory").bearer(mine.token()).refused(404, "not_found");
        service.get("/roadshows/" + atGathering.activity().id() + "/directory")
                .bearer(atGathering.token())
                .refused(404, "not_found");
    }

    @Test
    void whoever_listens_looks_at_either_side() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration investor = show.confirmed(Applicant.investor());
        Registration listener = show.confirmed(Applicant.listener());

        assertEquals(List.of(project.id()), ids(show, listener, "?group=project"));
        assertEquals(List.of(investor.id()), ids(show, listener, "?group=investor"));
        show.directory(listener, "").refusedField("group", "required");
        show.directory(listener, "?group=audience").refusedField("group", "unknown_group");
        show.directory(project, "?group=project").refusedField("group");
    }

    @Test
    void it_can_be_narrowed_by_sector_and_stage() {
        Roadshow show = Roadshow.open(service);
        Registration investor = show.confirmed(Applicant.investor());
        Registration chips =
                show.confirmed(Applicant.project().with("profile", Json.of("{'sectors':['ai'],'stage':'seed'}")));
        Registration drones = show.confirmed(
                Applicant.project().with("profile", Json.of("{'sectors':['low-altitude','ai'],'stage':'b'}")));
        Registration ideas =
                show.confirmed(Applicant.project().with("profile", Json.of("{'sectors':['low-altitude']}")));

        assertEquals(Set.of(chips.id(), drones.id()), Set.copyOf(ids(show, investor, "?sector=ai")));
        assertEquals(List.of(drones.id()), ids(show, investor, "?sector=ai&stage=b"));
        assertEquals(List.of(drones.id()), ids(show, investor, "?sector=low-altitude&stage=b"));
        assertEquals(List.of(), ids(show, investor, "?stage=angel"));
        assertEquals(3, ids(show, investor, "?sector=&stage=").size());
        assertTrue(ids(show, investor, "?sector=low-altitude").contains(ideas.id()));
        show.directory(investor, "?sector=tea").refusedField("sector", "unknown_option");
        show.directory(investor, "?stage=d").refusedField("stage", "unknown_option");
    }

    private static List<String> ids(Roadshow show, Registration reader, String query) {
        return Json.texts(show.directory(reader, query).expect(200).json().path("items"), "id");
    }

    private static Registration approved(Roadshow show) {
        Registration registration = show.activity().register(Applicant.project());
        show.decide(registration, "approve").expect(200);
        return registration;
    }
}
