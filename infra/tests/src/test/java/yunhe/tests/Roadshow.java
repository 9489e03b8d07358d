package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** What only a roadshow has: the directory, wishes, timetables, meetings and pitches. */
record Roadshow(Activity activity) {

    static final int SLOT_MINUTES = 15;

    static Roadshow open(Service service) {
        return new Roadshow(service.roadshow().publish());
    }

    Service service() {
        return activity.service();
    }

    Registration confirmed(Applicant applicant) {
        return activity.confirmed(applicant);
    }

    Call decide(Registration registration, String decision) {
        return service()
                .post(activity.adminPath() + "/registrations/" + registration.id() + "/decision")
                .as("organiser")
                .json(Json.object().put("decision", decision));
    }

    /** @param query empty, or as in {@code ?group=investor} */
    Call directory(Registration reader, String query) {
        return service().get(activity.path() + "/directory" + query).bearer(reader.token());
    }

    /** Whom a participant finds on the other side. */
    List<String> found(Registration reader) {
        return Json.texts(directory(reader, "").expect(200).json().path("items"), "id");
    }

    Call wish(Registration who, Registration... ranked) {
        return wish(who, Arrays.stream(ranked).map(Registration::id).toList());
    }

    Call wish(Registration who, List<String> ranked) {
        return service()
                .put(who.path() + "/wishes")
                .bearer(who.token())
                .json(Json.object().set("ranked", Json.MAPPER.valueToTree(ranked)));
    }

    List<String> wishes(Registration who) {
        return Json.list(service()
                        .get(who.path() + "/wishes")
                        .bearer(who.token())
                        .expect(200)
                        .json()
                        .path("ranked"))
                .stream()
                .map(JsonNode::asText)
                .toList();
    }

    List<JsonNode> meetings(Registration who) {
        return Json.list(service()
                .get(who.path() + "/meetings")
                .bearer(who.token())
                .expect(200)
                .json()
                .path("items"));
    }

    OffsetDateTime startsAt() {
        return OffsetDateTime.parse(activity.read().path("startsAt").asText());
    }

    /** What an organiser asks for: slots one after the other from the start on. */
    ObjectNode setting(int slots, int tables) {
        ObjectNode setting = Json.object().put("tables", tables);
        ArrayNode list = setting.putArray("slots");
        OffsetDateTime startsAt = startsAt();
        for (int slot = 0; slot < slots; slot++) {
            list.addObject()
                    .put("startsAt", Times.text(startsAt.plusMinutes((long) SLOT_MINUTES * slot)))
                    .put("endsAt", Times.text(startsAt.plusMinutes(SLOT_MINUTES * (slot + 1L))));
        }
        return setting;
    }

    static void pair(ObjectNode setting, String list, String project, String investor) {
        setting.withArray(list).addObject().put("project", project).put("investor", investor);
    }

    Call draft(JsonNode setting) {
        return service()
                .post(activity.adminPath() + "/timetable")
                .as("organiser")
                .json(setting);
    }

    JsonNode make(JsonNode setting) {
        return draft(setting).expect(201).json();
    }

    Call publish(String timetable) {
        return service()
                .post(activity.adminPath() + "/timetable/" + timetable + "/publish")
                .as("organiser");
    }

    /** Makes a timetable, publishes it, and waits until everybody who has to hear of it has. */
    JsonNode published(JsonNode setting) {
        publish(make(setting).path("id").asText()).expect(200);
        service().local().settle();
        return timetables().path("published");
    }

    /** What is published, and the last draft. */
    JsonNode timetables() {
        return service()
                .get(activity.adminPath() + "/timetable")
                .as("organiser")
                .expect(200)
                .json();
    }

    Call pitch(int minutes, Registration... order) {
        return pitch(minutes, Arrays.stream(order).map(Registration::id).toList());
    }

    Call pitch(int minutes, List<String> order) {
        ObjectNode body = Json.object().put("minutes", minutes);
        body.set("order", Json.MAPPER.valueToTree(order));
        return service().put(activity.adminPath() + "/pitches").as("organiser").json(body);
    }

    List<JsonNode> pitches() {
        return Json.list(service()
                .get(activity.adminPath() + "/pitches")
                .as("staff")
                .expect(200)
                .json()
                .path("items"));
    }

    /** Holds a timetable, whether a draft or what became of it, against everything that must be so. */
    void check(JsonNode timetable, Registration... everyone) {
        assertEquals(
                List.of(), TimetableChecker.of(this, List.of(everyone)).problems(timetable), timetable::toPrettyString);
    }
}
