package yunhe.core.notice;

import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StayId;
import yunhe.core.shared.Subject;

/** What a notice may be about. */
public final class Subjects {

    private Subjects() {}

    /** The prefix says of which sort it is. */
    public static Optional<Subject> parse(String id) {
        return RegistrationId.parse(id).<Subject>map(it -> it).or(() -> StayId.parse(id));
    }

    static Optional<Subject> ofBytes(Subject.Sort sort, byte[] bytes) {
        return switch (sort) {
            case REGISTRATION -> RegistrationId.ofBytes(bytes).map(it -> it);
            case STAY -> StayId.ofBytes(bytes).map(it -> it);
        };
    }
}
