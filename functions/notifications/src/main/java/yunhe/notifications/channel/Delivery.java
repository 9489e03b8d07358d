package yunhe.notifications.channel;

/** What a channel answered for good. */
public sealed interface Delivery {

    /** The provider has taken it over. */
    record Sent() implements Delivery {}

    /**
     * It will never go through, however often it is tried.
     *
     * @param reason the provider's code, without its text, which may hold the address
     */
    record Refused(String reason) implements Delivery {}
}
