package yunhe.notifications.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import yunhe.core.activity.Venue;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/** Whatever people and organisers type, a message keeps its shape. */
class TypedTextsTest {

    private static final String FAMILY = "👩‍👩‍👧‍👦";

    private static final List<String> NASTY = List.of(
            "Mal\r\nBcc: all@example.com\r\n\r\n<b>lory",
            "\"Quote\" <script>alert('1')</script> O'Hara & Söhne",
            "</title></style></p><img src=x onerror=alert(1)>",
            "李雷 " + FAMILY + " 🎉",
            "مريم الفاسي (2026) 10:00",
            "{{manageUrl}} {{{title}}} {{/paragraphs}} ${jndi}",
            "a,b;c:<d@e.example>",
            "W".repeat(80),
            "王".repeat(80),
            "\u202Eevil\u2066 override",
            "half \uD83D a pair",
            "\u0000nul\u0007\u2028\u2029tail");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    static Stream<Arguments> everywhere() {
        return NASTY.stream()
                .flatMap(text -> Stream.of(NoticeKind.values())
                        .flatMap(kind ->
                                Stream.of(Language.values()).map(language -> Arguments.of(text, kind, language))));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void no_text_changes_the_shape_of_a_message(String text, NoticeKind kind, Language language) {
        // As many lines, because a reason keeps its own.
        var harmless = text.replaceAll("[^\\r\\n\\u2028\\u2029]", "x");
        var nasty = typed(text, kind, language).mail().content();
        var plain = typed(harmless, kind, language).mail().content();

        assertEquals(tags(plain.html()), tags(nasty.html()));
        assertEquals(plain.text().lines().count(), nasty.text().lines().count());
        for (var line : List.of(nasty.subject(), typed(text, kind, language).sms())) {
            assertFalse(line.codePoints().anyMatch(Character::isISOControl), line);
            assertEquals(1, line.lines().count());
        }
        for (var whole : List.of(nasty.subject(), nasty.html(), nasty.text())) {
            assertFalse(whole.contains("\u202E"), whole);
            assertFalse(whole.codePoints().anyMatch(TypedTextsTest::isHalfAPair), whole);
            assertEquals(count(whole, "\u2068"), count(whole, "\u2069"), "what is isolated ends");
        }
    }

    @Test
    void a_link_in_a_text_message_stays_whole_and_last_whatever_the_title() {
        for (var text : NASTY) {
            for (var kind : NoticeKind.values()) {
                var sms = typed(text, kind, Language.ZH).sms();
                assertTrue(sms.matches(".*https://yunhe\\.example/m/(reg|stay)_[\\w-]+\\?token=[\\w-]+"), sms);
            }
        }
    }

    @Test
    void a_title_is_cut_for_a_text_message_between_signs_and_words() {
        assertEquals(FAMILY.repeat(3) + "…", Typed.shortLine(FAMILY.repeat(5), 4));
        assertEquals("Meet at the South End…", Typed.shortLine("Meet at the South End: a mixer", 24));
        assertEquals("王王王…", Typed.shortLine("王王王王王", 4));
        assertEquals("four", Typed.shortLine("four", 4));
        assertEquals("", Typed.shortLine(" ", 4));
    }

    @Test
    void right_to_left_text_is_isolated_and_joiners_stay() {
        assertEquals("\u2068مريم\u2069", Typed.line("مريم"));
        assertEquals(FAMILY, Typed.line(FAMILY));
        assertEquals("O'Hara", Typed.line("O'Hara"));
    }

    @Test
    void a_reason_keeps_its_lines_and_is_told_word_for_word() {
        var reason = "First <b>line</b>\r\n\r\nSecond & \"last\"";
        var content =
                typed(reason, NoticeKind.ACTIVITY_CANCELLED, Language.EN).mail().content();

        assertTrue(content.text().contains("  First <b>line</b>\n  Second & \"last\"\n"), content.text());
        assertTrue(content.html().contains(">First &lt;b&gt;line&lt;/b&gt;</p>"), content.html());
        assertTrue(content.html().contains(">Second &amp; &quot;last&quot;</p>"), content.html());
    }

    private static Told typed(String text, NoticeKind kind, Language language) {
        var reason = Optional.of(Bilingual.same(text));
        return Told.of(kind, language)
                .to(text)
                .about(text)
                .in(new Venue(text, text))
                .because(reason);
    }

    private static List<String> tags(String html) {
        return TAG.matcher(html).results().map(MatchResult::group).toList();
    }

    private static boolean isHalfAPair(int sign) {
        return Character.getType(sign) == Character.SURROGATE;
    }

    private static long count(String text, String sign) {
        return text.chars().filter(it -> it == sign.charAt(0)).count();
    }
}
