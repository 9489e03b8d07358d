package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom participants of a roadshow would like to meet, and what it changes. */
class RoadshowWishesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Service service = Service.shared();

    @Test
    void the_last_list_counts() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration first = show.confirmed(Applicant.investor());
        Registration second = show.confirmed(Applicant.investor());

        assertEquals(List.of(), show.wishes(project));
        Reply reply = show.wish(project, first, second).expect(200);
        assertEquals(
                List.of(first.id(), second.id()),
                Json.list(reply.json().path("ranked")).stream()
                        .map(JsonNode::asText)
                        .toList());
        assertEquals(List.of(first.id(), second.id()), show.wishes(project));
        show.wish(project, second).expect(200);
        assertEquals(List.of(second.id()), show.wishes(project));
        show.wish(project).expect(200);
        assertEquals(List.of(), show.wishes(project));
    }

    @Test
    void wishes_are_for_confirmed_ones_of_the_other_side_each_once() {
        Roadshow show = new Roadshow(service.roadshow()
                .groups("project", "3", "investor", "1", "audience", "3")
                .publish());
        Registration mine = show.confirmed(Applicant.project());
        Registration investor = show.confirmed(Applicant.investor());
        Registration waiting = show.activity().waitlisted(Applicant.investor());
        Registration mySide = show.confirmed(Applicant.project());
        Registration listener = show.confirmed(Applicant.listener());
        Registration elsewhere = Roadshow.open(service).confirmed(Applicant.investor());

        for (Registration wrong : List.of(mine, mySide, listener, elsewhere, waiting)) {
            show.wish(mine, investor, wrong).refusedField("ranked[1]", "unknown_option");
        }
        show.wish(mine, investor, investor).refusedField("ranked[1]", "format");
        for (String wrong : List.of("reg_none", "x", "reg_" + "x".repeat(30))) {
            show.wish(mine, List.of(investor.id(), wrong)).refusedField("ranked[1]", "unknown_option");
        }
        show.wish(mine, List.of(investor.id(), " ")).refusedField("ranked", "format");
        investor.cancel();
        show.wish(mine, investor).refusedField("ranked[0]", "unknown_option");
        assertEquals(List.of(), show.wishes(mine), "a list that is refused changes nothing");
    }

    @Test
    void wishes_are_a_list_of_at_most_twenty() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        List<String> investors = Together.all(21, i -> show.confirmed(Applicant.investor())).stream()
                .map(Registration::id)
                .toList();

        show.wish(project, investors.subList(0, 20)).expect(200);
        show.wish(project, investors).refusedField("ranked", "out_of_range");
        assertEquals(20, show.wishes(project).size());
        for (String wrong : List.of(
                "{}", "{'ranked':null}", "{'ranked':'x'}", "{'ranked':{}}", "{'ranked':[7]}", "{'ranked':[null]}")) {
            Reply reply = service.put(project.path() + "/wishes")
                    .bearer(project.token())
                    .json(Json.of(wrong))
                    .refused(400, "body.invalid");
            assertTrue(
                    Json.texts(reply.json().path("errors"), "field").stream().allMatch(it -> it.startsWith("ranked")),
                    reply::toString);
        }
    }

    @Test
    void nobody_wishes_for_another() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration investor = show.confirmed(Applicant.investor());
        JsonNode body = Json.of("{'ranked':['" + investor.id() + "']}");

        for (Call call : List.of(
                service.get(project.path() + "/wishes"),
                service.put(project.path() + "/wishes").json(body),
                service.get(project.path() + "/meetings"))) {
            call.bearer(investor.token()).refused(404, "not_found");
        }
        String atAnother = Roadshow.open(service).activity().signUpPath() + "/" + project.id();
        service.put(atAnother + "/wishes").bearer(project.token()).json(body).refused(404, "not_found");
        service.get(atAnother + "/meetings").bearer(project.token()).refused(404, "not_found");
    }

    @Test
    void only_those_who_meet_wish() {
        Roadshow show = new Roadshow(service.roadshow().reviewed("project").publish());
        Registration investor = show.confirmed(Applicant.investor());
        Registration listener = show.confirmed(Applicant.listener());
        Registration pending = show.activity().register(Applicant.project());

        show.wish(listener, investor).refused(409, "registration.state");
        show.wish(pending, investor).refused(409, "registration.state");
        show.decide(pending, "approve").expect(200);
        show.wish(pending, investor).expect(200);
        pending.cancel();
        show.wish(pending, investor).refused(409, "registration.state");
    }

    @Test
    void a_cancelled_roadshow_and_a_published_timetable_take_no_wishes() {
        Roadshow cancelled = Roadshow.open(service);
        Registration early = cancelled.confirmed(Applicant.project());
        cancelled.activity().cancel();
        cancelled.wish(early, List.of("x")).refused(410, "activity.cancelled");

        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration investor = show.confirmed(Applicant.investor());
        show.wish(project, investor).expect(200);
        show.published(show.setting(1, 1));

        show.wish(project, List.of("x")).refused(409, "timetable.published");
        assertEquals(List.of(investor.id()), show.wishes(project));
    }

    @Test
    void the_directorys_form_says_the_same_in_ranks() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration first = show.confirmed(Applicant.investor());
        Registration second = show.confirmed(Applicant.investor());
        Registration third = show.confirmed(Applicant.investor());

        rank(project, Form.of("rank." + third.id(), "2", "rank." + first.id(), "7", "rank." + second.id(), ""))
                .expect(200);
        assertEquals(List.of(third.id(), first.id()), show.wishes(project));

        String location = rank(project, Form.of("rank." + second.id(), "1"))
                .header("Accept", BROWSER)
                .expect(303)
                .header("Location");
        assertTrue(location.startsWith("/r/" + show.activity().id() + "/directory?"), location);
        assertEquals(List.of(second.id()), show.wishes(project));

        for (String wrong : List.of("0", "21", "first", "1.5")) {
            rank(project, Form.of("rank." + first.id(), wrong)).refusedField("rank." + first.id());
        }
        rank(project, Form.of("rank." + project.id(), "1")).refusedField("rank", "unknown_option");
        rank(project, Form.of()).expect(200);
        assertEquals(List.of(), show.wishes(project), "a form without ranks is one without wishes");
    }

    @Test
    void a_score_is_what_the_contract_says() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project()
                .with(
                        "profile",
                        Json.of("{'sectors':['ai','smart-city','new-materials'],'stage':'seed','seeking':5000000}")));
        Registration one = investor(show, "{'sectors':['ai','low-altitude'],'stages':['seed','a']}");
        Registration two = investor(
                show,
                "{'sectors':['ai','smart-city','new-materials','cross-border'],'ticketMin':5000000,'ticketMax':5000000}");
        Registration three = investor(
                show, "{'sectors':['ai','smart-city'],'stages':['a'],'ticketMin':5000001,'ticketMax':9000000}");
        Registration four = investor(show, "{'sectors':['smart-city'],'stages':['seed'],'ticketMin':1}");
        Registration five = investor(show, "{'sectors':['low-altitude'],'stages':['a']}");

        show.wish(project, two, three, one).expect(200);
        show.wish(four, project).expect(200);
        JsonNode made = show.make(show.setting(5, 1));

        // ⌊40 × 1/3⌋ + 20 for the stage, and ⌊10 × (1 − 2/20)⌋ for rank 3.
        assertEquals(13 + 20 + 9, score(made, one));
        // ⌊40 × 3/3⌋ + 20 for the ticket, both bounds included, and 10 for rank 1.
        assertEquals(40 + 20 + 10, score(made, two));
        // ⌊40 × 2/3⌋ and ⌊10 × (1 − 1/20)⌋ for rank 2.
        assertEquals(26 + 9, score(made, three));
        // ⌊40 × 1/3⌋ + 20 for the stage and 10 for the investor's first wish; a ticket without its most is no ticket.
        assertEquals(13 + 20 + 10, score(made, four));
        assertEquals(0, score(made, five), "who has nothing in common does not meet");
        assertEquals(42 + 70 + 35 + 43, made.path("score").asInt());
        assertEquals(made.path("score"), made.path("upperBound"));
        show.check(made, project, one, two, three, four, five);
    }

    @Test
    void of_two_who_fit_alike_the_dearer_one_is_met() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        List<Registration> investors = new ArrayList<>(IntStream.range(0, 4)
                .mapToObj(i -> show.confirmed(Applicant.investor()))
                .toList());
        for (int round = 0; round < 2; round++) {
            Collections.reverse(investors);
            show.wish(project, investors.get(0), investors.get(1)).expect(200);

            JsonNode made = show.make(show.setting(2, 1));

            assertEquals(90, score(made, investors.get(0)));
            assertEquals(89, score(made, investors.get(1)));
            assertEquals(2, made.path("meetings").size());
        }
    }

    @Test
    void wishes_of_and_for_somebody_who_has_gone_do_not_count() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Applicant capital = Applicant.investor();
        Registration gone = show.confirmed(capital);
        show.wish(gone, project).expect(200);
        show.wish(project, gone).expect(200);
        assertEquals(100, score(show.make(show.setting(1, 1)), gone));

        gone.cancel();
        Registration again = show.confirmed(capital);
        JsonNode made = show.make(show.setting(1, 1));

        assertEquals(0, score(made, gone));
        assertEquals(80, score(made, again));
        show.check(made, project, gone, again);
    }

    private Call rank(Registration who, Form form) {
        return service.post(who.path() + "/wishes").bearer(who.token()).form(form);
    }

    private static Registration investor(Roadshow show, String profile) {
        return show.confirmed(Applicant.investor().with("profile", Json.of(profile)));
    }

    /** With the only project there is; 0 when they do not meet. */
    private static int score(JsonNode timetable, Registration investor) {
        return Json.list(timetable.path("meetings")).stream()
                .filter(it -> it.path("investor").asText().equals(investor.id()))
                .mapToInt(it -> it.path("score").asInt())
                .sum();
    }
}
