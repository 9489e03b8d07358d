package yunhe.core.notice;

import java.util.Collection;
import java.util.Map;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;

/** Whom messages do not reach, by activity, so that an organiser can ask them for another address. */
public interface Unreachables {

    void mark(Unreachable person);

    void clear(RegistrationId about);

    /** Those among some registrations of one activity, in one call of the store. */
    Map<RegistrationId, Unreachable> among(ActivityId activity, Collection<RegistrationId> registrations);
}
