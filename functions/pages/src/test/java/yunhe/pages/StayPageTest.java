package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;
import yunhe.core.shared.Language;

class StayPageTest {
    private static final String QR = "<path fill=\"#fff\"";

    private final Station canal = StaySamples.canal();

    @ParameterizedTest
    @EnumSource(StayStatus.class)
    void there_is_a_code_only_while_it_opens_the_door(StayStatus status) {
        boolean opens = status == StayStatus.CONFIRMED || status == StayStatus.CHECKED_IN;
        assertEquals(opens, page(status).contains(QR));
        assertEquals(opens, page(status).contains("/calendar.ics?token="));
    }

    @ParameterizedTest
    @EnumSource(StayStatus.class)
    void what_can_be_done_depends_on_what_it_is(StayStatus status) {
        var html = page(status);
        boolean waits = status == StayStatus.WAITLISTED;
        boolean holds = status == StayStatus.CONFIRMED || status == StayStatus.PENDING;
        assertEquals(holds || waits, html.contains("/cancel?token="), "cancel");
        assertEquals(status == StayStatus.OFFERED, html.contains("/accept?token="), "accept");
        assertEquals(status == StayStatus.OFFERED, html.contains("/decline?token="), "decline");
        assertEquals(holds || status == StayStatus.CHECKED_IN, html.contains("/change?token="), "change");
        assertEquals(waits, html.contains("position-number"), "position");
    }

    @Test
    void it_says_until_when_and_what_happens_next() {
        assertTrue(page(StayStatus.CONFIRMED).contains("Please arrive before Tuesday, 1 December, 22:00"));
        assertTrue(page(StayStatus.PENDING).contains("A room is held for you until Wednesday, 25 November, 10:00."));
        assertTrue(page(StayStatus.OFFERED).contains("<strong>Wednesday, 25 November, 10:00</strong>"));
        assertTrue(page(StayStatus.CHECKED_IN).contains("Please leave before Friday, 4 December, 12:00"));
        assertTrue(page(StayStatus.CONFIRMED).contains("Cancelling is possible until Monday, 30 November, 14:00."));
    }

    @Test
    void an_offer_that_ran_out_is_over_before_any_schedule_says_so() {
        var stay = StaySamples.with(StaySamples.stay(canal, StayStatus.OFFERED), it -> it.offered(Samples.NOW));
        var html = page(stay, Samples.NOW, SignUpForm.EMPTY);
        assertTrue(html.contains("As you had not accepted it by then"));
        assertFalse(html.contains("/accept?token="));
    }

    @Test
    void an_application_that_nobody_decided_in_time_is_not_its_guests_fault() {
        var stay = StaySamples.with(StaySamples.stay(canal, StayStatus.PENDING), it -> it.heldUntil(Samples.NOW));
        assertTrue(page(stay, Samples.NOW, SignUpForm.EMPTY)
                .contains("The station did not decide by Tuesday, 24 November"));
    }

    @Test
    void too_late_to_cancel_says_since_when_and_whom_to_ask() {
        var html = page(
                StaySamples.stay(canal, StayStatus.CONFIRMED), Instant.parse("2026-11-30T06:00:00Z"), SignUpForm.EMPTY);
        assertFalse(html.contains("/cancel?token="));
        assertTrue(html.contains("Cancelling by yourself ended Monday, 30 November, 14:00."));
    }

    @Test
    void shortening_is_always_possible_and_extending_where_there_is_room() {
        // Of its own nights two are full, by itself and others; so is none of those after.
        var html = page(StayStatus.CONFIRMED);
        assertTrue(html.contains("<option value=\"2026-12-02\">"), html);
        assertTrue(html.contains("<option value=\"2026-12-04\" selected>Fri 4 Dec · 3 nights (now)</option>"), html);
        assertTrue(html.contains("<option value=\"2026-12-07\">Mon 7 Dec · 6 nights</option>"));
        assertFalse(html.contains("<option value=\"2026-12-08\""), "longer than one may stay");
        var early = StaySamples.stay(canal, StayStatus.CONFIRMED, StayPages.nights("2026-11-30", "2026-12-01"));
        var blocked = page(early, Samples.NOW, SignUpForm.EMPTY);
        assertTrue(blocked.contains("<option value=\"2026-12-02\">"));
        assertTrue(
                blocked.contains("<option value=\"2026-12-03\" disabled>Thu 3 Dec · 3 nights (full)</option>"),
                blocked);
    }

    @Test
    void a_guest_who_is_there_may_leave_today_and_no_earlier() {
        var stay = StaySamples.with(
                StaySamples.stay(canal, StayStatus.CHECKED_IN),
                it -> it.arrived(new Admitted(Instant.parse("2026-12-01T07:00:00Z"), "li.lei", "desk", "n")));
        var html = page(stay, Instant.parse("2026-12-03T02:00:00Z"), SignUpForm.EMPTY);
        assertTrue(html.contains("<option value=\"2026-12-03\">"));
        assertFalse(html.contains("<option value=\"2026-12-02\""));
        assertFalse(html.contains("Move to another room type"), "only on the first day");
        assertTrue(html.contains("Checked in on Tuesday, 1 December, 15:00"));
    }

    @Test
    void another_room_type_can_be_had_when_it_is_free_and_for_its_guest() {
        var html = page(StayStatus.CONFIRMED);
        assertTrue(html.contains("name=\"roomType\" value=\"bed-women\" required"), html);
        assertTrue(html.contains("name=\"roomType\" value=\"bed-men\" disabled"));
        assertTrue(html.contains("name=\"roomType\" value=\"single\" checked"));
    }

    @Test
    void whoever_waits_sees_what_is_free_now() {
        var html = page(StayStatus.WAITLISTED);
        assertTrue(html.contains("<span class=\"position-number\">3</span>"));
        assertTrue(html.contains("The same nights, in: Bed in a room for four (women only)"));
        assertTrue(html.contains("/s/" + canal.id() + "?room=bed-women&amp;arrive=2026-12-01&amp;depart=2026-12-04"));
    }

    @Test
    void a_refused_change_keeps_what_was_chosen_and_says_why() {
        var refused = new SignUpForm(
                Map.of("depart", java.util.List.of("2026-12-06")),
                Map.of("2026-12-05", "Nothing is free on 2026-12-05."),
                Optional.of(new SignUpForm.Trouble("station.full", "No room.")));
        var html = page(StaySamples.stay(canal, StayStatus.CONFIRMED), Samples.NOW, refused);
        assertTrue(html.contains("<p>No room.</p>"));
        assertTrue(html.contains("Nothing is free on 2026-12-05."));
        assertTrue(html.contains("<option value=\"2026-12-06\" selected>"));
        assertTrue(html.contains("<details class=\"drawer\" open>"));
    }

    @ParameterizedTest
    @EnumSource(StayStatus.class)
    void every_status_has_words_in_both_languages(StayStatus status) {
        var key = "stay.status." + status.name().toLowerCase(Locale.ROOT);
        for (var language : Language.values()) {
            var html = StayPages.own(canal, StaySamples.stay(canal, status), Samples.NOW, language, SignUpForm.EMPTY);
            assertTrue(html.contains(PageTexts.in(language).get(key)));
        }
    }

    private String page(StayStatus status) {
        return page(StaySamples.stay(canal, status), Samples.NOW, SignUpForm.EMPTY);
    }

    private String page(Stay stay, Instant now, SignUpForm form) {
        return StayPages.own(canal, stay, now, Language.EN, form);
    }
}
