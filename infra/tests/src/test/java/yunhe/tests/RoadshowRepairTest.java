package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of a published timetable when somebody goes or comes. */
class RoadshowRepairTest {

    private final Service service = Service.shared();

    @Test
    void who_cancels_late_is_left_out_and_everybody_else_stays_where_they_were() {
        Roadshow show = Roadshow.open(service);
        List<Registration> projects = IntStream.range(0, 5)
                .mapToObj(i -> show.confirmed(Applicant.project()))
                .toList();
        List<Registration> investors = IntStream.range(0, 4)
                .mapToObj(i -> show.confirmed(Applicant.investor()))
                .toList();
        Registration[] everyone =
                Stream.concat(projects.stream(), investors.stream()).toArray(Registration[]::new);
        JsonNode before = show.published(show.setting(3, 3));
        show.check(before, everyone);

        List<Registration> gone = new ArrayList<>();
        JsonNode last = before;
        for (Registration one : List.of(investors.get(0), projects.get(0), investors.get(1))) {
            one.cancel();
            service.local().settle();
            gone.add(one);

            JsonNode now = show.timetables().path("published");

            show.check(now, everyone);
            Set<String> kept = meetings(last);
            kept.removeIf(meeting -> meeting.contains(one.id()));
            assertTrue(meetings(now).containsAll(kept), () -> "moved somebody: " + now.toPrettyString());
            assertEquals(last.path("revision").asInt() + 1, now.path("revision").asInt());
            assertEquals(before.path("id"), now.path("id"));
            last = now;
        }
        assertEquals(List.of(), show.meetings(gone.getFirst()));
        JsonNode end = last;
        for (Registration one : everyone) {
            assertEquals(
                    Json.list(end.path("meetings")).stream()
                            .filter(it -> it.toString().contains(one.id()))
                            .count(),
                    show.meetings(one).size());
        }
    }

    @Test
    void a_gap_goes_to_whoever_is_free_then() {
        Roadshow show = Roadshow.open(service);
        Applicant best = Applicant.project();
        Applicant next = Applicant.project().with("profile.stage", "c-plus");
        Registration first = show.confirmed(best);
        Registration second = show.confirmed(next);
        Applicant capital = Applicant.investor();
        Registration investor = show.confirmed(capital);
        JsonNode before = show.published(show.setting(1, 1));
        assertEquals(1, show.meetings(first).size());
        assertEquals(0, show.meetings(second).size());

        first.cancel();
        service.local().settle();

        JsonNode after = show.timetables().path("published");
        show.check(after, first, second, investor);
        assertEquals(2, after.path("revision").asInt());
        assertEquals(
                second.id(),
                show.meetings(investor).getFirst().path("with").path("id").asText());
        assertEquals(1, before.path("meetings").size());
        assertEquals(1, told(best), "who has gone knows it");
        assertEquals(2, told(next));
        assertEquals(2, told(capital));
    }

    @Test
    void who_has_no_part_in_a_change_is_not_told_again() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Applicant far = Applicant.project().with("profile", Json.of("{'sectors':['cross-border']}"));
        Applicant farther = Applicant.investor().with("profile", Json.of("{'sectors':['cross-border']}"));
        Registration apart = show.confirmed(far);
        show.confirmed(farther);
        Registration investor = show.confirmed(Applicant.investor());
        show.published(show.setting(1, 2));
        assertEquals(1, show.meetings(apart).size());

        investor.cancel();
        service.local().settle();

        assertEquals(0, show.meetings(project).size());
        assertEquals(1, show.meetings(apart).size());
        assertEquals(1, told(far));
        assertEquals(1, told(farther));
    }

    @Test
    void who_comes_back_is_a_new_one() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Applicant capital = Applicant.investor();
        Registration gone = show.confirmed(capital);
        show.published(show.setting(2, 1));
        gone.cancel();
        service.local().settle();
        assertEquals(List.of(), show.meetings(project));

        Registration again = show.confirmed(capital);
        service.local().settle();

        JsonNode now = show.timetables().path("published");
        show.check(now, project, gone, again);
        assertEquals(
                again.id(),
                show.meetings(project).getFirst().path("with").path("id").asText());
        assertEquals(1, show.meetings(again).size());
        assertEquals(List.of(), show.meetings(gone));
        assertEquals(3, now.path("revision").asInt());
    }

    @Test
    void who_goes_between_draft_and_publication_is_not_in_it() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration gone = show.confirmed(Applicant.investor());
        Registration stays = show.confirmed(Applicant.investor().with("profile.stages", List.of()));
        JsonNode made = show.make(show.setting(1, 1));
        assertEquals(1, show.make(show.setting(1, 1)).path("meetings").size());
        gone.cancel();

        JsonNode published = show.publish(made.path("id").asText()).expect(200).json();

        show.check(published, project, gone, stays);
        assertEquals(1, published.path("meetings").size());
        assertEquals(1, published.path("revision").asInt());
    }

    @Test
    void who_is_thrown_out_is_left_out_too() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration investor = show.confirmed(Applicant.investor());
        show.published(show.setting(1, 1));

        show.decide(project, "reject").expect(200);
        service.local().settle();

        assertEquals(List.of(), show.meetings(investor));
        assertEquals(List.of(), show.meetings(project));
        assertEquals(2, show.timetables().path("published").path("revision").asInt());
    }

    @Test
    void many_who_go_at_once_leave_a_timetable_that_holds() {
        Roadshow show = Roadshow.open(service);
        List<Registration> projects = Together.all(12, i -> show.confirmed(Applicant.project()));
        List<Registration> investors = Together.all(8, i -> show.confirmed(Applicant.investor()));
        List<Registration> everyone =
                Stream.concat(projects.stream(), investors.stream()).toList();
        JsonNode before = show.published(show.setting(4, 6).put("maxMeetingsPerProject", 3));
        List<Registration> gone = IntStream.range(0, everyone.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(everyone::get)
                .toList();

        Together.all(gone.size(), i -> gone.get(i).cancel());
        service.local().settle();

        JsonNode now = show.timetables().path("published");
        show.check(now, everyone.toArray(Registration[]::new));
        Set<String> kept = meetings(before);
        kept.removeIf(meeting -> gone.stream().anyMatch(it -> meeting.contains(it.id())));
        assertTrue(meetings(now).containsAll(kept), now::toPrettyString);
    }

    private long told(Applicant applicant) {
        return service.local().kindsTo(applicant.email()).stream()
                .filter("meetings.published"::equals)
                .count();
    }

    /** Who meets whom, when and where. */
    private static Set<String> meetings(JsonNode timetable) {
        return Json.list(timetable.path("meetings")).stream()
                .map(JsonNode::toString)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
