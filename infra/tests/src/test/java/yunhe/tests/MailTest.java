package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTest {

    private final Service service = Service.shared();

    @Test
    void a_confirmed_person_gets_one_mail_with_everything() {
        Draft draft = service.draft();
        Applicant han = Applicant.someone();
        Registration registration = draft.publish().confirmed(han);

        List<Mail> mails = service.local().mails(han.email());

        assertEquals(1, mails.size());
        Mail mail = mails.getFirst();
        assertEquals("registration.confirmed", mail.kind());
        assertEquals(registration.id(), mail.about());
        assertTrue(mail.subject().contains("运河边的产业沙龙"), mail.subject());
        assertTrue(mail.text().contains("韩梅梅"), mail.text());
        assertTrue(mail.text().contains("运河中心"), mail.text());
        assertTrue(mail.html().contains("运河中心"), mail.html());
        assertTrue(mail.html().contains(registration.id()), mail.html());
        assertLeadsToTheManagePage(mail);
    }

    @Test
    void the_qr_code_is_shown_inside_the_mail() {
        Applicant han = Applicant.someone();
        Registration registration = service.draft().publish().confirmed(han);

        Mail mail = service.local().mails(han.email()).getFirst();
        JsonNode picture = mail.part("image/png");
        String contentId = picture.path("contentId").asText().replaceAll("[<>]", "");

        assertFalse(contentId.isEmpty());
        assertTrue(mail.html().contains("cid:" + contentId), mail.html());
        assertTrue(Qr.read(mail.attachment("image/png")).endsWith(registration.ticket()));
    }

    @Test
    void the_calendar_entry_is_a_request_that_asks_no_answer() {
        Draft draft = service.draft();
        Applicant han = Applicant.someone();
        draft.publish().confirmed(han);

        Calendar calendar = service.local().mails(han.email()).getFirst().calendar();

        assertEquals("REQUEST", calendar.method());
        assertFalse(calendar.uid().isEmpty());
        assertTrue(calendar.sequence() >= 0);
        assertTrue(calendar.get("ATTENDEE").contains("RSVP=FALSE"), calendar.text());
        assertTrue(calendar.get("ATTENDEE").contains("PARTSTAT=ACCEPTED"), calendar.text());
        assertTrue(startsAt(calendar, draft), calendar.text());
    }

    @Test
    void cancelling_takes_the_calendar_entry_back() {
        Applicant han = Applicant.someone();
        Registration registration = service.draft().publish().confirmed(han);
        Calendar before = service.local().mails(han.email()).getFirst().calendar();

        registration.cancel();
        registration.cancel();

        List<Mail> mails = service.local().mails(han.email());
        assertEquals(
                List.of("registration.cancelled", "registration.confirmed"),
                service.local().kindsTo(han.email()));
        Calendar after = mails.stream()
                .filter(mail -> mail.kind().equals("registration.cancelled"))
                .findFirst()
                .orElseThrow()
                .calendar();
        assertEquals("CANCEL", after.method());
        assertEquals(before.uid(), after.uid());
        assertTrue(after.sequence() > before.sequence());
    }

    @Test
    void a_waiter_is_told_so_and_gets_no_ticket() {
        Activity activity = service.draft().places(0).publish();
        Applicant han = Applicant.someone();
        activity.waitlisted(han);

        Mail mail = service.local().mails(han.email()).getFirst();

        assertEquals("registration.waitlisted", mail.kind());
        assertFalse(mail.has("image/png"));
        assertFalse(mail.has("text/calendar"));
        assertLeadsToTheManagePage(mail);
    }

    @Test
    void whoever_moves_up_is_told_once_and_gets_the_ticket() {
        Activity activity = service.draft().places(1).publish();
        Registration inside = activity.confirmed(Applicant.someone());
        Applicant han = Applicant.someone();
        Registration waiter = activity.waitlisted(han);

        inside.cancel();

        List<Mail> promoted = service.local().mails(han.email()).stream()
                .filter(mail -> !mail.kind().equals("registration.waitlisted"))
                .toList();
        assertEquals(1, promoted.size());
        Mail mail = promoted.getFirst();
        assertEquals("registration.promoted", mail.kind());
        assertTrue(Qr.read(mail.attachment("image/png"))
                .endsWith(waiter.read().path("ticket").asText()));
        assertEquals("REQUEST", mail.calendar().method());
        assertLeadsToTheManagePage(mail);
    }

    @Test
    void the_mail_speaks_the_persons_language() {
        Activity activity = service.draft().publish();
        Applicant anna = Applicant.named("Anna Schmidt").with("locale", "en");
        activity.confirmed(anna);

        Mail mail = service.local().mails(anna.email()).getFirst();

        assertTrue(mail.subject().contains("Salon by the Canal"), mail.subject());
        assertFalse(mail.subject().matches(".*\\p{IsHan}.*"), mail.subject());
        assertTrue(mail.text().contains("Anna Schmidt"), mail.text());
    }

    @Test
    void names_are_text_in_the_html_too() {
        Applicant mallory = Applicant.named("<b>Mallory</b> & Söhne");
        service.draft().publish().confirmed(mallory);

        Mail mail = service.local().mails(mallory.email()).getFirst();

        assertFalse(mail.html().contains("<b>Mallory</b>"));
        assertTrue(mail.text().contains("<b>Mallory</b> & Söhne"), mail.text());
    }

    @Test
    void the_organisers_cancelling_is_told_as_well() {
        Activity activity = service.draft().publish();
        Applicant han = Applicant.someone();
        Registration registration = activity.confirmed(han);
        service.local().settle();

        service.post(activity.adminPath() + "/registrations/" + registration.id() + "/cancel")
                .as("organiser")
                .json(Json.of("{'reason':{'zh':'重复报名','en':'Signed up twice'}}"))
                .expect(200);

        assertEquals(
                List.of("registration.cancelled", "registration.confirmed"),
                service.local().kindsTo(han.email()));
        assertEquals("cancelled", registration.status());
    }

    @Test
    void whoever_has_only_a_phone_gets_a_message() {
        Applicant lei = Applicant.withPhoneOnly();
        Registration registration = service.draft().publish().confirmed(lei);

        List<JsonNode> messages = service.local().messages(lei.phone());

        assertEquals(1, messages.size());
        JsonNode message = messages.getFirst();
        assertEquals("registration.confirmed", message.path("kind").asText());
        assertEquals(registration.id(), message.path("about").asText());
        assertTrue(message.path("text").asText().contains("/m/" + registration.id()), message::toString);
    }

    @Test
    void whoever_has_both_gets_the_mail_only() {
        Applicant both = Applicant.someone().with("person.phone", Applicant.freshPhone());
        service.draft().publish().confirmed(both);

        assertEquals(1, service.local().mails(both.email()).size());
        assertEquals(0, service.local().messages(both.phone()).size());
    }

    private void assertLeadsToTheManagePage(Mail mail) {
        String link = mail.manageLink();
        assertTrue(link.contains("/m/" + mail.about()), link);
        assertTrue(mail.html().contains("/m/" + mail.about()), mail.html());
        URI uri = URI.create(link);
        assertEquals(service.url(), uri.getScheme() + "://" + uri.getAuthority());
        assertTrue(service.get(link).expect(200).isHtml());
    }

    private static boolean startsAt(Calendar calendar, Draft draft) {
        DateTimeFormatter local = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
        String utc = local.format(draft.startsAt().withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
        String venue = "TZID=Asia/Shanghai:" + local.format(draft.startsAt());
        String start = calendar.get("DTSTART");
        return start.equals(utc) || start.contains(venue);
    }
}
