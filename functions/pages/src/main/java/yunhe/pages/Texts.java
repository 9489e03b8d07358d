package yunhe.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import yunhe.core.shared.Language;

/** The pages' texts in one language, from {@code texts_zh.properties} and {@code texts_en.properties}. */
public final class Texts {
    private static final Texts ZH = load(Language.ZH);
    private static final Texts EN = load(Language.EN);

    private final Language language;
    private final Map<String, String> texts;

    private Texts(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Texts in(Language language) {
        return switch (language) {
            case ZH -> ZH;
            case EN -> EN;
        };
    }

    Language language() {
        return language;
    }

    Map<String, String> all() {
        return texts;
    }

    /** The text, with {@code {0}}, {@code {1}}… replaced by the arguments. */
    public String get(String key, Object... arguments) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language.code());
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i].toString());
        }
        return text;
    }

    /** The text for one of several values: {@code state.not_open}. */
    public String of(String prefix, Enum<?> value) {
        return get(prefix + value.name().toLowerCase(Locale.ROOT));
    }

    /** The text for a number of things: {@code places.one} or {@code places.other}. */
    public String count(String prefix, long number) {
        return get(prefix + (number == 1 ? ".one" : ".other"), number);
    }

    private static Texts load(Language language) {
        var name = "texts_" + language.code() + ".properties";
        var properties = new Properties();
        try (var file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the archive");
            }
            properties.load(new InputStreamReader(file, UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException("read " + name, cause);
        }
        var texts = new HashMap<String, String>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return new Texts(language, Map.copyOf(texts));
    }
}
