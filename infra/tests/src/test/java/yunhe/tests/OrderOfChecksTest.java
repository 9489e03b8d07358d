package yunhe.tests;

import org.junit.jupiter.api.Test;

/** Form of the request, key, existence, state, fields, eligibility, person, place: the first that fails answers. */
class OrderOfChecksTest {

    private final Service service = Service.shared();

    @Test
    void the_form_of_the_request_comes_first() {
        Activity unknown = new Activity(service, "gath_unknown");

        service.post(unknown.signUpPath()).body("{", "application/json").refused(400, "body.malformed");
        service.post(unknown.signUpPath()).body("x", "text/plain").refused(415, "body.unsupported");
    }

    @Test
    void the_state_comes_before_the_fields() {
        Activity activity = service.draft().publish();
        activity.cancel();

        activity.signUp(Applicant.someone().in("nobody")).refused(410, "activity.cancelled");
    }

    @Test
    void the_fields_come_before_the_person() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        activity.register(han);

        activity.signUp(han.in("nobody")).refusedField("group", "unknown_group");
    }

    @Test
    void the_person_comes_before_the_place() {
        Activity activity = service.draft().places(1).waitlist(0).publish();
        Applicant han = Applicant.someone();
        activity.register(han);

        activity.signUp(han).refused(409, "already_registered");
        activity.signUp(Applicant.someone()).refused(409, "activity.full");
    }
}
