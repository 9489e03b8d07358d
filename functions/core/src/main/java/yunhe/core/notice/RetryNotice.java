package yunhe.core.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.Stays;

/**
 * Tries a notice again that failed: queued in the store first, then a message. Whoever dies in between, or is not sure,
 * asks again: what is queued with nobody at it gets another message, and two messages are told once.
 */
public final class RetryNotice {

    private final NoticeLists lists;
    private final Unreachables unreachables;
    private final Audit audit;
    private final Consumer<Notice> queue;
    private final Clock clock;

    public RetryNotice(NoticeLists lists, Unreachables unreachables, Audit audit, Consumer<Notice> queue, Clock clock) {
        this.lists = lists;
        this.unreachables = unreachables;
        this.audit = audit;
        this.queue = queue;
        this.clock = clock;
    }

    public Outcome retry(Notice notice, String actor) {
        var seen = lists.standing(notice);
        if (seen.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!seen.get().everFailed()) {
            return new Outcome.NeverFailed();
        }
        var now = clock.instant();
        var record = seen.get().record();
        boolean failed = record.status() == NoticeRecord.Status.FAILED;
        if (failed || record.status() == NoticeRecord.Status.QUEUED && !record.isUnderWay(now)) {
            // Before the deed: an entry too many does less harm than one that is missing.
            audit.retried(notice, actor, now);
            lists.queueAgain(notice, now);
            if (failed && notice.about() instanceof RegistrationId registration) {
                // It is tried again because the address is good now; if it is not, it will be marked again.
                unreachables.clear(registration);
            }
            queue.accept(notice);
        }
        return new Outcome.Done(
                lists.standing(notice).map(NoticeLists.Standing::record).orElse(record));
    }

    /** Where it is written down who tried again: with whatever the notice is about. */
    public record Audit(Activities activities, Stays stays) {

        void retried(Notice notice, String actor, Instant now) {
            var entry = new AuditEntry(
                    now, actor, Action.NOTICE_RETRIED, notice.about().value());
            switch (notice.kind().sort()) {
                case REGISTRATION -> activities.audit(entry);
                case STAY -> stays.audit(entry);
            }
        }
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is on its way, or has been since it was first asked for. */
        record Done(NoticeRecord record) implements Outcome {}

        /** It did not fail. */
        record NeverFailed() implements Outcome {}

        /** There is no such notice. */
        record Unknown() implements Outcome {}
    }
}
