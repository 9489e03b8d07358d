package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which projects pitch. */
class RoadshowPitchesTest {

    private final Service service = Service.shared();

    @Test
    void projects_pitch_one_after_the_other_from_the_start_on() {
        Roadshow show = Roadshow.open(service);
        Applicant first = Applicant.project();
        Applicant second = Applicant.project();
        Registration one = show.confirmed(first);
        Registration two = show.confirmed(second);
        assertEquals(List.of(), show.pitches());

        show.pitch(8, two, one).expect(200);
        JsonNode reply = show.pitch(20, one, two).expect(200).json();

        assertEquals(Json.list(reply.path("items")), show.pitches());
        String start = Times.text(show.startsAt());
        String later = Times.text(show.startsAt().plusMinutes(20));
        assertEquals(
                Json.list(Json.of("[{'position':1,'id':'" + one.id() + "','organisation':'" + first.organisation()
                        + "','startsAt':'" + start + "'},{'position':2,'id':'" + two.id() + "','organisation':'"
                        + second.organisation() + "','startsAt':'" + later + "'}]")),
                show.pitches());
        show.pitch(8).expect(200);
        assertEquals(List.of(), show.pitches());
    }

    @Test
    void who_cancels_makes_way_for_the_next() {
        Roadshow show = Roadshow.open(service);
        Applicant starter = Applicant.project();
        Registration one = show.confirmed(Applicant.project());
        Registration gone = show.confirmed(starter);
        Registration three = show.confirmed(Applicant.project());
        show.pitch(8, one, gone, three).expect(200);
        String second = startsAt(show, 1);

        gone.cancel();

        assertEquals(List.of(one.id(), three.id()), ids(show));
        assertEquals(
                List.of(1, 2),
                show.pitches().stream().map(it -> it.path("position").asInt()).toList());
        assertEquals(second, startsAt(show, 1));
        Registration again = show.confirmed(starter);
        assertEquals(List.of(one.id(), three.id()), ids(show), "who comes back is a new one");
        show.pitch(8, one, gone).refusedField("order[1]", "unknown_option");
        show.pitch(8, again, one).expect(200);
        assertEquals(List.of(again.id(), one.id()), ids(show));
    }

    @Test
    void only_confirmed_projects_of_this_roadshow_pitch_each_once() {
        Roadshow show = new Roadshow(service.roadshow().reviewed("project").publish());
        Registration project = show.activity().register(Applicant.project());
        show.decide(project, "approve").expect(200);
        Registration pending = show.activity().register(Applicant.project());
        Registration investor = show.confirmed(Applicant.investor());
        Registration listener = show.confirmed(Applicant.listener());
        Registration elsewhere = Roadshow.open(service).confirmed(Applicant.project());
        show.pitch(8, project).expect(200);

        for (Registration wrong : List.of(pending, investor, listener, elsewhere)) {
            show.pitch(8, project, wrong).refusedField("order[1]", "unknown_option");
        }
        for (String wrong : List.of("reg_none", "x")) {
            show.pitch(8, List.of(project.id(), wrong)).refusedField("order[1]", "unknown_option");
        }
        show.pitch(8, List.of(project.id(), "")).refusedField("order", "format");
        show.pitch(8, project, project).refusedField("order[1]", "format");
        assertEquals(List.of(project.id()), ids(show), "an order that is refused changes nothing");
    }

    @Test
    void what_is_missing_or_out_of_range_is_named() {
        Roadshow show = Roadshow.open(service);

        for (int minutes : List.of(0, -1, 241)) {
            show.pitch(minutes).refusedField("minutes", "out_of_range");
        }
        show.pitch(8, IntStream.range(0, 61).mapToObj(i -> "reg_" + i).toList()).refusedField("order", "out_of_range");
        put(show, "{'order':[]}").refusedField("minutes", "required");
        put(show, "{'minutes':8}").refusedField("order", "required");
        put(show, "{'minutes':8,'order':'x'}").refusedField("order", "format");
        put(show, "{'minutes':1.5,'order':[]}").refusedField("minutes", "format");
    }

    @Test
    void pitches_are_for_a_roadshow_that_is_on() {
        Roadshow draft = new Roadshow(service.roadshow().create());
        draft.pitch(8).refused(409, "registration.state");
        assertEquals(List.of(), draft.pitches());

        Roadshow cancelled = Roadshow.open(service);
        cancelled.activity().cancel();
        cancelled.pitch(8).refused(410, "activity.cancelled");
    }

    private Call put(Roadshow show, String json) {
        return service.put(show.activity().adminPath() + "/pitches")
                .as("organiser")
                .json(Json.of(json));
    }

    private static List<String> ids(Roadshow show) {
        return Json.texts(show.pitches(), "id");
    }

    private static String startsAt(Roadshow show, int index) {
        return show.pitches().get(index).path("startsAt").asText();
    }
}
