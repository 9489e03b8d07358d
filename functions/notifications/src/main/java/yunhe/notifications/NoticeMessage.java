package yunhe.notifications;

import java.util.Optional;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.Subjects;
import yunhe.notifications.channel.Json;

/**
 * A notice on its way through the queue: {@code {"about":"reg_…","kind":"…","version":"1"}}, or about a stay. Nobody's
 * name or address.
 */
final class NoticeMessage {

    private NoticeMessage() {}

    static String write(Notice notice) {
        return Json.write(
                "about", notice.about().value(),
                "kind", notice.kind().code(),
                "version", Long.toString(notice.version()));
    }

    /** Empty when it is no notice of ours. */
    static Optional<Notice> read(String body) {
        return Json.read(body).flatMap(json -> {
            var about = Subjects.parse(json.getOrDefault("about", ""));
            var kind = NoticeKind.ofCode(json.getOrDefault("kind", ""));
            return about.flatMap(subject -> kind.filter(it -> it.sort() == subject.sort())
                    .flatMap(it -> version(json.getOrDefault("version", ""))
                            .map(version -> new Notice(subject, it, version))));
        });
    }

    private static Optional<Long> version(String text) {
        return text.matches("[0-9]{1,9}|[1-3][0-9]{9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
