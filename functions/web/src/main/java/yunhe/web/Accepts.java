package yunhe.web;

import java.util.Locale;
import java.util.Optional;
import yunhe.core.shared.Language;

/** Content negotiation as RFC 9110, section 12.5 has it. */
final class Accepts {

    private Accepts() {}

    /** Whether a page is wanted more than data. Someone who takes anything gets data. */
    static boolean prefersHtml(String accept) {
        return quality(accept, "text/html") > quality(accept, "application/json");
    }

    static Optional<Language> language(String acceptLanguage) {
        try {
            for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getWeight() > 0) {
                    var tag = range.getRange();
                    for (var language : Language.values()) {
                        if (tag.equals(language.code()) || tag.startsWith(language.code() + "-")) {
                            return Optional.of(language);
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static double quality(String accept, String type) {
        double quality = 0;
        int specificity = 0;
        for (var part : accept.split(",", -1)) {
            var range = part.strip().toLowerCase(Locale.ROOT);
            int end = range.indexOf(';');
            var name = (end < 0 ? range : range.substring(0, end)).strip();
            int specific = name.equals(type)
                    ? 3
                    : name.equals(type.substring(0, type.indexOf('/')) + "/*") ? 2 : name.equals("*/*") ? 1 : 0;
            if (specific > specificity) {
                specificity = specific;
                quality = end < 0 ? 1 : weight(range.substring(end + 1));
            }
        }
        return quality;
    }

    private static double weight(String parameters) {
        for (var parameter : parameters.split(";", -1)) {
            var text = parameter.strip();
            if (text.startsWith("q=")) {
                try {
                    return Double.parseDouble(text.substring(2));
                } catch (NumberFormatException unreadable) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
