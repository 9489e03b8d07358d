package yunhe.core.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tasks in a store, by the hour in which they are due, so that looking costs what is due and not what is stored. Tasks
 * come into being with the changes that make them due.
 *
 * <p>Every method throws {@link yunhe.core.shared.StoreUnavailable} when the store does not answer. Each is safe to
 * repeat.
 */
public interface Agenda {

    Duration BUCKET = Duration.ofHours(1);

    /** The hour up to which nothing is left to do; empty before anything was ever due. */
    Optional<Instant> watermark();

    /** Moves the watermark forward, never back. */
    void advance(Instant hour);

    /**
     * Tasks of one hour that are due, in their order. One that was stored within the last seconds may be missing; who
     * asks comes again.
     */
    List<Task> due(Instant hour, Instant now, Optional<Task> after, int limit);

    /** The task as it stands now, with what was noted of its progress; empty when it is done. */
    Optional<Task> find(Task task);

    /** Puts it off: it is due later instead, and from the beginning. */
    void postpone(Task task, Instant at);

    /** Notes how far a task has come. Nothing if it is done already. */
    void progress(Task task);

    void done(Task task);
}
