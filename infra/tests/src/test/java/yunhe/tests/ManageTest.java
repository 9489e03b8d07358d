package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManageTest {

    private final Service service = Service.shared();

    @Test
    void the_token_opens_ones_own_registration_as_header_or_parameter() {
        Registration mine = service.draft().publish().confirmed(Applicant.someone());

        JsonNode byHeader = mine.read();
        JsonNode byParameter =
                service.get(mine.path() + "?token=" + mine.token()).expect(200).json();

        assertEquals(byHeader, byParameter);
        assertEquals(mine.id(), byHeader.path("id").asText());
        assertEquals(mine.ticket(), byHeader.path("ticket").asText());
    }

    @Test
    void a_wrong_token_looks_like_a_registration_that_is_not_there() {
        Activity activity = service.draft().publish();
        Registration mine = activity.confirmed(Applicant.someone());
        Registration others = activity.confirmed(Applicant.someone());
        Reply absent = service.get(activity.signUpPath() + "/" + mine.id() + "x")
                .bearer(mine.token())
                .refused(404, "not_found");

        List<Call> strangers = List.of(
                service.get(mine.path()),
                service.get(mine.path()).bearer(others.token()),
                service.get(mine.path()).bearer("x"),
                service.get(mine.path()).as("organiser"),
                service.get(mine.path() + "?token="),
                service.get(mine.path() + "?token=" + others.token()),
                service.get(mine.path() + "?token=" + mine.token().substring(1)),
                service.get(mine.path() + "?token=" + mine.token() + "A"));

        for (Call stranger : strangers) {
            Reply reply = stranger.refused(404, "not_found");
            assertEquals(absent.json(), reply.json());
        }
        assertEquals("confirmed", mine.status());
    }

    @Test
    void without_the_token_nothing_can_be_changed() {
        Activity activity = service.draft().publish();
        Registration mine = activity.confirmed(Applicant.someone());
        String others = activity.confirmed(Applicant.someone()).token();

        service.patch(mine.path())
                .bearer(others)
                .json(Json.of("{'locale':'en'}"))
                .refused(404, "not_found");
        service.patch(mine.path()).json(Json.of("{'locale':'en'}")).refused(404, "not_found");
        service.delete(mine.path()).bearer(others).refused(404, "not_found");
        service.delete(mine.path()).refused(404, "not_found");
        service.get(mine.path() + "/calendar.ics").bearer(others).refused(404, "not_found");

        assertEquals(mine.read(), mine.first());
    }

    @Test
    void a_registration_belongs_to_one_gathering() {
        Registration mine = service.draft().publish().confirmed(Applicant.someone());
        Activity other = service.draft().publish();

        service.get(other.signUpPath() + "/" + mine.id()).bearer(mine.token()).refused(404, "not_found");
        service.delete(other.signUpPath() + "/" + mine.id())
                .bearer(mine.token())
                .refused(404, "not_found");
    }

    @Test
    void name_organisation_and_answers_can_be_changed() {
        Registration mine = service.draft()
                .questions(Questions.OF_EVERY_TYPE)
                .publish()
                .confirmed(Applicant.someone().with("answers.diet", "none"));

        JsonNode changed = mine.patch(
                        Json.of(
                                "{'person':{'name':'韩美美','organisation':'新公司'},'answers':{'diet':'vegetarian','years':4},'locale':'en'}"))
                .expect(200)
                .json();

        assertEquals("韩美美", changed.path("person").path("name").asText());
        assertEquals("新公司", changed.path("person").path("organisation").asText());
        assertEquals(Json.of("{'diet':'vegetarian','years':4}"), changed.path("answers"));
        assertEquals("confirmed", changed.path("status").asText());
        assertTrue(
                changed.path("version").asInt() > mine.first().path("version").asInt());
        assertEquals(changed, mine.read());
        assertEquals(mine.ticket(), changed.path("ticket").asText());
    }

    @Test
    void what_may_not_be_changed_is_named() {
        Registration mine = service.draft().publish().confirmed(Applicant.someone());

        mine.patch(Json.of("{'person':{'email':'other@example.com'}}")).refusedField("person.email", "read_only");
        mine.patch(Json.of("{'person':{'phone':'+8613800000001'}}")).refusedField("person.phone", "read_only");
        mine.patch(Json.of("{'person':{'birthDate':'1990-01-01'}}")).refusedField("person.birthDate", "read_only");
        mine.patch(Json.of("{'group':'others'}")).refusedField("group", "read_only");
        mine.patch(Json.of("{'status':'cancelled'}")).refusedField("status", "read_only");
        mine.patch(Json.of("{'token':'x'}")).refusedField("token", "read_only");
        mine.patch(Json.of("{'consent':false}")).refusedField("consent", "read_only");

        assertEquals(mine.first(), mine.read());
    }

    @Test
    void changes_are_checked_like_a_sign_up() {
        Registration mine = service.draft()
                .questions(Questions.DIET)
                .publish()
                .confirmed(Applicant.someone().with("answers.diet", "none"));

        mine.patch(Json.of("{'answers':{'diet':'meat'}}")).refusedField("answers.diet", "unknown_option");
        mine.patch(Json.of("{'answers':{'shoe':'43'}}")).refusedField("answers.shoe", "unknown_question");
        mine.patch(Json.of("{'person':{'name':''}}")).refusedField("person.name", "required");
        mine.patch(Json.of("{'person':{'name':'" + "长".repeat(81) + "'}}")).refusedField("person.name", "too_long");
        mine.patch(Json.of("{'locale':'fr'}")).refusedField("locale");
        mine.patch(Json.of("{'person':'x'}")).refusedField("person");
        mine.patch(Json.of("[]")).expect(400);
        mine.patch("{").refused(400, "body.malformed");

        assertEquals(mine.first(), mine.read());
    }

    @Test
    void unknown_fields_of_a_change_are_ignored() {
        Registration mine = service.draft().publish().confirmed(Applicant.someone());

        mine.patch(Json.of("{'favouriteColour':'green'}")).expect(200);
    }

    @Test
    void cancelling_gives_the_place_back_once() {
        Activity activity = service.draft().publish();
        Registration mine = activity.confirmed(Applicant.someone());

        JsonNode cancelled = mine.cancel();
        JsonNode again = mine.cancel();

        assertEquals("cancelled", cancelled.path("status").asText());
        assertEquals(cancelled, again);
        assertEquals(10, activity.free());
        assertFalse(mine.read().has("ticket"));
    }

    @Test
    void what_is_cancelled_is_not_changed_any_more() {
        Registration mine = service.draft().publish().confirmed(Applicant.someone());
        mine.cancel();

        mine.patch(Json.of("{'person':{'name':'别人'}}")).refused(409, "registration.state");
    }

    @Test
    void nothing_is_offered_where_nothing_is_offered() {
        Registration mine = service.draft().publish().confirmed(Applicant.someone());

        service.post(mine.path() + "/accept").bearer(mine.token()).refused(409, "registration.state");
        service.post(mine.path() + "/decline").bearer(mine.token()).refused(409, "registration.state");
        assertEquals("confirmed", mine.status());
    }

    @Test
    void the_calendar_entry_is_downloaded_while_confirmed() {
        Draft draft = service.draft();
        Registration mine = draft.publish().confirmed(Applicant.someone());

        Reply file =
                service.get(mine.path() + "/calendar.ics").bearer(mine.token()).expect(200);
        Calendar calendar = Calendar.parse(file.text());

        assertTrue(file.contentType().startsWith("text/calendar"), file::toString);
        assertEquals("PUBLISH", calendar.method());
        assertFalse(calendar.uid().isEmpty());
        assertFalse(calendar.get("DTSTART").isEmpty());
        assertTrue(calendar.text().contains("\r\n"), "lines end as RFC 5545 says");
        assertTrue(service.get(mine.read().path("calendarUrl").asText())
                .bearer(mine.token())
                .expect(200)
                .text()
                .contains(calendar.uid()));

        mine.cancel();
        int status = service.get(mine.path() + "/calendar.ics")
                .bearer(mine.token())
                .send()
                .status();
        assertTrue(status == 404 || status == 409, "got " + status);
    }
}
