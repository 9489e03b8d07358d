package yunhe.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;

/**
 * A notice on its way through the queue: {@code {"about":"reg_…","kind":"…","version":1}}. Nobody's name or address.
 */
final class NoticeMessage {

    private static final JsonMapper JSON = new JsonMapper();

    private NoticeMessage() {}

    static String write(Notice notice) {
        var body = JSON.createObjectNode()
                .put("about", notice.about().value())
                .put("kind", notice.kind().code())
                .put("version", notice.version());
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("two texts and a number are always JSON", cause);
        }
    }

    /** Empty when it is no notice of ours. */
    static Optional<Notice> read(String body) {
        try {
            var json = JSON.readTree(body);
            var about = RegistrationId.parse(json.path("about").asText());
            var kind = NoticeKind.ofCode(json.path("kind").asText());
            var version = json.path("version");
            return version.canConvertToLong()
                    ? about.flatMap(known -> kind.map(it -> new Notice(known, it, version.asLong())))
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
