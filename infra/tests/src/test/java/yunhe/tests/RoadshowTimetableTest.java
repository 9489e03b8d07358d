package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Timetables: what an organiser may ask for, and that what comes is the best there is. */
class RoadshowTimetableTest {

    private static final List<String> SECTORS = List.of("ai", "smart-city", "life-health", "low-altitude");
    private static final List<String> STAGES = List.of("idea", "seed", "angel");

    private final Service service = Service.shared();

    @Test
    void what_is_missing_or_out_of_range_is_named() {
        Roadshow show = Roadshow.open(service);

        refused(show, setting -> setting.remove("slots"), "slots", "required");
        refused(show, setting -> setting.remove("tables"), "tables", "required");
        refused(show, setting -> setting.putArray("slots"), "slots", "out_of_range");
        refused(show, setting -> setting.put("slots", 4), "slots", "format");
        refused(show, setting -> setting.put("tables", 0), "tables", "out_of_range");
        refused(show, setting -> setting.put("tables", 201), "tables", "out_of_range");
        refused(show, setting -> setting.put("tables", 1.5), "tables", "format");
        refused(show, setting -> setting.put("maxMeetingsPerProject", 0), "maxMeetingsPerProject", "out_of_range");
        refused(show, setting -> setting.put("minMeetingsPerProject", -1), "minMeetingsPerProject", "out_of_range");
        refused(
                show,
                setting -> setting.put("maxMeetingsPerProject", 2).put("minMeetingsPerProject", 3),
                "minMeetingsPerProject",
                "out_of_range");
        show.draft(show.setting(25, 1)).refusedField("slots", "out_of_range");
        show.make(show.setting(24, 200));
        show.make(show.setting(2, 1).put("maxMeetingsPerProject", 1).put("minMeetingsPerProject", 1));
    }

    @Test
    void slots_are_real_and_do_not_overlap() {
        Roadshow show = Roadshow.open(service);

        refused(show, setting -> slot(setting, 1).remove("endsAt"), "slots[1].endsAt", "required");
        refused(show, setting -> slot(setting, 0).put("startsAt", "soon"), "slots[0].startsAt", "format");
        refused(
                show,
                setting -> slot(setting, 1).set("endsAt", slot(setting, 1).path("startsAt")),
                "slots[1].endsAt",
                "out_of_range");
        refused(
                show,
                setting -> slot(setting, 1).set("endsAt", slot(setting, 0).path("startsAt")),
                "slots[1].endsAt",
                "out_of_range");
        refused(
                show,
                setting -> slot(setting, 1).set("startsAt", slot(setting, 0).path("startsAt")),
                "slots[1].startsAt",
                "out_of_range");
        refused(
                show,
                setting -> slot(setting, 0).set("endsAt", slot(setting, 1).path("endsAt")),
                "slots[1].startsAt",
                "out_of_range");
    }

    @Test
    void slots_are_counted_in_the_order_given() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration one = show.confirmed(Applicant.investor());
        Registration two = show.confirmed(Applicant.investor());
        ObjectNode setting = show.setting(2, 1);
        JsonNode later = slot(setting, 1).deepCopy();
        setting.withArray("slots").remove(1);
        setting.withArray("slots").insert(0, later);

        JsonNode published = show.published(setting);

        show.check(published, project, one, two);
        List<JsonNode> meetings = show.meetings(project);
        assertEquals(
                List.of(1, 0),
                meetings.stream().map(it -> it.path("slot").asInt()).toList());
        assertEquals(later.path("startsAt"), meetings.get(1).path("startsAt"));
    }

    @Test
    void pins_and_forbidden_pairs_are_held() {
        Roadshow show = Roadshow.open(service);
        Registration poor = show.confirmed(
                Applicant.project().with("profile", Json.of("{'sectors':['ai','smart-city','low-altitude']}")));
        Registration rich = show.confirmed(Applicant.project());
        Registration one = show.confirmed(Applicant.investor());
        Registration two = show.confirmed(Applicant.investor());
        ObjectNode setting = show.setting(1, 2);
        Roadshow.pair(setting, "pinned", poor.id(), one.id());
        Roadshow.pair(setting, "forbidden", rich.id(), two.id());

        JsonNode made = show.make(setting);

        show.check(made, poor, rich, one, two);
        assertEquals(1, made.path("meetings").size());
        assertEquals(poor.id(), made.path("meetings").get(0).path("project").asText());
        assertEquals(setting.path("pinned"), made.path("pinned"));
        assertEquals(setting.path("forbidden"), made.path("forbidden"));
    }

    @Test
    void pins_that_cannot_be_held_are_named() {
        Roadshow show = Roadshow.open(service);
        Registration project = show.confirmed(Applicant.project());
        Registration investor = show.confirmed(Applicant.investor());
        Registration other = show.confirmed(Applicant.investor());
        Registration stranger =
                show.confirmed(Applicant.investor().with("profile", Json.of("{'sectors':['cross-border']}")));
        Registration gone = show.confirmed(Applicant.investor());
        gone.cancel();
        Registration listener = show.confirmed(Applicant.listener());
        Registration elsewhere = Roadshow.open(service).confirmed(Applicant.investor());

        for (String wrong : List.of("reg_none", "x", elsewhere.id())) {
            pinned(show, project.id(), wrong).refusedField("pinned[0].investor", "unknown_option");
            pinned(show, wrong, investor.id()).refusedField("pinned[0].project", "unknown_option");
            forbidden(show, project.id(), wrong).refusedField("forbidden[0].investor", "unknown_option");
        }
        for (Registration wrong : List.of(gone, listener, project)) {
            pinned(show, project.id(), wrong.id()).refusedField("pinned[0]", "unknown_option");
            forbidden(show, project.id(), wrong.id()).refusedField("forbidden[0]", "unknown_option");
        }
        pinned(show, investor.id(), project.id()).refusedField("pinned[0]", "unknown_option");
        pinned(show, project.id(), stranger.id()).refusedField("pinned[0]", "out_of_range");

        ObjectNode twice = show.setting(2, 1);
        Roadshow.pair(twice, "pinned", project.id(), investor.id());
        Roadshow.pair(twice, "pinned", project.id(), investor.id());
        show.draft(twice).refusedField("pinned[1].investor", "format");

        ObjectNode both = show.setting(2, 1);
        Roadshow.pair(both, "pinned", project.id(), investor.id());
        Roadshow.pair(both, "forbidden", project.id(), investor.id());
        show.draft(both).refusedField("pinned[0]", "out_of_range");

        ObjectNode tooMany = show.setting(1, 2);
        Roadshow.pair(tooMany, "pinned", project.id(), investor.id());
        Roadshow.pair(tooMany, "pinned", project.id(), other.id());
        show.draft(tooMany).refusedField("pinned[1]", "out_of_range");

        show.draft(show.setting(1, 1).put("pinned", "x")).refusedField("pinned", "format");
        ObjectNode half = show.setting(1, 1);
        half.withArray("pinned").addObject().put("project", project.id());
        show.draft(half).refusedField("pinned[0].investor", "required");
    }

    @Test
    void a_handful_of_people_get_the_best_timetable_there_is() {
        Random random = new Random(5);
        for (int round = 0; round < 4; round++) {
            Roadshow show = Roadshow.open(service);
            List<Registration> projects = IntStream.range(0, 3)
                    .mapToObj(i -> show.confirmed(Applicant.project()
                            .with("profile.sectors", some(random, SECTORS, 2))
                            .with("profile.stage", STAGES.get(random.nextInt(3)))))
                    .toList();
            List<Registration> investors = IntStream.range(0, 3)
                    .mapToObj(i -> show.confirmed(Applicant.investor()
                            .with("profile.sectors", some(random, SECTORS, 2))
                            .with("profile.stages", some(random, STAGES, 2))
                            .with("profile.maxMeetings", 1 + random.nextInt(3))))
                    .toList();
            projects.forEach(
                    it -> show.wish(it, some(random, ids(investors), 2)).expect(200));
            investors.forEach(
                    it -> show.wish(it, some(random, ids(projects), 2)).expect(200));
            List<Registration> everyone =
                    Stream.concat(projects.stream(), investors.stream()).toList();

            JsonNode made = show.make(show.setting(1 + random.nextInt(3), 1 + random.nextInt(3))
                    .put("maxMeetingsPerProject", 2)
                    .put("minMeetingsPerProject", 1 + round % 2));

            show.check(made, everyone.toArray(Registration[]::new));
            assertEquals(
                    TimetableChecker.of(show, everyone).best(made),
                    TimetableChecker.Best.of(made),
                    made::toPrettyString);
            assertEquals(made.path("score"), made.path("upperBound"));
        }
    }

    @Test
    void the_same_input_gives_the_same_meetings() {
        Roadshow show = Roadshow.open(service);
        Random random = new Random(7);
        List<Registration> projects = Together.all(12, i -> show.confirmed(Applicant.project()));
        List<Registration> investors = Together.all(8, i -> show.confirmed(Applicant.investor()));
        projects.forEach(it -> show.wish(it, some(random, ids(investors), 3)).expect(200));
        ObjectNode setting = show.setting(4, 5).put("maxMeetingsPerProject", 3).put("minMeetingsPerProject", 1);

        JsonNode first = show.make(setting);
        JsonNode second = show.make(setting);

        assertNotEquals(first.path("id"), second.path("id"));
        for (String same : List.of("meetings", "score", "upperBound", "unmet")) {
            assertEquals(first.path(same), second.path(same));
        }
        assertEquals(20, first.path("meetings").size());
        show.check(first, Stream.concat(projects.stream(), investors.stream()).toArray(Registration[]::new));
    }

    @Test
    void projects_that_are_left_short_are_listed() {
        Roadshow show = Roadshow.open(service);
        Registration first = show.confirmed(Applicant.project());
        Registration second = show.confirmed(Applicant.project());
        Registration lonely =
                show.confirmed(Applicant.project().with("profile", Json.of("{'sectors':['cross-border']}")));
        Registration investor = show.confirmed(Applicant.investor());

        JsonNode made = show.make(show.setting(2, 3).put("minMeetingsPerProject", 2));

        show.check(made, first, second, lonely, investor);
        assertEquals(3, made.path("unmet").size());
        assertEquals(new TimetableChecker.Best(4, 160), TimetableChecker.Best.of(made));
    }

    @Test
    void a_timetable_is_for_a_roadshow_that_is_on() {
        Roadshow draft = new Roadshow(service.roadshow().create());
        service.post(draft.activity().adminPath() + "/timetable")
                .as("organiser")
                .json(Roadshow.open(service).setting(1, 1))
                .refused(409, "registration.state");

        Roadshow cancelled = Roadshow.open(service);
        ObjectNode setting = cancelled.setting(1, 1);
        String made = cancelled.make(setting).path("id").asText();
        cancelled.activity().cancel();
        cancelled.draft(setting).refused(410, "activity.cancelled");
        cancelled.publish(made).refused(410, "activity.cancelled");
        assertTrue(cancelled.timetables().path("published").isNull());
    }

    @Test
    void a_timetable_is_published_once() {
        Roadshow show = Roadshow.open(service);
        show.confirmed(Applicant.project());
        show.confirmed(Applicant.investor());
        ObjectNode setting = show.setting(1, 1);
        String other = show.make(setting).path("id").asText();
        String made = show.make(setting).path("id").asText();

        JsonNode first = show.publish(made).expect(200).json();

        assertEquals(first, show.publish(made).expect(200).json(), "the same again is answered as the first time");
        show.publish(other).refused(409, "timetable.published");
        show.draft(setting).refused(409, "timetable.published");
        show.draft(Json.object()).refused(409, "timetable.published");
        assertEquals(1, first.path("revision").asInt());
    }

    @Test
    void of_two_who_publish_at_once_one_does() {
        Roadshow show = Roadshow.open(service);
        show.confirmed(Applicant.project());
        show.confirmed(Applicant.investor());
        ObjectNode setting = show.setting(1, 1);
        List<String> drafts = IntStream.range(0, 4)
                .mapToObj(i -> show.make(setting).path("id").asText())
                .toList();

        List<Reply> replies =
                Together.all(drafts.size(), i -> show.publish(drafts.get(i)).send());

        assertEquals(
                List.of(200, 409, 409, 409),
                replies.stream().map(Reply::status).sorted().toList());
        Reply won =
                replies.stream().filter(it -> it.status() == 200).findFirst().orElseThrow();
        assertEquals(
                won.get("id"), show.timetables().path("published").path("id").asText());
    }

    @Test
    void a_timetable_of_another_roadshow_is_not_there() {
        Roadshow show = Roadshow.open(service);
        Roadshow other = Roadshow.open(service);
        String elsewhere = other.make(other.setting(1, 1)).path("id").asText();

        for (String id : List.of(elsewhere, "tt_none", "x", "tt_000000000000-00000000")) {
            show.publish(id).refused(404, "not_found");
        }
        service.get("/admin/roadshows/show_none/timetable").as("organiser").refused(404, "not_found");
        assertTrue(show.timetables().path("draft").isNull());
    }

    private static void refused(
            Roadshow show, java.util.function.Consumer<ObjectNode> change, String field, String code) {
        ObjectNode setting = show.setting(2, 2);
        change.accept(setting);
        show.draft(setting).refusedField(field, code);
    }

    private static ObjectNode slot(ObjectNode setting, int slot) {
        return (ObjectNode) setting.path("slots").get(slot);
    }

    private static Call pinned(Roadshow show, String project, String investor) {
        ObjectNode setting = show.setting(2, 1);
        Roadshow.pair(setting, "pinned", project, investor);
        return show.draft(setting);
    }

    private static Call forbidden(Roadshow show, String project, String investor) {
        ObjectNode setting = show.setting(2, 1);
        Roadshow.pair(setting, "forbidden", project, investor);
        return show.draft(setting);
    }

    private static List<String> some(Random random, List<String> all, int count) {
        List<String> mixed = new ArrayList<>(all);
        java.util.Collections.shuffle(mixed, random);
        return mixed.subList(0, count);
    }

    private static List<String> ids(List<Registration> registrations) {
        return registrations.stream().map(Registration::id).toList();
    }
}
