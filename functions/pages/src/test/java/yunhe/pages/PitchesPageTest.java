package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import yunhe.core.shared.Language;
import yunhe.pages.PitchesView.Pitch;

class PitchesPageTest {

    private static final Pattern POSITION = Pattern.compile("name=\"position\\.([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    @Test
    void those_who_pitch_stand_in_their_order_and_the_others_after_them_without_a_number() {
        var page = page(SignUpForm.EMPTY);

        assertEquals(List.of("p3=1", "p1=2", "p2="), positions(page));
        assertEquals("8", minutes(page));
        assertTrue(page.contains("<span class=\"pitch-from\">13:30</span>"), page);
        assertTrue(page.contains("action=\"/console/roadshows/show_sample/pitches?lang=en\""), page);
    }

    @Test
    void numbers_that_were_refused_are_kept_beside_what_is_wrong_with_them() {
        var form = new SignUpForm(
                Map.of("minutes", List.of("0"), "position.p1", List.of("1"), "position.p3", List.of("1")),
                Map.of("minutes", "From 1 to 60, please.", "position.p3", "Another has this number."),
                Optional.empty());
        var page = page(form);

        assertEquals(List.of("p3=1", "p1=1", "p2="), positions(page));
        assertEquals("0", minutes(page));
        assertTrue(page.contains("id=\"position.p3-error\">Another has this number.</span>"), page);
        assertTrue(page.contains("<a href=\"#position.p3\">Another has this number.</a>"), page);
        assertTrue(page.contains("id=\"minutes-error\">From 1 to 60, please.</p>"), page);
        assertFalse(page.contains("13:30</span>"), "times of another order");
    }

    @Test
    void the_programme_is_linked_in_both_languages_and_so_is_the_hall() {
        var page = page(SignUpForm.EMPTY);
        for (var way : List.of("/programme?lang=zh", "/programme?lang=en", "/hall?lang=en")) {
            assertTrue(page.contains("href=\"" + way + "\""), way);
        }
    }

    @Test
    void a_name_is_text_whatever_is_in_it() {
        assertTrue(page(SignUpForm.EMPTY).contains("&lt;b&gt;示例二&lt;/b&gt;"));
        assertFalse(page(SignUpForm.EMPTY).contains("<b>示例二</b>"));
    }

    private static String page(SignUpForm form) {
        var projects = List.of(
                new Pitch("p1", "Sample One", OptionalInt.of(2), Optional.of(TimetableSamples.START.plusSeconds(480))),
                new Pitch("p2", "<b>示例二</b>", OptionalInt.empty(), Optional.empty()),
                new Pitch("p3", "示例三", OptionalInt.of(1), Optional.of(TimetableSamples.START)));
        return PitchesPage.render(new PitchesView(
                Language.EN,
                TimetableSamples.show(Language.EN),
                projects,
                8,
                new PitchesView.Ways("/programme?lang=zh", "/programme?lang=en", "/hall"),
                false,
                form));
    }

    private static List<String> positions(String page) {
        return POSITION.matcher(page)
                .results()
                .map(it -> it.group(1) + "=" + it.group(2))
                .toList();
    }

    private static String minutes(String page) {
        var input = page.substring(page.indexOf("<input id=\"minutes\""));
        var from = input.indexOf(" value=\"") + 8;
        return input.substring(from, input.indexOf('"', from));
    }
}
