package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {

    private final Service service = Service.shared();

    @Test
    void every_write_of_an_organiser_is_written_down() {
        Activity activity = new Activity(
                service,
                service.post("/admin/gatherings")
                        .as("organiser", "wang")
                        .json(service.draft().json())
                        .expect(201)
                        .get("id"));
        int created = entries(activity.id(), "wang").size();
        service.post(activity.adminPath() + "/publish").as("organiser", "wang").expect(200);
        int published = entries(activity.id(), "wang").size();
        service.post(activity.adminPath() + "/cancel")
                .as("organiser", "zhao")
                .json(Json.of("{'reason':{'zh':'台风'}}"))
                .expect(200);

        assertEquals(1, created);
        assertEquals(2, published);
        assertEquals(1, entries(activity.id(), "zhao").size());
    }

    @Test
    void reading_whole_people_is_written_down_at_the_activity() {
        Activity activity = service.draft().publish();
        activity.register(Applicant.someone());

        service.get(activity.adminPath() + "/registrations")
                .as("organiser", "zhou")
                .expect(200);

        assertEquals(1, entries(activity.id(), "zhou").size());
    }

    @Test
    void cancelling_for_someone_is_written_down_at_the_registration() {
        Activity activity = service.draft().publish();
        Registration registration = activity.register(Applicant.someone());

        service.post(activity.adminPath() + "/registrations/" + registration.id() + "/cancel")
                .as("organiser", "sun")
                .json(Json.of("{'reason':{'zh':'重复'}}"))
                .expect(200);

        List<JsonNode> entries = entries(registration.id(), "sun");
        assertEquals(1, entries.size());
        assertEquals(registration.id(), entries.getFirst().path("subject").asText());
    }

    @Test
    void a_new_capacity_is_written_down() {
        Activity activity = service.draft().publish();
        int before = entries(activity.id(), "organiser").size();

        activity.resize("all", 20);

        assertEquals(before + 1, entries(activity.id(), "organiser").size());
    }

    @Test
    void what_was_refused_is_not_written_down() {
        Activity activity = service.draft().publish();
        int before = entries(activity.id(), "organiser").size();

        service.put(activity.adminPath())
                .as("organiser")
                .json(service.draft().json())
                .refused(428, "version.required");

        assertEquals(before, entries(activity.id(), "organiser").size());
    }

    @Test
    void an_audit_needs_a_subject() {
        service.get("/admin/audit").as("organiser").refusedField("subject", "required");
        assertTrue(entries("reg_nobody", "organiser").isEmpty());
    }

    private List<JsonNode> entries(String subject, String actor) {
        return Json.list(service.get("/admin/audit?subject=" + subject)
                        .as("organiser", "auditor")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(entry -> entry.path("actor").asText().equals(actor))
                .toList();
    }
}
