package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckInTest {

    private final Service service = Service.shared();
    private final Door door = new Door(service, "staff");

    @Test
    void a_ticket_admits_with_a_masked_name_and_the_group() {
        Activity activity = soon();
        Registration han = activity.confirmed(Applicant.someone());

        JsonNode result = door.scan(han.ticket());

        assertEquals("admitted", result.path("result").asText());
        assertEquals("韩*梅", result.path("name").asText());
        assertEquals("all", result.path("group").asText());
        assertEquals(activity.id(), result.path("activityId").asText());
        OffsetDateTime admitted = OffsetDateTime.parse(result.path("admittedAt").asText());
        OffsetDateTime checkedIn =
                OffsetDateTime.parse(han.read().path("checkedInAt").asText());
        assertEquals(admitted.toInstant(), checkedIn.toInstant());
    }

    @Test
    void names_are_masked_as_the_contract_says() {
        Activity activity = soon();

        assertEquals(
                "李*",
                door.scan(activity.confirmed(Applicant.named("李雷")).ticket())
                        .path("name")
                        .asText());
        assertEquals(
                "A*** S******",
                door.scan(activity.confirmed(Applicant.named("Anna Schmidt")).ticket())
                        .path("name")
                        .asText());
        assertEquals(
                "欧**娜",
                door.scan(activity.confirmed(Applicant.named("欧阳娜娜")).ticket())
                        .path("name")
                        .asText());
    }

    @Test
    void a_second_scan_says_when_and_by_whom_the_first_was() {
        Registration han = soon().confirmed(Applicant.someone());
        JsonNode first = door.scan(han.ticket());

        JsonNode second = new Door(service, "colleague").scan(han.ticket());

        assertEquals("already_admitted", second.path("result").asText());
        assertEquals(first.path("admittedAt"), second.path("admittedAt"));
        assertEquals(first.path("admittedBy"), second.path("admittedBy"));
        assertEquals("韩*梅", second.path("name").asText());
    }

    @Test
    void the_same_nonce_is_the_same_scan() {
        Registration han = soon().confirmed(Applicant.someone());

        JsonNode first = door.scan(han.ticket(), "nonce-1");
        JsonNode again = door.scan(han.ticket(), "nonce-1");

        assertEquals("admitted", again.path("result").asText());
        assertEquals(first, again);
        assertEquals(
                "already_admitted",
                door.scan(han.ticket(), "nonce-2").path("result").asText());
    }

    @Test
    void the_same_nonce_with_another_ticket_is_another_scan() {
        Activity activity = soon();

        door.scan(activity.confirmed(Applicant.someone()).ticket(), "nonce");

        assertEquals(
                "admitted",
                door.scan(activity.confirmed(Applicant.someone()).ticket(), "nonce")
                        .path("result")
                        .asText());
    }

    @Test
    void of_sixteen_scans_at_once_one_admits() {
        Registration han = soon().confirmed(Applicant.someone());

        List<String> results = Together.all(16, i -> door.result(han.ticket()));

        assertEquals(1, Collections.frequency(results, "admitted"));
        assertEquals(15, Collections.frequency(results, "already_admitted"));
    }

    @Test
    void a_ticket_of_another_activity_does_not_admit() {
        Activity here = soon();
        Registration elsewhere = soon().confirmed(Applicant.someone());

        assertEquals(
                "wrong_activity",
                door.scanFor(here, elsewhere.ticket()).path("result").asText());
        assertEquals(
                "admitted",
                door.scanFor(elsewhere.activity(), elsewhere.ticket())
                        .path("result")
                        .asText());
    }

    @Test
    void doors_are_closed_until_two_hours_before() {
        Registration han =
                service.draft().startingIn(Duration.ofHours(3)).publish().confirmed(Applicant.someone());

        assertEquals("too_early", door.result(han.ticket()));
        assertFalse(han.read().has("checkedInAt"));
    }

    @Test
    void a_cancelled_ticket_does_not_admit() {
        Registration han = soon().confirmed(Applicant.someone());
        han.cancel();

        assertEquals("revoked", door.result(han.ticket()));
    }

    @Test
    void whoever_comes_back_needs_the_new_ticket() {
        Activity activity = soon();
        Applicant han = Applicant.someone();
        Registration old = activity.confirmed(han);
        old.cancel();
        Registration current = activity.confirmed(han);

        assertEquals("revoked", door.result(old.ticket()));
        assertEquals("admitted", door.result(current.ticket()));
    }

    @Test
    void a_forged_or_cut_ticket_is_invalid() {
        Registration han = soon().confirmed(Applicant.someone());
        String ticket = han.ticket();
        int middle = ticket.length() / 2;
        String forged =
                ticket.substring(0, middle) + (ticket.charAt(middle) == 'A' ? 'B' : 'A') + ticket.substring(middle + 1);

        for (String wrong : List.of(
                forged,
                ticket.substring(0, ticket.length() - 4),
                ticket.substring(4),
                ticket + "AAAA",
                "A".repeat(ticket.length()),
                "x",
                "你好",
                "https://example.com/",
                "https://evil.example/t/" + forged,
                han.token(),
                han.id())) {
            JsonNode result = door.scan(wrong);
            assertEquals("invalid", result.path("result").asText(), wrong);
        }
        assertFalse(han.read().has("checkedInAt"));
    }

    @Test
    void the_url_in_the_code_is_as_good_as_the_ticket() {
        Registration han = soon().confirmed(Applicant.someone());
        String url = Qr.read(
                service.get("/tickets/" + han.ticket() + ".png").expect(200).bytes());

        assertEquals("admitted", door.result(url));
        assertEquals("already_admitted", door.result(han.ticket()));
        assertEquals("undone", door.undo(url));
    }

    @Test
    void an_admission_can_be_taken_back() {
        Registration han = soon().confirmed(Applicant.someone());
        assertEquals("not_admitted", door.undo(han.ticket()));
        door.scan(han.ticket());

        assertEquals("undone", door.undo(han.ticket()));

        assertFalse(han.read().has("checkedInAt"));
        assertTrue(
                List.of("undone", "not_admitted").contains(door.undo(han.ticket())), "there is nothing more to undo");
        assertEquals("invalid", door.undo("x"));
        assertEquals("admitted", door.result(han.ticket()));
    }

    @Test
    void a_scan_without_a_ticket_is_a_mistake() {
        scan("{'nonce':'n'}").refusedField("ticket", "required");
        scan("{'ticket':7,'nonce':'n'}").refusedField("ticket");
        scan("{'ticket':'','nonce':'n'}").refusedField("ticket", "required");
        scan("{'ticket':'x','nonce':{}}").refusedField("nonce");
        service.post("/checkins").as("staff").body("{", "application/json").refused(400, "body.malformed");
        service.post("/checkins").as("staff").body("x", "text/plain").refused(415, "body.unsupported");
        service.post("/checkins/undo")
                .as("staff")
                .json(Json.of("{'reason':'r'}"))
                .refusedField("ticket", "required");
    }

    @Test
    void a_phone_that_scans_the_code_opens_a_page() {
        Registration han = soon().confirmed(Applicant.someone());
        String url = Qr.read(
                service.get("/tickets/" + han.ticket() + ".png").expect(200).bytes());

        Reply page = service.get(url).undocumented().expect(200);

        assertTrue(page.isHtml());
        assertTrue(page.text().contains("运河边的产业沙龙"), page::toString);
        assertFalse(page.text().contains("韩梅梅"), "whoever sees the code need not learn the name");
    }

    private Call scan(String json) {
        return service.post("/checkins").as("staff").json(Json.of(json));
    }

    /** Within the two hours in which doors are open. */
    private Activity soon() {
        return service.draft().startingIn(Duration.ofHours(1)).publish();
    }
}
