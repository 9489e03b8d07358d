package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RacesTest {

    private final Service service = Service.shared();

    @Test
    void of_sixty_four_people_ten_get_a_place_and_five_wait() {
        Activity activity = service.draft().places(10).waitlist(5).publish();
        List<Applicant> people =
                IntStream.range(0, 64).mapToObj(i -> Applicant.someone()).toList();

        List<Reply> replies =
                Together.all(64, i -> activity.signUp(people.get(i)).send());

        assertEquals(10, count(replies, 201, "confirmed"));
        assertEquals(5, count(replies, 201, "waitlisted"));
        assertEquals(
                49,
                replies.stream()
                        .filter(reply -> reply.status() == 409)
                        .filter(reply -> reply.get("code").equals("activity.full"))
                        .count());
        assertEquals(15, activity.registrations().size());
        assertEquals(0, activity.free());
        assertEquals(5, activity.waiting());
    }

    @Test
    void of_sixteen_sign_ups_of_one_person_one_counts() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone().with("person.phone", Applicant.freshPhone());

        List<Reply> replies = Together.all(16, i -> activity.signUp(han).send());

        assertEquals(1, count(replies, 201, "confirmed"));
        assertEquals(
                15,
                replies.stream()
                        .filter(reply -> reply.status() == 409)
                        .filter(reply -> reply.get("code").equals("already_registered"))
                        .count());
        assertEquals(9, activity.free());
        assertEquals(1, service.local().mails(han.email()).size());
    }

    @Test
    void sixteen_presses_of_one_button_find_one_registration() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();

        List<Reply> replies =
                Together.all(16, i -> activity.signUp(han).key("button").send());

        assertEquals(16, count(replies, 201, "confirmed"));
        assertEquals(
                1, new HashSet<>(replies.stream().map(reply -> reply.get("id")).toList()).size());
        assertEquals(
                1,
                new HashSet<>(replies.stream().map(reply -> reply.get("token")).toList()).size());
        assertEquals(9, activity.free());
        assertEquals(1, service.local().mails(han.email()).size());
    }

    @Test
    void two_contacts_that_meet_crosswise_are_never_two_registrations() {
        Activity activity = service.draft().publish();
        String email = Applicant.freshEmail();
        String phone = Applicant.freshPhone();

        List<Integer> answers = Together.all(12, i -> {
            Applicant applicant = Applicant.someone().with("person.email", i % 2 == 0 ? email : Applicant.freshEmail());
            return activity.signUp(applicant.with("person.phone", phone)).send().status();
        });

        assertEquals(1, Collections.frequency(answers, 201));
        assertEquals(11, Collections.frequency(answers, 409));
        assertEquals(9, activity.free());
    }

    @Test
    void twenty_cancellations_at_once_move_up_exactly_the_first_twenty() {
        Activity activity = service.draft().places(20).waitlist(30).publish();
        List<Registration> inside = IntStream.range(0, 20)
                .mapToObj(i -> activity.confirmed(Applicant.someone()))
                .toList();
        List<Applicant> waiters =
                IntStream.range(0, 30).mapToObj(i -> Applicant.someone()).toList();
        List<Registration> line = waiters.stream().map(activity::waitlisted).toList();

        service.local().settle();

        Together.all(20, i -> inside.get(i).cancel());
        service.local().settle();

        List<String> statuses = line.stream().map(Registration::status).toList();
        assertEquals(Collections.nCopies(20, "confirmed"), statuses.subList(0, 20));
        assertEquals(Collections.nCopies(10, "waitlisted"), statuses.subList(20, 30));
        assertEquals(
                IntStream.rangeClosed(1, 10).boxed().toList(),
                line.subList(20, 30).stream().map(Registration::position).toList());
        assertEquals(0, activity.free());
        assertEquals(10, activity.waiting());
        for (int i = 0; i < 30; i++) {
            List<String> expected = i < 20
                    ? List.of("registration.promoted", "registration.waitlisted")
                    : List.of("registration.waitlisted");
            assertEquals(expected, service.local().kindsTo(waiters.get(i).email()));
        }
    }

    @Test
    void sixteen_cancellations_of_one_registration_give_one_place_back() {
        Activity activity = service.draft().places(1).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration first = activity.waitlisted(Applicant.someone());
        Registration second = activity.waitlisted(Applicant.someone());

        Set<Object> answers = new HashSet<>(Together.all(16, i -> inside.cancel()));
        service.local().settle();

        assertEquals(1, answers.size());
        assertEquals("confirmed", first.status());
        assertEquals("waitlisted", second.status());
    }

    private static long count(List<Reply> replies, int status, String registration) {
        return replies.stream()
                .filter(reply -> reply.status() == status)
                .filter(reply -> reply.get("status").equals(registration))
                .count();
    }
}
