package yunhe.dynamo.keys;

import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;

/**
 * Keys of the notices table.
 *
 * <pre>
 * what      pk              sk
 * notice    notice#reg_…    kind#version
 * digest    digest#robot    reached
 * </pre>
 *
 * Each registration is a partition of its own: what is listed together lies together, and a rush spreads by itself.
 */
public final class NoticeKeys {

    private NoticeKeys() {}

    /** The one place of one fact about one registration. */
    public static Key notice(Notice notice) {
        return new Key(about(notice.about()), "%s#%010d".formatted(notice.kind().code(), notice.version()));
    }

    /** What a robot's organisers have been told. */
    public static Key digest(String robot) {
        return new Key("digest#" + robot, "reached");
    }

    /** The partition of everything told about a registration. */
    public static String about(RegistrationId registration) {
        return "notice#" + registration.value();
    }
}
