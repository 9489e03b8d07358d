package yunhe.notifications.channel;

/** The provider cannot be reached or asks to come again. Whether it took the message may be unknown. */
public final class ChannelUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param attempted what was being done, without addresses */
    public ChannelUnavailable(String attempted, Throwable cause) {
        super("channel unavailable: " + attempted, cause);
    }

    public ChannelUnavailable(String attempted) {
        super("channel unavailable: " + attempted);
    }
}
