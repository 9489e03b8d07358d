package yunhe.notifications.channel;

/** A text message, written and ready to go. */
public record TextMessage(String id, String kind, String about, String to, String text) {

    @Override
    public String toString() {
        return "TextMessage[" + id + "]";
    }
}
