package yunhe.notifications.channel;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.shared.Language;

/** A mail, written and ready to go. */
public record Mail(Stamp stamp, To to, Language language, Content content, Enclosures enclosures) {

    /**
     * What marks it from outside.
     *
     * @param id stays the same whenever it is sent again
     * @param unsubscribe where one POST ends mails of this kind; empty for what is always sent
     */
    public record Stamp(String id, String kind, String about, Instant date, Optional<String> unsubscribe) {}

    /** Who gets it. */
    public record To(String name, String address) {

        @Override
        public String toString() {
            return "To[hidden]";
        }
    }

    /** What it says, twice. */
    public record Content(String subject, String text, String html) {

        @Override
        public String toString() {
            return "Content[hidden]";
        }
    }

    /** What comes with it. */
    public record Enclosures(Optional<Picture> picture, Optional<Calendar> calendar) {}

    /** A PNG that the HTML shows as {@code cid:name}. */
    public static final class Picture {

        private final String name;
        private final byte[] png;

        public Picture(String name, byte[] png) {
            this.name = name;
            this.png = png.clone();
        }

        String name() {
            return name;
        }

        byte[] png() {
            return png.clone();
        }
    }

    /**
     * An iTIP file (RFC 6047).
     *
     * @param name of the file
     * @param method as in the file
     */
    public record Calendar(String name, String method, String ics) {}
}
