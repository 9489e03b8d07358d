package yunhe.core.roadshow;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.ActivityId;

/**
 * Timetables and running orders in a store. Everything read is strongly consistent. Every method throws
 * {@link yunhe.core.shared.StoreUnavailable} when the store does not answer.
 */
public interface Timetables {

    Optional<DraftTimetable> draft(ActivityId roadshow, TimetableId id);

    /** The one made last. */
    Optional<DraftTimetable> lastDraft(ActivityId roadshow);

    /** Keeps a new one. False when a timetable is published already. */
    boolean keep(DraftTimetable draft, Instant deleteAt, AuditEntry audit);

    Optional<PublishedTimetable> published(ActivityId roadshow);

    /**
     * Publishes the first timetable of a roadshow, and leaves a task: whoever went or came meanwhile is seen to, and
     * everybody is told. False when one is published already.
     */
    boolean publish(PublishedTimetable timetable, Instant deleteAt, AuditEntry audit);

    /** Replaces a revision by the next. False when another one has come meanwhile. */
    boolean repair(PublishedTimetable next);

    /** Keeps what is published, and the running order, until then instead: the roadshow was moved. */
    void keepUntil(ActivityId roadshow, Instant deleteAt);

    Optional<RunningOrder> runningOrder(ActivityId roadshow);

    void put(RunningOrder order, Instant deleteAt, AuditEntry audit);
}
