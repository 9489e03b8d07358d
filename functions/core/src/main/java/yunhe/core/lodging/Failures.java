package yunhe.core.lodging;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import yunhe.core.shared.Log;

/** One that cannot be done must not keep all others from it; in the end it is told all the same. */
final class Failures {

    private final String event;
    private @Nullable RuntimeException last;

    Failures(String event) {
        this.event = event;
    }

    /** @param id of what it is about, without personal data */
    void guard(String id, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException fault) {
            Log.event(event, Map.of("id", id, "exception", fault.getClass().getName()));
            last = fault;
        }
    }

    void orThrow() {
        if (last != null) {
            throw last;
        }
    }
}
