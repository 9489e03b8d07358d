package yunhe.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.shared.Language;

class PagesTest {
    private static final Path PREVIEW = Path.of("target", "preview");
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile(" (?:for|aria-describedby|aria-labelledby)=\"([^\"]+)\"");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_can_be_looked_at_in_every_state(Language language) throws IOException {
        for (var page : AllPages.in(language).entrySet()) {
            var html = page.getValue();
            assertTrue(html.startsWith("<!doctype html>"), page.getKey());
            assertTrue(html.contains("<html lang=\"" + (language == Language.ZH ? "zh-Hans" : "en")), page.getKey());
            Files.createDirectories(PREVIEW.resolve("assets"));
            Files.writeString(PREVIEW.resolve(page.getKey() + "." + language.code() + ".html"), html, UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothing_in_a_page_needs_more_than_the_strict_policy_allows(Language language) {
        for (var page : AllPages.in(language).entrySet()) {
            var html = page.getValue();
            assertFalse(html.contains("style="), page.getKey());
            assertFalse(html.contains("<style"), page.getKey());
            assertFalse(Pattern.compile("<[^>\"]* on[a-z]+=").matcher(html).find(), page.getKey());
            assertFalse(
                    Pattern.compile("<script(?! type=\"module\" src=\"/assets/)")
                            .matcher(html)
                            .find(),
                    page.getKey());
            assertFalse(
                    Pattern.compile("(src|href|action)=\"(https?:)?//")
                            .matcher(html)
                            .find(),
                    page.getKey());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_asset_that_a_page_names_is_there(Language language) throws IOException {
        Files.createDirectories(PREVIEW.resolve("assets"));
        for (var page : AllPages.in(language).values()) {
            var assets = ASSET.matcher(page);
            while (assets.find()) {
                var asset = Assets.at(assets.group(1)).orElseThrow();
                Files.writeString(PREVIEW.resolve(asset.path().substring(1)), asset.content(), UTF_8);
            }
        }
        for (var name : new String[] {"wave.svg", "qr-scanner.min.js", "qr-scanner-worker.min.js"}) {
            var asset = Assets.at(Assets.path(name)).orElseThrow();
            Files.writeString(PREVIEW.resolve(asset.path().substring(1)), asset.content(), UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_id_is_there_once_and_every_reference_finds_one(Language language) {
        for (var page : AllPages.in(language).entrySet()) {
            var ids = new HashSet<String>();
            ID.matcher(page.getValue())
                    .results()
                    .forEach(id -> assertTrue(ids.add(id.group(1)), page.getKey() + " has twice " + id.group(1)));
            REFERENCE.matcher(page.getValue()).results().forEach(reference -> {
                for (var id : reference.group(1).split(" ")) {
                    assertTrue(ids.contains(id), page.getKey() + " points at missing " + id);
                }
            });
        }
    }

    @Test
    void a_page_is_the_same_in_both_languages_but_for_its_words() {
        assertEquals(AllPages.in(Language.ZH).keySet(), AllPages.in(Language.EN).keySet());
    }
}
