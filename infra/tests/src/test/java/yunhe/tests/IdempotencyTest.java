package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final Service service = Service.shared();

    @Test
    void the_same_key_and_body_find_the_same_registration() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();

        Reply first = activity.signUp(han).key("k").expect(201);
        Reply again = activity.signUp(han).key("k").expect(201);

        assertEquals(first.json(), again.json());
        assertEquals(9, activity.free());
        assertEquals(1, service.local().mails(han.email()).size());
    }

    @Test
    void the_same_meaning_is_the_same_body() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        Reply first = activity.signUp(han).key("k").expect(201);

        Reply form =
                service.post(activity.signUpPath()).form(han.form()).key("k").expect(201);
        Reply spelled = activity.signUp(Applicant.named("  韩梅梅 ")
                        .with("person.email", " " + han.email().toUpperCase(Locale.ROOT) + " "))
                .key("k")
                .expect(201);
        Reply reordered = service.post(activity.signUpPath())
                .body(
                        "{ \"unknown\": 1, \"consent\": true, \"person\": {\"email\":\"" + han.email()
                                + "\",\n \"name\":\"\\u97e9梅梅\"}, \"locale\":\"zh\", \"group\":\"all\" }",
                        "application/json; charset=utf-8")
                .key("k")
                .expect(201);

        assertEquals(first.get("id"), form.get("id"));
        assertEquals(first.get("token"), form.get("token"));
        assertEquals(first.get("id"), spelled.get("id"));
        assertEquals(first.get("id"), reordered.get("id"));
    }

    @Test
    void another_body_under_the_same_key_is_a_mistake() {
        Activity activity = service.draft().groups("all", "5", "others", "5").publish();
        Applicant han = Applicant.someone();
        activity.signUp(han).key("k").expect(201);

        activity.signUp(han.with("person.organisation", "别处")).key("k").refused(422, "idempotency.mismatch");
        activity.signUp(han.without("person.organisation").in("others"))
                .key("k")
                .refused(422, "idempotency.mismatch");

        assertEquals(1, activity.registrations().size());
    }

    @Test
    void without_the_key_or_with_another_the_person_is_there_already() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        activity.signUp(han).key("k").expect(201);

        activity.signUp(han).refused(409, "already_registered");
        activity.signUp(han).key("l").refused(409, "already_registered");
    }

    @Test
    void keys_are_per_person_and_per_activity() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        Reply first = activity.signUp(han).key("k").expect(201);

        Reply other = activity.signUp(Applicant.someone()).key("k").expect(201);
        Reply elsewhere = service.draft().publish().signUp(han).key("k").expect(201);

        assertNotEquals(first.get("id"), other.get("id"));
        assertNotEquals(first.get("id"), elsewhere.get("id"));
    }

    @Test
    void refusals_are_not_remembered() {
        Activity activity = service.draft().places(0).waitlist(0).publish();
        Applicant han = Applicant.someone();
        activity.signUp(han.in("nobody")).key("k").refusedField("group", "unknown_group");
        activity.signUp(han.in("all")).key("k").refused(409, "activity.full");

        activity.resize("all", 1);

        activity.signUp(han).key("k").expect(201);
    }

    @Test
    void a_replay_after_cancelling_shows_the_registration_as_it_is_now() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        Registration registration = new Registration(
                activity, activity.signUp(han).key("k").expect(201).json());
        registration.cancel();

        Reply replay = activity.signUp(han).key("k").expect(201);

        assertEquals(registration.id(), replay.get("id"));
        assertEquals(registration.token(), replay.get("token"));
        assertEquals("cancelled", replay.get("status"));
        assertEquals(10, activity.free());
    }

    @Test
    void a_replay_after_moving_up_shows_the_place() {
        Activity activity = service.draft().places(1).publish();
        Registration first = activity.confirmed(Applicant.someone());
        Applicant waiter = Applicant.someone();
        assertEquals("waitlisted", activity.signUp(waiter).key("k").expect(201).get("status"));

        first.cancel();
        service.local().settle();

        assertEquals("confirmed", activity.signUp(waiter).key("k").expect(201).get("status"));
    }

    @Test
    void a_key_has_at_most_a_hundred_characters() {
        Activity activity = service.draft().publish();

        activity.signUp(Applicant.someone()).key("k".repeat(100)).expect(201);
        activity.signUp(Applicant.someone()).key("k".repeat(101)).refused(400, "body.invalid");
    }
}
