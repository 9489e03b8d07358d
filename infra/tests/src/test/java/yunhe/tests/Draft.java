package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** An activity as an organiser writes it down. */
final class Draft {

    static final String GATHERINGS = "/gatherings";
    static final String ROADSHOWS = "/roadshows";

    private final Service service;
    private final String collection;
    private final OffsetDateTime now;
    private final ObjectNode json;

    private Draft(Service service, String collection) {
        this.service = service;
        this.collection = collection;
        this.now = service.now().truncatedTo(ChronoUnit.SECONDS);
        this.json = (ObjectNode) Json.of("""
            {'kind':'salon',
             'title':{'zh':'运河边的产业沙龙','en':'Salon by the Canal'},
             'summary':{'zh':'聊聊人工智能','en':'On artificial intelligence'},
             'venue':{'name':'运河中心','address':'运河路 1 号'},
             'timeZone':'Asia/Shanghai',
             'groups':[{'id':'all','title':{'zh':'所有人','en':'Everybody'},'capacity':10}]}\
            """);
        startingIn(Duration.ofDays(30));
    }

    static Draft gathering(Service service) {
        return new Draft(service, GATHERINGS);
    }

    /** With places for all three groups. */
    static Draft roadshow(Service service) {
        return new Draft(service, ROADSHOWS)
                .without("kind")
                .groups("project", "30", "investor", "30", "audience", "50");
    }

    Draft startingIn(Duration duration) {
        return startingAt(now.plus(duration));
    }

    Draft startingAt(OffsetDateTime startsAt) {
        return with("startsAt", startsAt).with("endsAt", startsAt.plusHours(3));
    }

    /** Sets what {@code eligibility.maxAge} and the like name. */
    Draft with(String dotted, Object value) {
        Json.set(json, dotted, value instanceof OffsetDateTime time ? Times.text(time) : value);
        return this;
    }

    Draft without(String dotted) {
        Json.remove(json, dotted);
        return this;
    }

    /** Replaces the groups by one, called {@code all}. */
    Draft places(int capacity) {
        ((ObjectNode) json.path("groups").get(0)).put("capacity", capacity);
        return this;
    }

    Draft groups(String... idsAndCapacities) {
        ArrayNode groups = json.putArray("groups");
        for (int i = 0; i < idsAndCapacities.length; i += 2) {
            String id = idsAndCapacities[i];
            ObjectNode group = groups.addObject().put("id", id);
            group.putObject("title").put("zh", "组" + id).put("en", "Group " + id);
            group.put("capacity", Integer.parseInt(idsAndCapacities[i + 1]));
        }
        return this;
    }

    /** Sign-ups of this group are decided about, whatever holds for others. */
    Draft reviewed(String group) {
        for (JsonNode each : json.path("groups")) {
            if (each.path("id").asText().equals(group)) {
                ((ObjectNode) each).put("approval", "review");
            }
        }
        return this;
    }

    Draft waitlist(int capacity) {
        return with("waitlist.capacity", capacity);
    }

    /** Single quotes stand for double ones. */
    Draft questions(String... questions) {
        ArrayNode list = json.putArray("questions");
        for (String question : questions) {
            list.add(Json.of(question));
        }
        return this;
    }

    OffsetDateTime startsAt() {
        return OffsetDateTime.parse(json.path("startsAt").asText());
    }

    JsonNode json() {
        return json;
    }

    /** Sends it as an organiser, whatever comes back. */
    Call post() {
        return service.post("/admin" + collection).as("organiser").json(json);
    }

    Activity create() {
        return new Activity(service, post().expect(201).get("id"));
    }

    Activity publish() {
        Activity activity = create();
        activity.publish();
        return activity;
    }
}
