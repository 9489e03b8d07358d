package yunhe.notifications.channel;

/**
 * One way to people.
 *
 * <p>A line is opened per batch and used by one thread. Opening costs nothing: the network is touched when the first
 * message goes out, and what was connected is let go with the batch, because a function may sleep for hours afterwards.
 */
public interface Channel<M> {

    Line<M> open();

    /** An open line. */
    interface Line<M> extends AutoCloseable {

        /** @throws ChannelUnavailable when the message should be tried again later */
        Delivery send(M message);

        @Override
        void close();
    }
}
