package yunhe.core.shared;

import java.util.Locale;

/** The languages every text exists in. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** As in {@code ?lang=} and in a registration's {@code locale}. */
    public String code() {
        return locale.getLanguage();
    }
}
