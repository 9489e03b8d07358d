package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Size, content type and method. */
class RequestsTest {

    private final Service service = Service.shared();

    @Test
    void over_64_kilobytes_is_too_large() {
        Activity activity = service.draft().publish();
        String padding = "x".repeat(70 * 1024);

        activity.signUp(Applicant.someone().with("padding", padding)).expect(413);
        service.post(activity.signUpPath())
                .form(Applicant.someone().form().and("padding", padding))
                .expect(413);
        service.post("/admin/gatherings")
                .as("organiser")
                .json(service.draft().with("padding", padding).json())
                .expect(413);
        service.post("/checkins")
                .as("staff")
                .json(Json.object().put("ticket", padding).put("nonce", "n"))
                .expect(413);

        assertEquals(10, activity.free());
    }

    @Test
    void characters_of_several_bytes_count_as_bytes() {
        Activity activity = service.draft().publish();

        activity.signUp(Applicant.someone().with("padding", "长".repeat(24 * 1024)))
                .expect(413);
        activity.signUp(Applicant.someone().with("padding", "长".repeat(20 * 1024)))
                .expect(201);
    }

    @Test
    void another_content_type_is_not_read() {
        Activity activity = service.draft().publish();
        String body = Applicant.someone().json().toString();

        for (String type : Set.of(
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "nonsense",
                "text/json")) {
            service.post(activity.signUpPath()).body(body, type).refused(415, "body.unsupported");
        }
        service.patch(activity.signUpPath() + "/"
                        + activity.register(Applicant.someone()).id())
                .bearer("x")
                .body("{}", "text/plain")
                .send();
        assertEquals(9, activity.free());
    }

    @Test
    void a_charset_is_no_other_content_type() {
        Activity activity = service.draft().publish();

        service.post(activity.signUpPath())
                .body(Applicant.someone().json().toString(), "application/json; charset=UTF-8")
                .expect(201);
        service.post(activity.signUpPath())
                .body(Applicant.someone().form().toString(), "application/x-www-form-urlencoded; charset=UTF-8")
                .expect(201);
    }

    @Test
    void another_method_is_told_which_ones_there_are() {
        Activity activity = service.draft().publish();
        Registration mine = activity.register(Applicant.someone());

        wrong("POST", "/gatherings", Set.of("GET"));
        wrong("DELETE", "/gatherings", Set.of("GET"));
        wrong("PUT", activity.path(), Set.of("GET"));
        wrong("GET", activity.signUpPath(), Set.of("POST"));
        wrong("PUT", activity.signUpPath(), Set.of("POST"));
        wrong("PUT", mine.path(), Set.of("GET", "PATCH", "DELETE"));
        wrong("POST", mine.path(), Set.of("GET", "PATCH", "DELETE"));
        wrong("GET", mine.path() + "/accept", Set.of("POST"));
        wrong("GET", activity.signUpPath() + "/resend", Set.of("POST"));
        wrong("POST", mine.path() + "/calendar.ics", Set.of("GET"));
        wrong("PUT", "/", Set.of("GET"));
        wrong("DELETE", "/g/" + activity.id(), Set.of("GET"));
        wrong("DELETE", "/tickets/" + mine.ticket() + ".svg", Set.of("GET"));
    }

    @Test
    void organisers_are_told_too() {
        Activity activity = service.draft().publish();

        wrongAs("organiser", "DELETE", "/admin/gatherings", Set.of("GET", "POST"));
        wrongAs("organiser", "PATCH", activity.adminPath(), Set.of("GET", "PUT"));
        wrongAs("organiser", "GET", activity.adminPath() + "/publish", Set.of("POST"));
        wrongAs("organiser", "DELETE", activity.adminPath() + "/registrations", Set.of("GET"));
        wrongAs("organiser", "POST", "/admin/audit", Set.of("GET"));
        wrongAs("staff", "GET", "/checkins", Set.of("POST"));
        wrongAs("staff", "GET", "/checkins/undo", Set.of("POST"));
    }

    @Test
    void addresses_that_nobody_knows_are_not_found() {
        for (String path : Set.of(
                "/gatherings/x/y",
                "/gatherings/x/registrations/y/z",
                "/nothing",
                "/g/",
                "/m/",
                "/tickets/",
                "/tickets/x.gif",
                "/gatherings/..%2F..%2Fadmin",
                "/gatherings/%F0%9F%98%80",
                "/assets/none.css",
                "/assets/..%2Fpages.zip")) {
            service.get(path).undocumented().expect(404);
        }
    }

    private void wrong(String method, String path, Set<String> allowed) {
        told(service.call(method, path).expect(405), allowed);
    }

    private void wrongAs(String role, String method, String path, Set<String> allowed) {
        told(service.call(method, path).as(role).expect(405), allowed);
    }

    private static void told(Reply reply, Set<String> allowed) {
        Set<String> told = Set.of(reply.header("Allow").split(", ?", -1));
        assertTrue(told.containsAll(allowed), reply::toString);
        assertTrue(!told.contains(reply.request().split(" ", -1)[0]), reply::toString);
        if (!reply.isHtml()) {
            assertEquals("method.not_allowed", reply.get("code"), reply::toString);
        }
    }
}
