package yunhe.core.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Texts in both languages, from two UTF-8 properties files that a translator can edit. {@code {0}}, {@code {1}}… stand
 * for arguments; nothing else is special, apostrophes included.
 */
public final class Texts {

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    /** Reads {@code <base>_zh.properties} and {@code <base>_en.properties} from the package of a class. */
    public Texts(Class<?> beside, String base) {
        for (var language : Language.values()) {
            byLanguage.put(language, load(beside, base + "_" + language.code() + ".properties"));
        }
    }

    public String get(Language language, String key, Object... arguments) {
        return find(language, key, arguments)
                .orElseThrow(() -> new IllegalStateException("no text " + key + " in " + language.code()));
    }

    public Optional<String> find(Language language, String key, Object... arguments) {
        var properties = byLanguage.get(language);
        if (properties == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty(key)).map(text -> filled(text, arguments));
    }

    private static String filled(String text, Object... arguments) {
        var result = text;
        for (int i = 0; i < arguments.length; i++) {
            result = result.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return result;
    }

    private static Properties load(Class<?> beside, String name) {
        var properties = new Properties();
        try (var stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + name + " beside " + beside.getName());
            }
            properties.load(new InputStreamReader(stream, UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException("read " + name, cause);
        }
        return properties;
    }
}
