package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import yunhe.gatherings.Deployment.Answer;

class OfferTest {

    private static final String OFFER = "{\"capacity\":9,\"promotion\":\"offer\",\"offerMinutes\":60}";

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    @Test
    void whoever_moves_up_is_offered_the_place_and_has_it_after_accepting() {
        var id = YUNHE.published("/waitlist", OFFER);
        var offered = offered(id);
        var before = own(offered);
        var accepted = answer(offered, "accept");

        assertEquals("offered", before.text("status"), before.body());
        assertFalse(before.json().has("ticket"));
        assertEquals(
                YUNHE.now().plus(Duration.ofMinutes(60)),
                OffsetDateTime.parse(before.text("offerExpiresAt")).toInstant());
        assertEquals(200, accepted.status(), accepted.body());
        assertEquals("confirmed", accepted.text("status"));
        assertTrue(accepted.json().has("ticket"));
        assertFalse(accepted.json().has("offerExpiresAt"));
        assertEquals(accepted, answer(offered, "accept"));
        assertEquals("registration.state", answer(offered, "decline").code());
    }

    @Test
    void a_declined_place_is_offered_to_the_next() {
        var id = YUNHE.published("/waitlist", OFFER);
        var offered = offered(id);
        var next = signUp(id, "next@example.com");
        var declined = answer(offered, "decline");
        YUNHE.promote(id, "women");

        assertEquals("cancelled", declined.text("status"));
        assertEquals(declined, answer(offered, "decline"));
        assertEquals("registration.state", answer(offered, "accept").code());
        assertEquals("offered", own(next).text("status"));
    }

    @Test
    void an_offer_that_ran_out_reads_as_expired_though_nobody_has_noticed_yet() {
        var id = YUNHE.published("/waitlist", OFFER);
        var offered = offered(id);
        var list = "/admin/gatherings/" + id + "/registrations?status=";
        var held = YUNHE.organiser("GET", list + "offered", "").json().path("items");
        YUNHE.passTime(Duration.ofMinutes(60));

        assertTrue(held.get(0).has("offerExpiresAt"));
        assertEquals("expired", own(offered).text("status"));
        assertFalse(own(offered).json().has("offerExpiresAt"));
        assertEquals(
                0,
                YUNHE.organiser("GET", list + "offered", "")
                        .json()
                        .path("items")
                        .size());
        assertEquals(
                1,
                YUNHE.organiser("GET", list + "expired", "")
                        .json()
                        .path("items")
                        .size());
        assertEquals(
                "registration.state",
                YUNHE.json("PATCH", url(offered), "{\"locale\":\"en\"}").code());
        var late = answer(offered, "accept");
        assertEquals(410, late.status());
        assertEquals("offer.expired", late.code());
        assertEquals("offer.expired", answer(offered, "decline").code());
        assertEquals(3, own(offered).json().path("version").asInt(), "noticed by the first who asked");
    }

    @Test
    void a_lapsed_offer_keeps_nobody_from_signing_up_again_and_is_cancelled_by_nobody() {
        var id = YUNHE.published("/waitlist", OFFER);
        var offered = offered(id);
        YUNHE.passTime(Duration.ofMinutes(61));
        var again = signUp(id, "waits@example.com");

        assertEquals("confirmed", again.text("status"), again.body());
        assertEquals("expired", own(offered).text("status"));
        var path = "/admin/gatherings/" + id + "/registrations/" + offered.text("id") + "/cancel";
        assertEquals("registration.state", YUNHE.organiser("POST", path, "").code());
        assertEquals("expired", YUNHE.visitor("DELETE", url(offered), "").text("status"));
    }

    @Test
    void where_there_is_a_review_as_well_accepting_leads_to_it() {
        var id = YUNHE.published("/waitlist", OFFER, "/approval", "\"review\"");
        var offered = offered(id);
        var accepted = answer(offered, "accept");

        assertEquals("pending", accepted.text("status"), accepted.body());
        assertEquals(accepted, answer(offered, "accept"));
    }

    @Test
    void the_buttons_of_the_page_work_without_javascript() {
        var id = YUNHE.published("/waitlist", OFFER);
        var offered = offered(id);
        var accept = url(offered).replace("?", "/accept?") + "&lang=en";
        var page = YUNHE.form(accept, "locale=en", "Accept", "text/html");
        var refused =
                YUNHE.form(url(offered).replace("?", "/decline?") + "&lang=en", "locale=en", "Accept", "text/html");

        assertEquals(303, page.status(), page.body());
        assertEquals(
                "/m/" + offered.text("id") + "?token=" + offered.text("token") + "&lang=en",
                page.headers().get("location"));
        assertEquals(409, refused.status());
        assertTrue(refused.body().contains("You’re in"), "the page as it is now");
        assertTrue(refused.body().contains("value=\"韩梅梅\""), "the form as it was, not emptied");
        assertEquals("confirmed", own(offered).text("status"));
    }

    @Test
    void no_offer_outlasts_the_start() {
        var id = YUNHE.published("/waitlist", OFFER.replace("60", "10080"), "/startsAt", soon(3), "/endsAt", soon(6));
        var offered = offered(id);

        assertEquals(
                OffsetDateTime.parse(YUNHE.get("/gatherings/" + id).text("startsAt")),
                OffsetDateTime.parse(own(offered).text("offerExpiresAt")));
    }

    private static String soon(int hours) {
        return '"' + YUNHE.now().plus(Duration.ofHours(hours)).toString() + '"';
    }

    /** One holds the only place and gives it back; the other, who waited, is offered it. */
    private static Answer offered(String id) {
        var holder = signUp(id, "holds@example.com");
        if (holder.text("status").equals("pending")) {
            YUNHE.organiser(
                    "POST",
                    "/admin/gatherings/" + id + "/registrations/" + holder.text("id") + "/decision",
                    "{\"decision\":\"approve\"}");
        }
        var waiter = signUp(id, "waits@example.com");
        assertEquals("waitlisted", waiter.text("status"), waiter.body());
        YUNHE.visitor("DELETE", url(holder), "");
        YUNHE.promote(id, "women");
        return waiter;
    }

    private static Answer signUp(String id, String email) {
        return YUNHE.json(
                "POST", "/gatherings/" + id + "/registrations", Bodies.signUp("/person/email", '"' + email + '"'));
    }

    private static Answer answer(Answer mine, String what) {
        return YUNHE.visitor("POST", url(mine).replace("?", "/" + what + "?"), "");
    }

    private static Answer own(Answer mine) {
        return YUNHE.get(url(mine));
    }

    private static String url(Answer mine) {
        return "/gatherings/" + mine.text("activityId") + "/registrations/" + mine.text("id") + "?token="
                + mine.text("token");
    }
}
