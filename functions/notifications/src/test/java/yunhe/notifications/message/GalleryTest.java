package yunhe.notifications.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import yunhe.core.activity.Venue;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;
import yunhe.pages.QrCode;

/** Every message in every situation and language; {@code target/messages/index.html} shows them all. */
class GalleryTest {

    private static final Path FOLDER = Path.of("target", "messages");
    private static final int HTML_BYTES_MAX = 100 * 1024;

    /** Without its link, which is as long as the deployment's host makes it. */
    private static final int ZH_SMS_LENGTH_MAX = 90;

    private static final int EN_SMS_LENGTH_MAX = 160;

    static Stream<Shown> scenes() {
        return Stream.of(Scene.values(), StayScene.values(), MeetingsScene.values())
                .flatMap(Arrays::stream);
    }

    static Stream<Arguments> everyMessage() {
        return scenes().flatMap(scene -> Stream.of(Language.values()).map(language -> Arguments.of(scene, language)));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void every_message_is_whole_in_every_language(Shown scene, Language language) throws IOException {
        var told = scene.in(language);
        var content = told.mail().content();

        for (var text : new String[] {content.subject(), content.text(), content.html(), told.sms()}) {
            assertFalse(text.isBlank());
            assertFalse(text.contains("{{"), text);
            assertFalse(text.contains("}}"), text);
            assertFalse(text.contains("：，") || text.contains(": ,") || text.contains("。。"), text);
        }
        var manage =
                "https://yunhe.example/m/" + told.occasion().notice().about().value() + "?token=";
        assertTrue(content.text().contains(manage));
        assertTrue(content.html().contains(manage));
        assertTrue(told.sms().contains(manage));
        assertTrue(content.html().getBytes(UTF_8).length <= HTML_BYTES_MAX);
        keep(scene, language, told);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void a_text_message_is_short(Shown scene, Language language) {
        var sms = scene.in(language).sms();
        int link = sms.indexOf("https://");

        assertTrue(link <= (language == Language.ZH ? ZH_SMS_LENGTH_MAX : EN_SMS_LENGTH_MAX), sms);
        assertFalse(sms.substring(link).contains(" "), "nothing may run into the link: " + sms);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void only_who_has_a_place_gets_a_ticket_and_an_entry(Shown scene, Language language) {
        var told = scene.in(language);
        var enclosures = told.mail().enclosures();
        boolean ticket = switch (scene.kind().news()) {
            case CONFIRMED, PROMOTED, REMINDER -> true;
            case CHANGED ->
                Set.of(
                                Scene.CHANGED_FOR_WHO_COMES,
                                Scene.CHANGED_TOO_LATE_TO_CANCEL,
                                StayScene.CHANGED,
                                StayScene.CHANGED_TOO_LATE_TO_CANCEL)
                        .contains(scene);
            case WAITLISTED, PENDING, OFFERED, REJECTED, CANCELLED, CALLED_OFF, EXPIRED, MEETINGS, LINK -> false;
        };
        boolean request = ticket && scene.kind() != NoticeKind.REMINDER || scene == StayScene.CHANGED_WHILE_STAYING;
        boolean cancel = told.occasion().invited();
        boolean publish = scene instanceof MeetingsScene && scene != MeetingsScene.NONE;

        assertEquals(ticket, enclosures.picture().isPresent());
        assertEquals(
                request ? "REQUEST" : cancel ? "CANCEL" : publish ? "PUBLISH" : "none",
                enclosures.calendar().map(it -> it.method()).orElse("none"));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void a_message_in_english_has_no_chinese_but_names(Shown scene) {
        var content = scene.in(Language.EN)
                .in(new Venue("South Hall", "Gate 3"))
                .mail()
                .content();

        assertFalse(content.subject().matches(".*\\p{IsHan}.*"), content.subject());
        assertFalse(content.text().replace("运河 yunhe", "").matches("(?s).*\\p{IsHan}.*"), content.text());
    }

    @Test
    void every_kind_and_every_situation_has_a_scene_of_its_own() {
        assertEquals(
                EnumSet.allOf(NoticeKind.class),
                scenes().map(Shown::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeKind.class))));
        assertEquals(
                EnumSet.allOf(Situation.class),
                scenes().map(it -> it.in(Language.ZH).occasion().situation())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Situation.class))));
        var texts = new HashSet<String>();
        for (var scene : scenes().toList()) {
            assertTrue(texts.add(scene.in(Language.EN).mail().content().text()), scene + " reads like another");
        }
    }

    private static void keep(Shown scene, Language language, Told told) throws IOException {
        Files.createDirectories(FOLDER);
        var name = scene.fileName(language);
        var content = told.mail().content();
        var picture = "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(QrCode.png("https://yunhe.example/t/" + "A".repeat(120)));
        Files.writeString(FOLDER.resolve(name + ".html"), content.html().replace("cid:ticket", picture));
        Files.writeString(
                FOLDER.resolve(name + ".txt"), content.subject() + "\n\n" + content.text() + "\n---\n" + told.sms());
    }

    @AfterAll
    static void keepIndex() throws IOException {
        Files.createDirectories(FOLDER);
        var rows = scenes().map(scene ->
                        "<tr><th>" + scene.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "</th>"
                                + Stream.of(Language.values())
                                        .map(language -> cell(scene, language))
                                        .collect(Collectors.joining())
                                + "</tr>")
                .collect(Collectors.joining("\n"));
        Files.writeString(FOLDER.resolve("index.html"), """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Messages</title>
            <style>body{font:14px/20px sans-serif}th{text-align:left;vertical-align:top;max-width:10em}
            td{width:380px;vertical-align:top}iframe{width:370px;height:900px;border:1px solid #ccc}</style>
            <table>
            %s
            </table></html>
            """.formatted(rows));
    }

    private static String cell(Shown scene, Language language) {
        var told = scene.in(language);
        var name = scene.fileName(language);
        return "<td><b>%s</b><p>%s</p><p>%s</p><iframe loading=\"lazy\" src=\"%s.html\"></iframe></td>"
                .formatted(
                        scene.kind().code(),
                        told.mail().content().subject(),
                        told.sms().replaceAll("https://\\S+", "https://…"),
                        name);
    }
}
