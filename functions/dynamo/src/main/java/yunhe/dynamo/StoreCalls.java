package yunhe.dynamo;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import yunhe.core.shared.StoreUnavailable;

/** "Empty" and "unreachable" are different answers: what the client throws becomes the domain's own exception. */
public final class StoreCalls {

    private StoreCalls() {}

    /** @param attempted what is being done, with ids and without personal data */
    public static <T> T asking(String attempted, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException cause) {
            throw new StoreUnavailable(attempted, cause);
        }
    }
}
