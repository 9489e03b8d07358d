package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places that are offered. Some of these tests move the clock. */
class OfferTest {

    private final Service service = Service.moving();
    private final Local local = service.local();

    @Test
    void the_first_in_line_is_offered_first() {
        Activity activity = offering(1);
        List<Registration> line = lineBehindAFreedPlace(activity, 3);

        assertFalse(line.getFirst().read().path("offerExpiresAt").asText().isEmpty());
        assertEquals(
                List.of("offered", "waitlisted", "waitlisted"),
                line.stream().map(Registration::status).toList());
    }

    @Test
    void the_link_in_the_mail_of_an_offer_leads_to_the_place() {
        Activity activity = offering(1);
        Registration inside = activity.confirmed(Applicant.someone());
        Applicant han = Applicant.someone();
        Registration first = activity.waitlisted(han);
        inside.cancel();
        local.settle();

        String page = service.get(mail(han, "registration.offered").manageLink())
                .expect(200)
                .text();
        String accept = activity.signUpPath() + "/" + first.id() + "/accept?token=" + first.token();
        assertTrue(page.contains(accept), page);
        Reply done = service.post(accept)
                .header("Accept", "text/html")
                .form(Form.of("locale", "zh"))
                .expect(303);
        service.get(done.header("Location")).expect(200);

        assertEquals("confirmed", first.status());
        assertEquals(0, activity.free());
    }

    @Test
    void a_declined_place_is_offered_to_the_next_at_once() {
        Activity activity = offering(1);
        List<Registration> line = lineBehindAFreedPlace(activity, 2);

        answer(line.get(0), "decline").expect(200);
        local.settle();

        assertEquals("cancelled", line.get(0).status());
        assertEquals("offered", line.get(1).status());
        answer(line.get(0), "accept").refused(409, "registration.state");
    }

    @Test
    void an_offer_that_runs_out_goes_to_the_next_at_once() {
        Activity activity = offering(1);
        List<Registration> line = lineBehindAFreedPlace(activity, 2);

        local.advance(Duration.ofMinutes(61));

        assertEquals("expired", line.get(0).status());
        assertEquals("offered", line.get(1).status());
        answer(line.get(0), "accept").refused(410, "offer.expired");
        answer(line.get(0), "decline").refused(410, "offer.expired");
        answer(line.get(1), "accept").expect(200);
        assertEquals("confirmed", line.get(1).status());
    }

    @Test
    void whoever_cancelled_never_gets_another_offer() {
        Activity activity = offering(1);
        Applicant han = Applicant.someone();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration first = activity.waitlisted(han);
        Registration second = activity.waitlisted(Applicant.someone());
        inside.cancel();
        local.settle();
        answer(first, "accept").expect(200);
        first.cancel();
        local.settle();
        assertEquals("offered", second.status());

        answer(second, "decline").expect(200);
        local.settle();

        assertEquals("cancelled", first.status());
        assertEquals(1, activity.free());
        assertEquals(
                1,
                local.kindsTo(han.email()).stream()
                        .filter(kind -> kind.equals("registration.offered"))
                        .count());
    }

    @Test
    void never_more_is_offered_than_is_free() {
        Activity activity = offering(3);
        List<Registration> inside = IntStream.range(0, 3)
                .mapToObj(i -> activity.confirmed(Applicant.someone()))
                .toList();
        List<Registration> line = IntStream.range(0, 6)
                .mapToObj(i -> activity.waitlisted(Applicant.someone()))
                .toList();

        Together.all(2, i -> inside.get(i).cancel());
        local.settle();

        assertEquals(
                List.of("offered", "offered", "waitlisted", "waitlisted", "waitlisted", "waitlisted"),
                line.stream().map(Registration::status).toList());
        assertEquals(0, activity.free());
        assertEquals(2, activity.registrations("status=offered").size());
        assertTrue(activity.registrations("status=offered").getFirst().has("offerExpiresAt"));
    }

    @Test
    void nothing_is_offered_after_the_start() {
        Draft draft = offer(service.draft().places(1));
        Activity activity =
                draft.with("cancelUntil", draft.startsAt().plusHours(2)).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Applicant han = Applicant.someone();
        Registration waiter = activity.waitlisted(han);

        local.moveTo(draft.startsAt().plusMinutes(10));
        inside.cancel();
        local.settle();

        assertEquals("expired", waiter.status());
        assertFalse(local.kindsTo(han.email()).contains("registration.offered"));
    }

    @Test
    void an_offer_ends_with_the_start() {
        Draft draft = offer(service.draft().places(1));
        Activity activity = draft.with("waitlist.offerMinutes", 10_080).publish();
        local.moveTo(draft.startsAt().minusHours(2));
        Registration offered = lineBehindAFreedPlace(activity, 1).getFirst();

        assertEquals(
                draft.startsAt().toInstant(),
                OffsetDateTime.parse(offered.read().path("offerExpiresAt").asText())
                        .toInstant());
        local.moveTo(draft.startsAt().plusSeconds(1));

        assertEquals("expired", offered.status());
        answer(offered, "accept").refused(410, "offer.expired");
    }

    @Test
    void a_lapsed_offer_keeps_nobody_from_signing_up_again() {
        Activity activity = offering(1);
        Applicant han = Applicant.someone();
        Registration inside = activity.confirmed(Applicant.someone());
        Registration waiter = activity.waitlisted(han);
        inside.cancel();
        local.settle();
        assertEquals("offered", waiter.status());

        local.advance(Duration.ofMinutes(61));
        Registration again = activity.confirmed(han);

        assertFalse(again.id().equals(waiter.id()));
        assertEquals("expired", waiter.status());
    }

    @Test
    void with_a_review_as_well_accepting_leads_to_it() {
        Draft draft = offer(service.draft().places(1)).with("approval", "review");
        Activity activity = draft.publish();
        Registration inside = activity.register(Applicant.someone());
        Registration waiter = activity.waitlisted(Applicant.someone());
        inside.cancel();
        local.settle();

        assertEquals("offered", waiter.status());
        assertEquals("pending", answer(waiter, "accept").expect(200).get("status"));
        assertEquals("pending", answer(waiter, "accept").expect(200).get("status"));
        service.post(activity.adminPath() + "/registrations/" + waiter.id() + "/decision")
                .as("organiser")
                .json(Json.of("{'decision':'approve'}"))
                .expect(200);
        assertEquals("confirmed", waiter.status());
        assertEquals(0, activity.free());
    }

    /** One gives up the only place while these people wait; the first of them is offered it. */
    private List<Registration> lineBehindAFreedPlace(Activity activity, int people) {
        Registration inside = activity.confirmed(Applicant.someone());
        List<Registration> line = IntStream.range(0, people)
                .mapToObj(i -> activity.waitlisted(Applicant.someone()))
                .toList();
        inside.cancel();
        local.settle();
        assertEquals("offered", line.getFirst().status());
        return line;
    }

    private Activity offering(int places) {
        return offer(service.draft().places(places)).publish();
    }

    private static Draft offer(Draft draft) {
        return draft.with("waitlist.capacity", 50)
                .with("waitlist.promotion", "offer")
                .with("waitlist.offerMinutes", 60);
    }

    private Call answer(Registration registration, String what) {
        return service.post(registration.path() + "/" + what).bearer(registration.token());
    }

    private Mail mail(Applicant applicant, String kind) {
        return local.mails(applicant.email()).stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
