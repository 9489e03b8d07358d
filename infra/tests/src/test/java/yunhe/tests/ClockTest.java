package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What depends on the time. These tests move the clock, so they share a service with nobody else. */
class ClockTest {

    private final Service service = Service.moving();
    private final Local local = service.local();

    @Test
    void registration_opens_at_its_time() {
        Draft draft = service.draft();
        Activity activity =
                draft.with("registrationOpensAt", draft.startsAt().minusDays(1)).publish();
        activity.signUp(Applicant.someone()).refused(423, "registration.not_open");

        local.moveTo(draft.startsAt().minusDays(1));

        assertEquals("open", activity.state());
        activity.confirmed(Applicant.someone());
    }

    @Test
    void registration_closes_at_its_time_and_the_line_still_moves() {
        Draft draft = service.draft().places(1);
        Activity activity = draft.with("registrationClosesAt", draft.startsAt().minusDays(1))
                .publish();
        Applicant han = Applicant.someone();
        Reply first = activity.signUp(han).key("k").expect(201);
        Registration inside = new Registration(activity, first.json());
        Registration waiter = activity.waitlisted(Applicant.someone());

        local.moveTo(draft.startsAt().minusHours(20));

        assertEquals("closed", activity.state());
        activity.signUp(Applicant.someone()).refused(410, "registration.closed");
        assertEquals(first.get("id"), activity.signUp(han).key("k").expect(201).get("id"));
        inside.cancel();
        local.settle();
        assertEquals("confirmed", waiter.status());
        assertEquals("cancelled", activity.signUp(han).key("k").expect(201).get("status"));
    }

    @Test
    void without_a_closing_time_it_closes_at_the_start() {
        Draft draft = service.draft();
        Activity activity = draft.publish();

        local.moveTo(draft.startsAt().plusMinutes(1));

        activity.signUp(Applicant.someone()).refused(410, "registration.closed");
        assertEquals("closed", activity.state());
    }

    @Test
    void cancelling_ends_at_its_time() {
        Draft draft = service.draft();
        Activity activity =
                draft.with("cancelUntil", draft.startsAt().minusDays(2)).publish();
        Registration late = activity.confirmed(Applicant.someone());
        Registration early = activity.confirmed(Applicant.someone());
        early.cancel();

        local.moveTo(draft.startsAt().minusDays(1));

        service.delete(late.path()).bearer(late.token()).refused(409, "cancel.too_late");
        assertEquals("confirmed", late.status());
        assertEquals("cancelled", early.cancel().path("status").asText());
    }

    @Test
    void organisers_may_cancel_later() {
        Draft draft = service.draft();
        Activity activity =
                draft.with("cancelUntil", draft.startsAt().minusDays(2)).publish();
        Registration registration = activity.confirmed(Applicant.someone());

        local.moveTo(draft.startsAt().minusDays(1));

        service.post(activity.adminPath() + "/registrations/" + registration.id() + "/cancel")
                .as("organiser")
                .json(Json.of("{}"))
                .expect(200);
        assertEquals("cancelled", registration.status());
    }

    @Test
    void doors_open_two_hours_before_and_close_at_the_end() {
        Draft draft = service.draft();
        Activity activity = draft.publish();
        Registration han = activity.confirmed(Applicant.someone());
        Registration late = activity.confirmed(Applicant.someone());
        Door door = new Door(service, "staff");
        local.moveTo(draft.startsAt().minusMinutes(123));
        assertEquals("too_early", door.result(han.ticket()));

        local.moveTo(draft.startsAt().minusMinutes(119));
        assertEquals("admitted", door.result(han.ticket()));

        local.moveTo(draft.startsAt().plusHours(3).plusMinutes(1));
        assertEquals("too_late", door.result(late.ticket()));
    }

    @Test
    void what_is_over_is_not_listed_any_more() {
        Draft draft = service.draft();
        Activity activity = draft.publish();

        local.moveTo(draft.startsAt().plusHours(1));
        assertTrue(listed(activity));

        local.moveTo(draft.startsAt().plusHours(4));
        assertFalse(listed(activity));
        assertEquals("over", activity.state());
        activity.signUp(Applicant.someone()).refused(410, "registration.closed");
    }

    @Test
    void nobody_moves_up_after_the_start() {
        Draft draft = service.draft().places(1);
        Activity activity =
                draft.with("cancelUntil", draft.startsAt().plusHours(2)).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Applicant han = Applicant.someone();
        Registration waiter = activity.waitlisted(han);

        local.moveTo(draft.startsAt().plusMinutes(30));
        inside.cancel();
        local.settle();

        assertTrue(List.of("waitlisted", "expired").contains(waiter.status()));
        assertFalse(local.kindsTo(han.email()).contains("registration.promoted"));
    }

    @Test
    void the_etag_changes_with_the_state() {
        Draft draft = service.draft();
        Activity activity = draft.with("registrationClosesAt", draft.startsAt().minusDays(3))
                .publish();
        String etag = service.get(activity.path()).expect(200).header("ETag");

        local.moveTo(draft.startsAt().minusDays(2));

        JsonNode now = service.get(activity.path())
                .header("If-None-Match", etag)
                .expect(200)
                .json();
        assertEquals("closed", now.path("state").asText());
    }

    @Test
    void the_manage_token_outlives_the_event() {
        Draft draft = service.draft();
        Registration registration = draft.publish().confirmed(Applicant.someone());

        local.moveTo(draft.startsAt().plusDays(1));

        assertEquals(registration.id(), registration.read().path("id").asText());
    }

    private boolean listed(Activity activity) {
        return Json.texts(
                        service.get("/gatherings?limit=200").expect(200).json().path("items"), "id")
                .contains(activity.id());
    }
}
