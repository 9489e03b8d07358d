package yunhe.pages;

import java.util.Optional;
import yunhe.core.shared.Language;

/**
 * What surrounds every page: its language, its title and the way to the same page in the other language.
 *
 * @param here the page's own path with what it needs to be opened again
 */
record Frame(PageTexts texts, String title, Optional<String> here) {
    static Frame of(Language language, String title, String here) {
        return new Frame(PageTexts.in(language), title, Optional.of(here));
    }

    /** A page that answers a form cannot be opened again. */
    static Frame ofAnswer(Language language, String title) {
        return new Frame(PageTexts.in(language), title, Optional.empty());
    }

    Language language() {
        return texts.language();
    }

    String t(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String asset(String name) {
        return Assets.path(name);
    }

    /** A link that keeps the language. */
    String link(String path) {
        return in(path, language());
    }

    Optional<String> hereIn(Language other) {
        return here.map(path -> in(path, other));
    }

    private static String in(String path, Language language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language.code();
    }
}
