package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yunhe.core.lodging.Station;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;

class StationPageTest {
    private static final Pattern REQUEST_ID = Pattern.compile("name=\"requestId\" value=\"([^\"]+)\"");

    private final Station canal = StaySamples.canal();
    private final Station bridge = StaySamples.bridge();

    @Test
    void a_day_that_is_tapped_first_is_that_of_arrival() {
        var page = open(Map.of());
        assertEquals("/s/" + canal.id() + "?room=single&arrive=2026-12-06&month=2026-11", link(page, "Sun 6 Dec"));
    }

    @Test
    void the_next_one_is_that_of_departure() {
        var page = open(Map.of("arrive", "2026-12-04", "month", "2026-12"));
        assertEquals(
                "/s/" + canal.id() + "?room=single&arrive=2026-12-04&depart=2026-12-06&month=2026-12",
                link(page, "Sun 6 Dec"));
    }

    @Test
    void whoever_changes_their_mind_taps_the_day_of_arrival_again_or_another_one() {
        var page = open(Map.of("arrive", "2026-12-06", "month", "2026-12"));
        assertEquals("/s/" + canal.id() + "?room=single&month=2026-12", link(page, "Sun 6 Dec"));
        assertEquals(
                "/s/" + canal.id() + "?room=single&arrive=2026-12-05&month=2026-12",
                link(page, "Sat 5 Dec"),
                "a day before");
        assertEquals(
                "/s/" + canal.id() + "?room=single&arrive=2026-12-13&month=2026-12",
                link(page, "Sun 13 Dec"),
                "a day further than one may stay");
        var chosen = open(Map.of("arrive", "2026-12-04", "depart", "2026-12-06", "month", "2026-12"));
        assertEquals("/s/" + canal.id() + "?room=single&arrive=2026-12-05&month=2026-12", link(chosen, "Sat 5 Dec"));
        assertTrue(chosen.contains("href=\"/s/" + canal.id()
                + "?room=single&amp;arrive=2026-12-04&amp;month=2026-12&amp;lang=en#nights\""));
    }

    @Test
    void what_was_tapped_stands_in_the_form() {
        var page = open(Map.of("room", "bed-women", "arrive", "2026-12-04", "depart", "2026-12-06"));
        assertTrue(page.contains("name=\"roomType\" value=\"bed-women\" checked"));
        assertTrue(page.contains("name=\"arrive\" type=\"date\" value=\"2026-12-04\""));
        assertTrue(page.contains("name=\"depart\" type=\"date\" value=\"2026-12-06\""));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,",
        "2026-12-25,",
        "tomorrow,",
        "2026-12-06,2026-12-06",
        "2026-12-06,2026-12-13",
        "2026-12-06,x"
    })
    void what_cannot_be_had_is_as_if_it_had_not_been_chosen(String arrive, String depart) {
        var page = open(Map.of("arrive", arrive, "depart", depart == null ? "2026-12-08" : depart));
        assertFalse(page.contains("name=\"depart\" type=\"date\" value=\"2"), page);
        assertFalse(page.contains("class=\"banner"), page);
    }

    @Test
    void a_room_type_or_month_that_is_not_there_is_the_first_one() {
        var page = open(Map.of("room", "palace", "month", "2031-01"));
        assertTrue(page.contains("name=\"roomType\" value=\"single\" checked"));
        assertTrue(page.contains("November – December 2026"));
    }

    @Test
    void a_full_night_says_so_and_can_still_be_waited_for() {
        var page = open(Map.of());
        assertTrue(page.contains("aria-label=\"Wed 2 Dec, full, choose for arrival\""), page);
        assertTrue(page.contains("<span class=\"day-note\">full</span>"));
    }

    @Test
    void a_closed_night_says_why_and_cannot_be_tapped() {
        var page = open(Map.of());
        assertTrue(
                page.contains("Closed on the nights from Thu 10 Dec to Sat 12 Dec: The fire alarm is being repaired"));
        assertFalse(page.contains("aria-label=\"Thu 10 Dec"));
        assertTrue(page.contains("<span class=\"sr\">Thu 10 Dec, closed</span>"));
    }

    @Test
    void nobody_is_asked_to_wait_for_a_closed_night() {
        var page = open(Map.of("arrive", "2026-12-09", "depart", "2026-12-12"));
        assertTrue(page.contains("Closed: Thu 10 Dec, Fri 11 Dec"), page);
        assertFalse(page.contains("Apply and wait"));
        assertFalse(page.contains("Full, waiting list"));
    }

    @Test
    void when_some_nights_are_full_others_are_one_tap_away() {
        var page = open(Map.of("arrive", "2026-12-02", "depart", "2026-12-06"));
        assertTrue(page.contains("Full: Wed 2 Dec, Thu 3 Dec"), page);
        assertTrue(page.contains("From Fri 4 Dec: 2 nights, leaving Sun 6 Dec"), page);
        assertTrue(page.contains("?room=single&amp;arrive=2026-12-04&amp;depart=2026-12-06&amp;lang=en#nights"));
        assertTrue(page.contains("The same nights, in: Bed in a room for four (women only)"));
        assertFalse(page.contains("The same nights, in: Bed in a room for four (men only)"));
    }

    @Test
    void the_months_around_are_a_tap_away_as_far_as_there_is_anything_to_have() {
        var first = open(Map.of());
        assertFalse(first.contains("Previous month"));
        assertTrue(first.contains("&amp;month=2026-12&amp;lang=en#nights\" aria-label=\"Next month\""), first);
        var last = open(Map.of("month", "2026-12", "arrive", "2026-12-06"));
        assertTrue(last.contains(
                "arrive=2026-12-06&amp;month=2026-11&amp;lang=en#nights\" aria-label=\"Previous month\""));
        assertFalse(last.contains("Next month"));
    }

    @Test
    void tonight_can_be_had_until_the_hour_of_no_shows() {
        assertTrue(at("2026-11-24T13:59:00Z").contains("aria-label=\"Tue 24 Nov, 11 left"));
        var later = at("2026-11-24T14:00:00Z");
        assertFalse(later.contains("aria-label=\"Tue 24 Nov"));
        assertTrue(
                later.contains("name=\"arrive\" type=\"date\" value=\"\" min=\"2026-11-25\" max=\"2026-12-24\""),
                later);
    }

    @Test
    void the_form_asks_for_what_the_policy_asks_for_and_no_more() {
        var strict = open(Map.of());
        for (var name : List.of(
                "person.gender",
                "person.graduationDate",
                "person.document.kind",
                "person.document.number",
                "proof[0].ref",
                "proof[1].ref",
                "purpose",
                "joinWaitlist",
                "consent",
                "leave_this_empty")) {
            assertTrue(strict.contains("name=\"" + name + "\""), name);
        }
        assertTrue(strict.contains("<input type=\"hidden\" name=\"proof[1].kind\" value=\"interview\">"));
        assertTrue(Pattern.compile("<input id=\"person.document.number\"[^>]* required")
                .matcher(strict)
                .find());
        assertFalse(strict.contains("person.birthDate"));
        var lenient = StayPages.station(bridge, Language.EN, Map.of());
        assertTrue(lenient.contains("name=\"person.birthDate\""));
        assertFalse(Pattern.compile("<input id=\"person.document.number\"[^>]* required")
                .matcher(lenient)
                .find());
        for (var name : List.of("person.gender", "person.graduationDate", "proof[0].ref")) {
            assertFalse(lenient.contains(name), name);
        }
    }

    @Test
    void every_rendering_is_a_booking_of_its_own_and_a_refused_one_stays_the_same() {
        var page = new StationPage(Samples.environment());
        var availability = StaySamples.availability(canal);
        var one = page.render(canal, availability, field -> Optional.empty(), Language.EN);
        var other = page.render(canal, availability, field -> Optional.empty(), Language.EN);
        assertNotEquals(requestId(one), requestId(other));
        assertEquals("request-1", requestId(refused(StayPages.errors(Language.EN), Optional.empty())));
    }

    @Test
    void what_was_typed_is_kept_and_stays_text() {
        var html = refused(StayPages.errors(Language.EN), Optional.empty());
        assertTrue(html.contains("value=\"li@example.com\""));
        assertTrue(html.contains("name=\"proof[0].ref\" type=\"text\" value=\"A1B2\""), html);
        assertTrue(html.contains("name=\"person.document.kind\" value=\"passport\" checked"));
        assertFalse(html.contains("<b>李雷"));
        assertFalse(html.contains("<script>alert"));
        assertTrue(html.contains("&lt;/textarea&gt;&lt;script&gt;"));
    }

    @Test
    void an_error_is_tied_to_its_field_and_named_at_the_top() {
        var html = refused(StayPages.errors(Language.EN), Optional.empty());
        assertTrue(html.contains("<a href=\"#proof[1].ref\">Reference of the proof is missing.</a>"));
        assertTrue(html.contains("<p class=\"error\" id=\"proof[1].ref-error\">"));
        assertFalse(html.contains("<li>Proof is missing.</li>"), "said by its field");
        assertTrue(html.contains("<li><a href=\"#person.graduationDate\">"));
    }

    @Test
    void whoever_comes_too_late_books_other_nights_with_one_tap_and_all_that_was_typed() {
        var full = Optional.of(new SignUpForm.Trouble("station.full", "!"));
        var html = refused(Map.of("2026-12-02", "!"), full);
        var form = html.substring(html.indexOf("<form"), html.indexOf("</form>"));
        assertTrue(form.contains("action=\"/stays?lang=en\""), form);
        assertTrue(form.contains("name=\"person.email\" value=\"li@example.com\""));
        assertTrue(form.contains("name=\"consent\" value=\"true\""));
        assertTrue(form.contains("name=\"proof[0].ref\" value=\"A1B2\""));
        assertTrue(form.contains("name=\"requestId\" value=\"request-1\""));
        assertTrue(form.contains("name=\"arrive\" value=\"2026-11-28\""), form);
        assertEquals(1, form.split("name=\"arrive\"", -1).length - 1);
        assertEquals(1, form.split("name=\"roomType\"", -1).length - 1);
        assertTrue(html.contains("<a class=\"way-down\" href=\"#joinWaitlist\">"));
        assertFalse(html.contains("&amp;lang=en#nights\">From"), "links would lose what was typed");
    }

    @Test
    void beds_for_others_are_no_alternative() {
        var full = Optional.of(new SignUpForm.Trouble("station.full", "!"));
        assertFalse(refused(Map.of(), full).contains("The same nights, in: Bed in a room for four (women only)"));
    }

    @Test
    void the_rules_stand_there_in_plain_words() {
        var page = open(Map.of());
        assertTrue(page.contains("Check in from 14:00, leave by 12:00."));
        assertTrue(page.contains("You graduated at most 2 years before you arrive, or will within a year"));
        assertTrue(page.contains("At most 6 nights per stay. 6 nights a year, in all stations together."));
        assertTrue(page.contains("By yourself until 24 hours before 14:00 on the day of arrival"));
        assertTrue(page.contains("The station answers within 24 hours and holds the room meanwhile"));
        assertTrue(page.contains("Number of an identity document · Proof of graduation · Proof of an interview"));
        var other = StayPages.station(bridge, Language.EN, Map.of());
        assertTrue(other.contains("You are at most 35 years old when you arrive"));
        assertTrue(other.contains("30 days or more between two stays"));
        assertTrue(other.contains("By yourself until 14:00 on the day of arrival"));
        assertTrue(other.contains("Confirmed at once if there is a room"));
    }

    @Test
    void without_a_line_nobody_is_asked_to_wait() {
        var page = StayPages.station(
                StaySamples.withoutLine(bridge), Language.EN, Map.of("arrive", "2026-12-02", "depart", "2026-12-04"));
        assertFalse(page.contains("joinWaitlist"));
        assertFalse(page.contains("waiting list"), page);
    }

    private String open(Map<String, String> query) {
        return StayPages.station(canal, Language.EN, query);
    }

    private String refused(Map<String, String> errors, Optional<SignUpForm.Trouble> trouble) {
        return StayPages.refused(canal, Language.EN, errors, trouble);
    }

    private String at(String now) {
        var environment = Samples.environment();
        var then = new Environment(
                environment.variables(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC), environment.random());
        return new StationPage(then)
                .render(canal, StaySamples.availability(canal), field -> Optional.empty(), Language.EN);
    }

    /** Where the day leads that is read out like this. */
    private static String link(String page, String day) {
        var link = Pattern.compile("<a href=\"([^\"]+)&amp;lang=en#nights\" aria-label=\"" + day + ",")
                .matcher(page);
        assertTrue(link.find(), day + " in " + page);
        return link.group(1).replace("&amp;", "&");
    }

    private static String requestId(String html) {
        var matcher = REQUEST_ID.matcher(html);
        assertTrue(matcher.find());
        return matcher.group(1);
    }
}
