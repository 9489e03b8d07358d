package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What guests hear of their stays. The clock is left alone. */
class StayMailTest {

    private final Service service = Service.shared();

    @Test
    void a_confirmation_has_everything_that_a_guest_needs() {
        House house = House.open(service);
        String han = Applicant.someone().email();
        Lodging stay = house.book(han).confirmed();

        List<Mail> mails = service.local().mails(han);
        assertEquals(1, mails.size());
        Mail mail = mails.getFirst();
        assertEquals("stay.confirmed", mail.kind());
        assertEquals(stay.id(), mail.about());
        assertTrue(mail.subject().startsWith("入住已确认：青荷驿站，"), mail.subject());
        for (String part : List.of("韩梅梅", "1 Sample Road", "单人间", "3晚", "14:00", "22:00", "12:00")) {
            assertTrue(mail.text().contains(part), mail.text());
            assertTrue(mail.html().contains(part), part);
        }
        assertTrue(mail.manageLink().endsWith("/m/" + stay.id() + "?token=" + stay.token()), mail.manageLink());
        assertTrue(Qr.read(mail.attachment("image/png"))
                .endsWith(stay.read().path("ticket").asText()));
    }

    @Test
    void a_calendar_follows_the_stay_from_the_first_to_the_last_word() {
        House house = House.open(service);
        String han = Applicant.someone().email();
        Lodging stay = house.book(han).confirmed();
        service.local().settle();
        LocalDate longer = LocalDate.parse(stay.read().path("depart").asText()).plusDays(2);
        stay.patch(Json.object().put("depart", longer.toString())).expect(200);
        service.local().settle();
        stay.cancel().expect(200);

        List<Mail> mails = service.local().mails(han);
        assertEquals(
                List.of("stay.cancelled", "stay.changed", "stay.confirmed"),
                mails.stream().map(Mail::kind).sorted().toList());
        Calendar request = calendar(mails, "stay.confirmed");
        Calendar changed = calendar(mails, "stay.changed");
        Calendar cancel = calendar(mails, "stay.cancelled");
        assertEquals("REQUEST", request.method());
        assertEquals("REQUEST", changed.method());
        assertEquals("CANCEL", cancel.method());
        assertEquals(request.uid(), changed.uid());
        assertEquals(request.uid(), cancel.uid());
        assertTrue(request.sequence() < changed.sequence());
        assertTrue(changed.sequence() < cancel.sequence());
        assertEquals(request.get("DTSTART"), changed.get("DTSTART"));
        assertFalse(request.get("DTEND").equals(changed.get("DTEND")));
    }

    @Test
    void who_waits_and_moves_up_hears_of_both_and_an_organiser_sees_it() {
        House house = House.withOneRoom(service, station -> {});
        Lodging first = house.book(Applicant.someone().email()).confirmed();
        String han = Applicant.someone().email();
        Lodging waiting = house.book(han).orWait().in("waitlisted");
        service.local().settle();
        first.cancel().expect(200);

        assertEquals(
                List.of("stay.promoted", "stay.waitlisted"), service.local().kindsTo(han));
        JsonNode notices = service.get("/admin/notices?about=" + waiting.id())
                .as("organiser")
                .expect(200)
                .json();
        assertEquals(List.of("stay.promoted", "stay.waitlisted"), Json.texts(notices.path("items"), "kind"));
        assertEquals(List.of("sent", "sent"), Json.texts(notices.path("items"), "status"));
    }

    @Test
    void an_application_is_told_under_review_and_then_decided() {
        House house = House.open(service, station -> House.policy(station).put("approval", "review"));
        String han = Applicant.someone().email();
        Lodging stay = house.book(han).withProof().in("pending");
        service.local().settle();
        stay.decide("approve").expect(200);

        assertEquals(List.of("stay.confirmed", "stay.pending"), service.local().kindsTo(han));
        Mail confirmed = service.local().mails(han).stream()
                .filter(mail -> mail.kind().equals("stay.confirmed"))
                .findFirst()
                .orElseThrow();
        assertTrue(confirmed.subject().startsWith("审核通过，入住已确认"), confirmed.subject());
    }

    private static Calendar calendar(List<Mail> mails, String kind) {
        return mails.stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .calendar();
    }
}
