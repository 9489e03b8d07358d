package yunhe.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]\\}");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z_.]+)\"");

    @Test
    void both_languages_have_the_same_texts() {
        assertEquals(texts("zh").stringPropertyNames(), texts("en").stringPropertyNames());
    }

    @Test
    void both_languages_fill_in_the_same_things() {
        var zh = texts("zh");
        var en = texts("en");
        for (var key : zh.stringPropertyNames()) {
            assertEquals(arguments(zh.getProperty(key)), arguments(en.getProperty(key)), key);
            assertFalse(zh.getProperty(key).isBlank(), key);
            assertFalse(en.getProperty(key).isBlank(), key);
        }
    }

    @Test
    void no_text_is_unused() throws IOException {
        var mentioned = new TreeSet<String>();
        for (var folder : new String[] {"src/main/java", "src/main/jte"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    LITERAL.matcher(Files.readString(file, UTF_8)).results().forEach(it -> mentioned.add(it.group(1)));
                }
            }
        }
        var unused = texts("zh").stringPropertyNames().stream()
                .filter(key -> !isMentioned(key, mentioned))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    /** As it is, or by what it begins with: the rest may come from an enum, a number or a status. */
    private static boolean isMentioned(String key, Set<String> mentioned) {
        if (mentioned.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            boolean counted = key.endsWith(".one") || key.endsWith(".other");
            if (mentioned.contains(key.substring(0, dot + 1))
                    || counted && mentioned.contains(key.substring(0, key.lastIndexOf('.')))
                    || key.startsWith("error.") && mentioned.contains(key.substring(0, key.lastIndexOf('.')))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(it -> it.group()).collect(Collectors.toSet());
    }

    private static Properties texts(String language) {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("src/main/resources/yunhe/pages/texts_" + language + ".properties"), UTF_8)) {
            properties.load(file);
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
        return properties;
    }
}
