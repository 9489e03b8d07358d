package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResendTest {

    private final Service service = Service.shared();

    @Test
    void the_link_goes_to_the_stored_address() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        Registration registration = activity.confirmed(han);

        resend(activity, "email", han.email().toUpperCase(Locale.ROOT)).expect(202);

        Mail link = service.local().mails(han.email()).stream()
                .filter(mail -> mail.kind().equals("link"))
                .findFirst()
                .orElseThrow();
        assertEquals(registration.id(), link.about());
        assertTrue(service.get(link.manageLink()).expect(200).text().contains("韩梅梅"));
    }

    @Test
    void asked_by_phone_it_still_goes_to_the_stored_address() {
        Activity activity = service.draft().publish();
        Applicant both = Applicant.someone().with("person.phone", Applicant.freshPhone());
        activity.confirmed(both);

        resend(activity, "phone", both.phone().substring(3)).expect(202);

        assertEquals(List.of("link", "registration.confirmed"), service.local().kindsTo(both.email()));
    }

    @Test
    void without_an_address_it_goes_to_the_phone() {
        Activity activity = service.draft().publish();
        Applicant lei = Applicant.withPhoneOnly();
        activity.confirmed(lei);

        resend(activity, "phone", lei.phone()).expect(202);

        assertEquals(
                List.of("link", "registration.confirmed"),
                service.local().messages(lei.phone()).stream()
                        .map(message -> message.path("kind").asText())
                        .sorted()
                        .toList());
    }

    @Test
    void nobody_learns_who_is_registered() {
        Activity activity = service.draft().publish();
        Applicant known = Applicant.someone();
        activity.confirmed(known);
        String stranger = Applicant.freshEmail();

        Reply forKnown = resend(activity, "email", known.email()).expect(202);
        Reply forStranger = resend(activity, "email", stranger).expect(202);
        Reply elsewhere =
                resend(service.draft().publish(), "email", known.email()).expect(202);

        assertEquals(forKnown.text(), forStranger.text());
        assertEquals(forKnown.text(), elsewhere.text());
        assertEquals(List.of(), service.local().mails(stranger));
        assertEquals(List.of("link", "registration.confirmed"), service.local().kindsTo(known.email()));
    }

    @Test
    void a_form_may_ask_too() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        activity.confirmed(han);

        service.post(activity.signUpPath() + "/resend")
                .form(Form.of("email", han.email()))
                .expect(202);

        assertEquals(List.of("link", "registration.confirmed"), service.local().kindsTo(han.email()));
    }

    private Call resend(Activity activity, String contact, String value) {
        return service.post(activity.signUpPath() + "/resend")
                .json(Json.object().put(contact, value));
    }
}
