package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ending reminders, and what happens to those whose moment has passed. The clock moves. */
class UnsubscribeTest {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/unsubscribe/\\S+");

    private final Service service = Service.moving();
    private final Local local = service.local();

    @Test
    void one_click_in_the_mail_ends_reminders_of_every_activity_until_one_wants_them_again() {
        Draft draft = afternoon();
        Activity activity = draft.publish();
        Applicant han = Applicant.someone();
        Registration registration = activity.confirmed(han);
        assertTrue(local.mails(han.email()).stream()
                .noneMatch(mail -> LINK.matcher(mail.text()).find()));
        local.moveTo(draft.startsAt().minusDays(1));
        String link = link(han);

        // A scanner follows the link; that ends nothing.
        assertTrue(service.get(link).expect(200).isHtml());
        // The mail provider's own button: no cookie, no language, and this body (RFC 8058).
        Reply ended = service.post(link)
                .form(Form.of("List-Unsubscribe", "One-Click"))
                .expect(200);
        assertTrue(ended.isHtml());
        service.post(link).form(Form.of("List-Unsubscribe", "One-Click")).expect(200);

        Draft other = afternoon();
        Registration elsewhere = other.publish().confirmed(han);
        local.moveTo(draft.startsAt().minusHours(2));
        assertEquals(List.of("opted_out"), reasons(registration));
        local.moveTo(other.startsAt().minusDays(1));
        assertEquals(List.of("opted_out"), reasons(elsewhere));
        assertEquals(1, reminders(han));
        assertEquals(2, confirmations(han), "what one asked for still comes");

        service.post(link.replace("?", "/again?")).form(Form.of("a", "b")).expect(200);
        local.moveTo(other.startsAt().minusHours(2));
        assertEquals(2, reminders(han));
    }

    @Test
    void without_the_token_of_the_mail_nothing_is_there() {
        Registration han = afternoon().publish().confirmed(Applicant.someone());
        String path = "/unsubscribe/" + han.id();
        service.get(path + "?token=" + han.token()).expect(404);
        service.post(path + "?token=" + han.token()).expect(404);
        service.get(path + "?token=").expect(404);
    }

    @Test
    void whoever_signs_up_an_hour_before_the_start_has_two_reminders_on_record_as_dropped() {
        Draft draft = afternoon();
        Activity activity = draft.publish();
        local.moveTo(draft.startsAt().minusHours(1));
        Applicant late = Applicant.someone();
        Registration registration = activity.confirmed(late);
        local.settle();

        assertEquals(List.of("late", "late"), reasons(registration));
        assertEquals(0, reminders(late));
    }

    @Test
    void nobody_gets_more_than_five_reminders_in_a_day() {
        Draft draft = afternoon();
        Applicant han = Applicant.someone();
        for (int count = 0; count < 7; count++) {
            draft.publish().confirmed(han);
        }
        local.moveTo(draft.startsAt().minusDays(1));
        assertEquals(5, reminders(han));
    }

    private String link(Applicant han) {
        Mail reminder = local.mails(han.email()).stream()
                .filter(mail -> mail.kind().equals("reminder"))
                .findFirst()
                .orElseThrow();
        var found = LINK.matcher(reminder.text());
        assertTrue(found.find(), reminder::text);
        assertTrue(reminder.html().contains(found.group()), reminder::html);
        URI uri = URI.create(found.group());
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private List<String> reasons(Registration registration) {
        return Json.list(service.get("/admin/notices?status=dropped_late&about=" + registration.id())
                        .as("organiser")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .map((JsonNode notice) -> notice.path("reason").asText())
                .toList();
    }

    private long reminders(Applicant to) {
        return count(to, "reminder");
    }

    private long confirmations(Applicant to) {
        return count(to, "registration.confirmed");
    }

    private long count(Applicant to, String kind) {
        return local.kindsTo(to.email()).stream().filter(kind::equals).count();
    }

    /** Three in the afternoon, in three weeks. */
    private Draft afternoon() {
        return service.draft()
                .startingAt(service.now()
                        .plusDays(21)
                        .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                        .with(LocalTime.of(15, 0))
                        .toOffsetDateTime());
    }
}
