package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitlistTest {

    private final Service service = Service.shared();

    @Test
    void a_place_that_is_given_back_goes_to_the_first_in_line() {
        Activity activity = service.draft().places(1).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Applicant next = Applicant.someone();
        Registration first = activity.waitlisted(next);
        Registration second = activity.waitlisted(Applicant.someone());
        // What is not true any more is not told: the line's mail goes out before the place comes.
        service.local().settle();

        inside.cancel();
        service.local().settle();

        assertEquals("confirmed", first.status());
        assertEquals("waitlisted", second.status());
        assertEquals(1, second.position());
        assertEquals(0, activity.free());
        assertEquals(1, activity.waiting());
        assertEquals(
                List.of("registration.promoted", "registration.waitlisted"),
                service.local().kindsTo(next.email()));
    }

    @Test
    void a_place_whose_holder_edited_the_registration_moves_on_too() {
        Activity activity = service.draft().places(1).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration next = activity.waitlisted(Applicant.someone());

        inside.patch(Json.of("{'person':{'name':'李雷'},'answers':{}}")).expect(200);
        inside.cancel();
        service.local().settle();

        assertEquals("confirmed", next.status());
    }

    @Test
    void whoever_leaves_the_line_is_passed_over() {
        Activity activity = service.draft().places(1).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration first = activity.waitlisted(Applicant.someone());
        Registration second = activity.waitlisted(Applicant.someone());

        first.cancel();
        assertEquals(1, second.position());
        inside.cancel();
        service.local().settle();

        assertEquals("cancelled", first.status());
        assertEquals("confirmed", second.status());
    }

    @Test
    void a_place_moves_up_only_within_its_group() {
        Activity activity = service.draft().groups("women", "1", "men", "1").publish();
        Registration woman = activity.confirmed(Applicant.someone().in("women"));
        activity.confirmed(Applicant.someone().in("men"));
        Registration man = activity.waitlisted(Applicant.someone().in("men"));

        woman.cancel();
        service.local().settle();

        assertEquals("waitlisted", man.status());
        assertEquals(1, activity.group("women").path("free").asInt());
    }

    @Test
    void more_places_move_the_line_up_at_once() {
        Activity activity = service.draft().places(1).publish();
        activity.confirmed(Applicant.someone());
        List<Registration> line = line(activity, 4);

        activity.resize("all", 3);

        assertEquals(
                List.of("confirmed", "confirmed", "waitlisted", "waitlisted"),
                line.stream().map(Registration::status).toList());
        assertEquals(
                List.of(1, 2),
                line.subList(2, 4).stream().map(Registration::position).toList());
    }

    @Test
    void fewer_places_throw_nobody_out_and_let_nobody_in() {
        Activity activity = service.draft().places(3).publish();
        List<Registration> inside = IntStream.range(0, 3)
                .mapToObj(i -> activity.confirmed(Applicant.someone()))
                .toList();

        activity.resize("all", 1);
        Registration waiter = activity.waitlisted(Applicant.someone());
        inside.get(0).cancel();
        inside.get(1).cancel();
        service.local().settle();

        assertEquals("waitlisted", waiter.status());
        assertEquals("confirmed", inside.get(2).status());
        assertEquals(0, activity.free());

        inside.get(2).cancel();
        service.local().settle();
        assertEquals("confirmed", waiter.status());
    }

    @Test
    void a_newcomer_does_not_overtake_the_line() {
        Activity activity = service.draft().places(1).publish();
        activity.confirmed(Applicant.someone());
        List<Registration> line = line(activity, 2);
        activity.resize("all", 2);

        Registration newcomer = activity.waitlisted(Applicant.someone());

        assertEquals("confirmed", line.get(0).status());
        assertEquals("waitlisted", line.get(1).status());
        assertEquals(2, newcomer.position());
    }

    private static List<Registration> line(Activity activity, int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> activity.waitlisted(Applicant.someone()))
                .toList();
    }
}
