package yunhe.dynamo.keys;

import java.time.LocalDate;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Subject;

/**
 * Keys of the notices table.
 *
 * <pre>
 * what           pk                   sk
 * notice         notice#reg_… stay_…  kind#version
 * unreachable    unreachable#gath_…   reg_…
 * opted out      optout#person        optout
 * reminded       reminded#person      day
 * digest         digest#robot         reached
 * </pre>
 *
 * Each registration or stay is a partition of its own: what is listed together lies together, and a rush spreads by
 * itself.
 */
public final class NoticeKeys {

    private NoticeKeys() {}

    /** The one place of one fact about one registration or stay. */
    public static Key notice(Notice notice) {
        return new Key(about(notice.about()), "%s#%010d".formatted(notice.kind().code(), notice.version()));
    }

    /** That nothing reaches this person at the address they gave. */
    public static Key unreachable(RegistrationId registration) {
        return new Key(unreachables(registration.activity()), registration.value());
    }

    /** The partition of an activity's people whom nothing reaches. */
    public static String unreachables(ActivityId activity) {
        return "unreachable#" + activity.value();
    }

    /** That a person wants no reminders. */
    public static Key optOut(PersonKey contact) {
        return new Key("optout#" + contact.value(), "optout");
    }

    /** What a person was reminded of on one day. */
    public static Key reminded(PersonKey person, LocalDate day) {
        return new Key("reminded#" + person.value(), day.toString());
    }

    /** What a robot's organisers have been told. */
    public static Key digest(String robot) {
        return new Key("digest#" + robot, "reached");
    }

    /** The partition of everything told about a registration or a stay. */
    public static String about(Subject subject) {
        return "notice#" + subject.value();
    }
}
