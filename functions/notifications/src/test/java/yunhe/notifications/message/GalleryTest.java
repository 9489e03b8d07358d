package yunhe.notifications.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;
import yunhe.pages.QrCode;

/** Every message in every language; they lie in {@code target/messages} to be looked at. */
class GalleryTest {

    private static final int HTML_BYTES_MAX = 100 * 1024;

    /** Where many gateways cut a text message, or charge for another part. */
    private static final int SMS_LENGTH_MAX = 400;

    static Stream<Arguments> everyMessage() {
        return Stream.of(NoticeKind.values())
                .flatMap(kind -> Stream.of(Language.values()).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void every_message_is_whole_in_every_language(NoticeKind kind, Language language) throws IOException {
        var told = Told.of(kind, language);
        var content = told.mail().content();

        for (var text : new String[] {content.subject(), content.text(), content.html(), told.sms()}) {
            assertFalse(text.isBlank());
            assertFalse(text.contains("{{"), text);
            assertFalse(text.contains("}}"), text);
        }
        var manage =
                "https://yunhe.example/m/" + told.occasion().registration().id().value() + "?token=";
        assertTrue(content.text().contains(manage));
        assertTrue(content.html().contains(manage));
        assertTrue(told.sms().contains(manage));
        assertTrue(told.sms().length() <= SMS_LENGTH_MAX);
        assertTrue(content.html().getBytes(UTF_8).length <= HTML_BYTES_MAX);
        keep(kind, language, told);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void only_a_place_comes_with_a_ticket_and_an_invitation(NoticeKind kind, Language language) {
        var enclosures = Told.of(kind, language).mail().enclosures();
        boolean entry = kind == NoticeKind.CONFIRMED
                || kind == NoticeKind.PROMOTED
                || kind == NoticeKind.ACTIVITY_CHANGED;

        assertEquals(entry || kind == NoticeKind.REMINDER, enclosures.picture().isPresent());
        assertEquals(entry, enclosures.calendar().isPresent());
    }

    private static void keep(NoticeKind kind, Language language, Told told) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "messages"));
        var name = kind.code() + "." + language.code();
        var content = told.mail().content();
        var picture = "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(QrCode.png("https://yunhe.example/t/" + "A".repeat(120)));
        Files.writeString(folder.resolve(name + ".html"), content.html().replace("cid:ticket", picture));
        Files.writeString(
                folder.resolve(name + ".txt"), content.subject() + "\n\n" + content.text() + "\n---\n" + told.sms());
    }
}
