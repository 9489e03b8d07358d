package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private final Service service = Service.shared();

    @Test
    void replacing_needs_the_version() {
        Activity activity = service.draft().publish();

        service.put(activity.adminPath())
                .as("organiser")
                .json(whole(activity, 20))
                .refused(428, "version.required");

        assertEquals(10, activity.free());
    }

    @Test
    void the_version_is_taken_bare_and_quoted() {
        Activity activity = service.draft().publish();
        String first = version(activity);

        JsonNode bare = put(activity, first, 20).expect(200).json();
        JsonNode quoted = put(activity, "\"" + bare.path("version").asText() + "\"", 30)
                .expect(200)
                .json();

        assertTrue(bare.path("version").asInt() > Integer.parseInt(first));
        assertTrue(quoted.path("version").asInt() > bare.path("version").asInt());
        assertEquals(30, quoted.path("groups").get(0).path("capacity").asInt());
        assertEquals(30, activity.free());
    }

    @Test
    void a_stale_version_changes_nothing() {
        Activity activity = service.draft().publish();
        String stale = version(activity);
        put(activity, stale, 20).expect(200);

        put(activity, stale, 30).refused(409, "version.stale");
        put(activity, "999", 30).refused(409, "version.stale");
        put(activity, "\"nonsense\"", 30).expect(409);

        assertEquals(20, activity.free());
    }

    @Test
    void one_of_two_who_change_at_once_is_told() {
        Activity activity = service.draft().publish();
        String version = version(activity);

        List<Integer> answers =
                Together.all(2, i -> put(activity, version, 20 + i).send().status());

        assertEquals(List.of(200, 409), answers.stream().sorted().toList());
    }

    @Test
    void sign_ups_do_not_make_an_organisers_version_stale() {
        Activity activity = service.draft().publish();
        String version = version(activity);

        activity.register(Applicant.someone());

        put(activity, version, 20).expect(200);
        assertEquals(19, activity.free());
    }

    @Test
    void a_draft_can_be_replaced_as_a_whole() {
        Activity activity = service.draft().create();
        JsonNode other = service.draft()
                .with("title", Json.of("{'zh':'换了','en':'Changed'}"))
                .with("kind", "conference")
                .groups("local", "7", "overseas", "8")
                .json();

        JsonNode changed = service.put(activity.adminPath())
                .as("organiser")
                .header("If-Match", version(activity))
                .json(other)
                .expect(200)
                .json();

        assertEquals("Changed", changed.path("title").path("en").asText());
        assertEquals(2, changed.path("groups").size());
        activity.publish();
        assertEquals(8, activity.group("overseas").path("free").asInt());
    }

    private String version(Activity activity) {
        return service.get(activity.adminPath()).as("organiser").expect(200).get("version");
    }

    private Call put(Activity activity, String version, int capacity) {
        return service.put(activity.adminPath())
                .as("organiser")
                .header("If-Match", version)
                .json(whole(activity, capacity));
    }

    private JsonNode whole(Activity activity, int capacity) {
        ObjectNode whole = (ObjectNode)
                service.get(activity.adminPath()).as("organiser").expect(200).json();
        ((ObjectNode) whole.path("groups").get(0)).put("capacity", capacity);
        return whole;
    }
}
