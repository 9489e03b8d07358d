package yunhe.core.notice;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Page;
import yunhe.core.shared.Subject;

/** Records of notices as an organiser reads them, and tries one again. */
public interface NoticeLists {

    /** Everything about one registration or stay, strongly consistent. */
    Page<NoticeRecord> about(Subject subject, Optional<NoticeRecord.Status> status, int limit, Optional<String> cursor);

    /**
     * Of everybody. What failed or was dropped costs no more than what is listed, newest first; anything else is looked
     * for among all records, in no order, and a page may then be short or empty and still have a next.
     */
    Page<NoticeRecord> all(Optional<NoticeRecord.Status> status, int limit, Optional<String> cursor);

    /** Strongly consistent; empty when there is no such record. */
    Optional<Standing> standing(Notice notice);

    /** From failed to queued, with nobody at it. Anything else stays as it is. */
    void queueAgain(Notice notice, Instant now);

    /** @param everFailed whether it failed at some time, whatever it is now */
    record Standing(NoticeRecord record, boolean everFailed) {}
}
