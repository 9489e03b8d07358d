package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {

    private final Service service = Service.shared();

    @Test
    void without_a_token_nobody_gets_in() {
        Activity activity = service.draft().publish();

        for (Call call : List.of(
                service.get("/admin/gatherings"),
                service.post("/admin/gatherings").json(service.draft().json()),
                service.get(activity.adminPath()),
                service.post(activity.adminPath() + "/publish"),
                service.get(activity.adminPath() + "/registrations"),
                service.get("/admin/audit?subject=" + activity.id()),
                service.post("/checkins").json(Json.of("{'ticket':'x','nonce':'n'}")),
                service.post("/checkins/undo").json(Json.of("{'ticket':'x','reason':'r'}")))) {
            call.expect(401);
        }
    }

    @Test
    void a_token_that_was_touched_is_no_token() {
        String token = service.local().token("organiser", "organiser");
        int body = token.indexOf('.') + 5;
        String touched = token.substring(0, body) + (token.charAt(body) == 'A' ? 'B' : 'A') + token.substring(body + 1);
        String unsigned = token.substring(0, token.lastIndexOf('.') + 1);

        for (String wrong : List.of(touched, unsigned, "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
            service.get("/admin/gatherings").bearer(wrong).expect(401);
        }
    }

    @Test
    void door_staff_do_not_run_activities() {
        Activity activity = service.draft().publish();
        Registration registration = activity.register(Applicant.someone());

        for (Call call : List.of(
                service.post("/admin/gatherings").json(service.draft().json()),
                service.put(activity.adminPath())
                        .header("If-Match", "1")
                        .json(service.draft().json()),
                service.post(activity.adminPath() + "/publish"),
                service.post(activity.adminPath() + "/cancel").json(Json.of("{}")),
                service.post(activity.adminPath() + "/registrations/" + registration.id() + "/cancel")
                        .json(Json.of("{}")),
                service.get("/admin/audit?subject=" + activity.id()))) {
            call.as("staff").expect(403);
        }
        assertEquals("confirmed", registration.status());
        assertEquals("open", activity.state());
    }

    @Test
    void whoever_has_no_role_of_ours_does_nothing() {
        Activity activity = service.draft().publish();

        service.get(activity.adminPath() + "/registrations").as("visitor").expect(403);
        service.post("/checkins")
                .as("visitor")
                .json(Json.of("{'ticket':'x','nonce':'n'}"))
                .expect(403);
        service.post("/admin/gatherings")
                .as("visitor")
                .json(service.draft().json())
                .expect(403);
    }

    @Test
    void the_higher_role_includes_the_lower() {
        Activity activity = service.draft().publish();

        service.post("/admin/gatherings")
                .as("admin")
                .json(service.draft().json())
                .expect(201);
        service.get(activity.adminPath() + "/registrations").as("admin").expect(200);
        service.post("/checkins")
                .as("organiser")
                .json(Json.of("{'ticket':'x','nonce':'n'}"))
                .expect(200);
        service.post("/checkins")
                .as("admin")
                .json(Json.of("{'ticket':'x','nonce':'n'}"))
                .expect(200);
    }
}
