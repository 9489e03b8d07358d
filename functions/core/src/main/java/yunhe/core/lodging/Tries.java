package yunhe.core.lodging;

import java.util.Optional;
import java.util.function.Supplier;
import yunhe.core.shared.StoreUnavailable;

/** Looks, decides and writes until nothing changes in between. */
final class Tries {

    /** Each try loses to somebody else's success; so many in a row means a storm. */
    static final int MAX = 24;

    private Tries() {}

    /** @param attempt empty when what it had seen was changed before it could write */
    static <T> T until(String attempted, Supplier<Optional<T>> attempt) {
        for (int tries = 0; tries < MAX; tries++) {
            var result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new StoreUnavailable(attempted, new IllegalStateException("it kept changing"));
    }
}
