package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class SignUpTest {

    private final Service service = Service.shared();

    @Test
    void whoever_finds_a_place_is_confirmed_and_gets_a_ticket() {
        Activity activity = service.draft().groups("women", "30", "men", "30").publish();
        Applicant han = Applicant.someone()
                .in("women")
                .with("person.phone", Applicant.freshPhone())
                .with("person.birthDate", "1998-03-01")
                .with("person.organisation", "运河科技");

        JsonNode reply = activity.signUp(han).expect(201).json();

        assertEquals("confirmed", reply.path("status").asText());
        assertEquals("women", reply.path("group").asText());
        assertEquals(activity.id(), reply.path("activityId").asText());
        assertEquals(han.json().path("person"), reply.path("person"));
        assertEquals(
                "/tickets/" + reply.path("ticket").asText() + ".svg",
                reply.path("ticketUrl").asText());
        assertEquals(1, reply.path("version").asInt());
        assertEquals(29, activity.group("women").path("free").asInt());
        assertEquals(30, activity.group("men").path("free").asInt());
    }

    @Test
    void the_ticket_is_short_enough_for_a_small_code() {
        Registration registration = service.draft().publish().confirmed(Applicant.someone());

        assertTrue(registration.ticket().length() <= 134, "100 bytes in base64url: " + registration.ticket());
    }

    @Test
    void whoever_finds_no_place_waits_in_line() {
        Activity activity = service.draft().places(1).waitlist(2).publish();
        activity.confirmed(Applicant.someone());

        JsonNode first = activity.signUp(Applicant.someone()).expect(201).json();
        JsonNode second = activity.signUp(Applicant.someone()).expect(201).json();

        assertEquals(1, first.path("waitlistPosition").asInt());
        assertEquals(2, second.path("waitlistPosition").asInt());
        activity.signUp(Applicant.someone()).refused(409, "activity.full");
    }

    @Test
    void without_a_line_a_full_group_is_full() {
        Activity activity = service.draft().places(0).waitlist(0).publish();

        activity.signUp(Applicant.someone()).refused(409, "activity.full");
        assertEquals("waitlist_full", activity.state());
    }

    @Test
    void each_group_has_its_own_places_and_its_own_line() {
        Activity activity =
                service.draft().groups("women", "1", "men", "1").waitlist(1).publish();
        activity.confirmed(Applicant.someone().in("women"));
        activity.waitlisted(Applicant.someone().in("women"));
        activity.signUp(Applicant.someone().in("women")).refused(409, "activity.full");

        activity.confirmed(Applicant.someone().in("men"));
        Registration waiting = activity.waitlisted(Applicant.someone().in("men"));

        assertEquals(1, waiting.position());
    }

    @Test
    void names_are_trimmed_and_composed() {
        Activity activity = service.draft().publish();

        JsonNode person = activity.signUp(Applicant.named("  Ame\u0301lie Müller \t"))
                .expect(201)
                .json()
                .path("person");

        assertEquals("Am\u00e9lie Müller", person.path("name").asText());
    }

    @Test
    void phones_without_a_country_are_of_the_deployments_region() {
        Activity activity = service.draft().publish();
        String phone = Applicant.freshPhone();

        JsonNode person = activity.signUp(Applicant.withPhoneOnly()
                        .with(
                                "person.phone",
                                phone.substring(3, 6) + " " + phone.substring(6, 10) + "-" + phone.substring(10)))
                .expect(201)
                .json()
                .path("person");

        assertEquals(phone, person.path("phone").asText());
    }

    @Test
    void fields_that_nobody_knows_are_ignored() {
        Activity activity = service.draft().publish();

        activity.signUp(Applicant.someone()
                        .with("favouriteColour", "green")
                        .with("person.shoeSize", 43)
                        .with("status", "confirmed"))
                .expect(201);
    }

    @Test
    void a_robot_is_thanked_and_forgotten() {
        Activity activity = service.draft().publish();
        Applicant robot = Applicant.someone().with("leave_this_empty", "https://spam.example");

        activity.signUp(robot).expect(201);

        assertEquals(10, activity.free());
        assertEquals(0, activity.registrations().size());
        assertEquals(0, service.local().mails(robot.email()).size());
    }

    @Test
    void an_empty_honeypot_is_no_robot() {
        Activity activity = service.draft().publish();

        activity.signUp(Applicant.someone().with("leave_this_empty", "")).expect(201);

        assertEquals(9, activity.free());
    }

    @Test
    void answers_come_back_as_they_were_given() {
        Activity activity = service.draft().questions(Questions.OF_EVERY_TYPE).publish();
        JsonNode answers = Json.of("""
            {'note':'第一行\\n第二行','years':3,'diet':'none','topics':['ai','health'],'since':'2024-02-29',
             'first':true,'backup':'+8613900000001','work':'han@work.example'}\
            """);

        Registration registration = activity.register(Applicant.someone().with("answers", answers));

        assertEquals(answers, registration.first().path("answers"));
        assertEquals(answers, registration.read().path("answers"));
    }

    @Test
    void another_gathering_takes_the_same_person() {
        Applicant han = Applicant.someone();

        service.draft().publish().confirmed(han);
        service.draft().publish().confirmed(han);
    }

    @Test
    void an_unknown_gathering_is_not_there() {
        Activity unknown = new Activity(service, "gath_unknown");

        service.get(unknown.path()).refused(404, "not_found");
        unknown.signUp(Applicant.someone()).refused(404, "not_found");
        assertFalse(service.get("/g/gath_unknown").expect(404).text().isEmpty());
    }
}
