package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SamePersonTest {

    private final Service service = Service.shared();

    @Test
    void an_address_in_another_spelling_is_the_same_person() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        Registration registration = activity.register(han);

        for (String spelling : List.of(han.email().toUpperCase(Locale.ROOT), "  " + han.email() + " ")) {
            Reply refusal = activity.signUp(Applicant.named("李雷").with("person.email", spelling))
                    .refused(409, "already_registered");
            assertFalse(refusal.text().contains(registration.id()), refusal::toString);
            assertFalse(refusal.text().contains(registration.token()), refusal::toString);
            assertFalse(refusal.text().contains("韩梅梅"), refusal::toString);
        }
        assertEquals(1, activity.registrations().size());
    }

    @Test
    void a_phone_in_another_spelling_is_the_same_person() {
        Activity activity = service.draft().publish();
        Applicant lei = Applicant.withPhoneOnly();
        activity.register(lei);
        String national = lei.phone().substring(3);

        for (String spelling : List.of(
                national,
                lei.phone(),
                "0086" + national,
                "+86 " + national.substring(0, 3) + "-" + national.substring(3, 7) + "-" + national.substring(7),
                "(+86) " + national)) {
            activity.signUp(Applicant.someone().with("person.phone", spelling)).refused(409, "already_registered");
        }
        assertEquals(9, activity.free());
    }

    @Test
    void either_contact_is_enough() {
        Activity activity = service.draft().publish();
        Applicant both = Applicant.someone().with("person.phone", Applicant.freshPhone());
        activity.register(both);

        activity.signUp(Applicant.someone().with("person.email", both.email())).refused(409, "already_registered");
        activity.signUp(Applicant.withPhoneOnly().with("person.phone", both.phone()))
                .refused(409, "already_registered");
        activity.signUp(Applicant.someone().with("person.phone", both.phone())).refused(409, "already_registered");
    }

    @Test
    void another_group_does_not_make_another_person() {
        Activity activity = service.draft().groups("women", "5", "men", "5").publish();
        Applicant han = Applicant.someone();
        activity.register(han.in("women"));

        activity.signUp(han.in("men")).refused(409, "already_registered");
    }

    @Test
    void waiting_is_being_registered() {
        Activity activity = service.draft().places(0).publish();
        Applicant han = Applicant.someone();
        activity.waitlisted(han);

        activity.signUp(han).refused(409, "already_registered");
    }

    @Test
    void someone_who_cancelled_may_come_back() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone().with("person.phone", Applicant.freshPhone());
        Registration first = activity.confirmed(han);
        first.cancel();

        Registration second = activity.confirmed(han);

        assertNotEquals(first.id(), second.id());
        assertNotEquals(first.token(), second.token());
        assertEquals("cancelled", first.status());
        assertEquals("confirmed", second.status());
        assertEquals(9, activity.free());
    }

    @Test
    void someone_who_cancelled_comes_back_at_the_end_of_the_line() {
        Activity activity = service.draft().places(0).publish();
        Applicant han = Applicant.someone();
        Registration first = activity.waitlisted(han);
        Registration behind = activity.waitlisted(Applicant.someone());
        first.cancel();

        Registration again = activity.waitlisted(han);

        assertEquals(1, behind.position());
        assertEquals(2, again.position());
    }

    @Test
    void one_of_two_contacts_is_free_again_after_cancelling() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone().with("person.phone", Applicant.freshPhone());
        activity.confirmed(han).cancel();

        activity.confirmed(Applicant.withPhoneOnly().with("person.phone", han.phone()));
        activity.confirmed(Applicant.someone().with("person.email", han.email()));
    }
}
