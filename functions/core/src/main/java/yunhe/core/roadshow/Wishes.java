package yunhe.core.roadshow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;

/**
 * Whom participants would like to meet, dearest first. The last write wins. Every method throws
 * {@link yunhe.core.shared.StoreUnavailable} when the store does not answer; each is safe to repeat.
 */
public interface Wishes {

    /** Strongly consistent; empty for someone who never wished. */
    List<RegistrationId> of(RegistrationId id);

    /** Everybody's, strongly consistent. */
    Map<RegistrationId, List<RegistrationId>> all(ActivityId roadshow);

    /** False when the timetable is published: by then nothing comes of a wish. */
    boolean put(RegistrationId id, List<RegistrationId> ranked, Instant deleteAt);
}
