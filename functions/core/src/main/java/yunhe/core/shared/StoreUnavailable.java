package yunhe.core.shared;

/** The store did not answer, or not in time. What was asked for may or may not have happened. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param attempted what was being done, with ids and without personal data */
    public StoreUnavailable(String attempted, Throwable cause) {
        super("store unavailable: " + attempted, cause);
    }
}
