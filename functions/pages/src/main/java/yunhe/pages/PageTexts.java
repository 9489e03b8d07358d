package yunhe.pages;

import java.util.Locale;
import java.util.Optional;
import yunhe.core.shared.Language;
import yunhe.core.shared.Texts;

/** The pages' texts in one language, from {@code texts_zh.properties} and {@code texts_en.properties}. */
record PageTexts(Language language) {
    private static final Texts ALL = new Texts(PageTexts.class, "texts");

    static PageTexts in(Language language) {
        return new PageTexts(language);
    }

    /** The text, with {@code {0}}, {@code {1}}… replaced by the arguments. */
    String get(String key, Object... arguments) {
        return ALL.get(language, key, arguments);
    }

    /** The text, if there is one under this key. */
    Optional<String> find(String key) {
        return ALL.find(language, key);
    }

    /** The text for one of several values: {@code badge.not_open}. */
    String of(String prefix, Enum<?> value, Object... arguments) {
        return get(prefix + value.name().toLowerCase(Locale.ROOT), arguments);
    }

    /** The text for a number of things: {@code group.free.one} or {@code group.free.other}. */
    String count(String prefix, long number) {
        return get(prefix + (number == 1 ? ".one" : ".other"), number);
    }
}
