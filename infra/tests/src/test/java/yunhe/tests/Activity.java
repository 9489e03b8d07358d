package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

/** A test's own gathering or roadshow on the service, and what one does with it. */
record Activity(Service service, String id) {

    String path() {
        return collection() + "/" + id;
    }

    String adminPath() {
        return "/admin" + path();
    }

    private String collection() {
        return id.startsWith("show_") ? Draft.ROADSHOWS : Draft.GATHERINGS;
    }

    String signUpPath() {
        return path() + "/registrations";
    }

    Reply publish() {
        return service.post(adminPath() + "/publish").as("organiser").expect(200);
    }

    Reply cancel() {
        return service.post(adminPath() + "/cancel")
                .as("organiser")
                .json(Json.of("{'reason':{'zh':'台风','en':'Typhoon'}}"))
                .expect(200);
    }

    JsonNode read() {
        return service.get(path()).expect(200).json();
    }

    String state() {
        return read().path("state").asText();
    }

    JsonNode group(String group) {
        return Json.list(read().path("groups")).stream()
                .filter(each -> each.path("id").asText().equals(group))
                .findFirst()
                .orElseThrow();
    }

    int free() {
        return group("all").path("free").asInt();
    }

    int waiting() {
        return group("all").path("waiting").asInt();
    }

    Call signUp(Applicant applicant) {
        return service.post(signUpPath()).json(applicant.json());
    }

    /** Signs up somebody who is sure to be let in or put in the line. */
    Registration register(Applicant applicant) {
        return new Registration(this, signUp(applicant).expect(201).json());
    }

    Registration confirmed(Applicant applicant) {
        return in("confirmed", register(applicant));
    }

    Registration waitlisted(Applicant applicant) {
        return in("waitlisted", register(applicant));
    }

    private static Registration in(String status, Registration registration) {
        assertEquals(status, registration.first().path("status").asText());
        return registration;
    }

    /** Everybody who is or was registered, as the organiser sees them. */
    List<JsonNode> registrations() {
        return registrations("limit=200");
    }

    List<JsonNode> registrations(String query) {
        return Json.list(service.get(adminPath() + "/registrations?" + query)
                .as("organiser")
                .expect(200)
                .json()
                .path("items"));
    }

    /** Replaces it by itself with another capacity. */
    void resize(String group, int capacity) {
        change(whole -> {
            for (JsonNode each : whole.path("groups")) {
                if (each.path("id").asText().equals(group)) {
                    ((ObjectNode) each).put("capacity", capacity);
                }
            }
        });
    }

    /** Replaces it by itself with a change, and waits until everybody who has to hear of it has. */
    JsonNode change(Consumer<ObjectNode> change) {
        ObjectNode whole = (ObjectNode)
                service.get(adminPath()).as("organiser").expect(200).json();
        change.accept(whole);
        JsonNode changed = service.put(adminPath())
                .as("organiser")
                .header("If-Match", whole.path("version").asText())
                .json(whole)
                .expect(200)
                .json();
        service.local().settle();
        return changed;
    }

    /** Another start, and an end three hours later. */
    JsonNode moveTo(OffsetDateTime startsAt) {
        return change(whole -> whole.put("startsAt", Times.text(startsAt))
                .put("endsAt", Times.text(startsAt.plusHours(3)))
                .put("registrationClosesAt", Times.text(startsAt))
                .put("cancelUntil", Times.text(startsAt)));
    }
}
