package yunhe.notifications.message;

import java.util.Locale;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Language;

/** A scene of the gallery. */
interface Shown {

    NoticeKind kind();

    String name();

    Told in(Language language);

    default String fileName(Language language) {
        return kind().code() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + language.code();
    }
}
