package yunhe.core.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.shared.Bilingual;

/** Activities in a store. Each write names its actor, and the audit entry is part of the same write. */
public interface Activities {

    /** Strongly consistent. */
    Optional<Activity> find(ActivityId id);

    Activity create(ActivityId id, ActivityDetails details, Actor actor);

    /**
     * Replaces the details if the version is still the one seen. On a published activity the groups' new capacities
     * hold from the same moment, what is due moves with its times, and whoever is registered is told of another time or
     * place.
     */
    Optional<Activity> replace(Activity seen, ActivityDetails details, Actor actor);

    /**
     * Questions as they stood before they were changed, by the version that a registration's answers name.
     *
     * @param version as in {@link History#questions()}
     */
    Optional<List<Question>> formerQuestions(ActivityId id, long version);

    /**
     * Draft to published; the groups' places come into being with it. Empty when the version is no longer the one seen.
     */
    Optional<Activity> publish(Activity seen, Actor actor);

    /**
     * To cancelled; from that moment no place is given, and it is due to cancel every registration. Empty when the
     * version is no longer the one seen.
     */
    Optional<Activity> cancel(Activity seen, Bilingual reason, Actor actor);

    /** Those of one type in any phase, by start. */
    Page<Activity> listAll(ActivityType type, int limit, Optional<String> cursor);

    /** Published, not cancelled and not over, by start. */
    Page<Activity> listUpcoming(ActivityType type, Instant now, int limit, Optional<String> cursor);

    /** Appends an entry for something that is no write of its own: a list that was read. */
    void audit(AuditEntry entry);

    /** Entries about a subject, oldest first. */
    Page<AuditEntry> auditOf(String subject, int limit, Optional<String> cursor);

    /** Who acts, and when. */
    record Actor(String subject, Instant at) {}

    /** Who did what to what, and when. */
    record AuditEntry(Instant at, String actor, String action, String subject) {}

    /** Actions as they stand in the audit list. */
    final class Action {
        public static final String CREATED = "activity.created";
        public static final String CHANGED = "activity.changed";
        public static final String PUBLISHED = "activity.published";
        public static final String CANCELLED = "activity.cancelled";
        public static final String LISTED = "registrations.listed";
        public static final String REGISTRATION_READ = "registration.read";
        public static final String REGISTRATION_CANCELLED = "registration.cancelled";
        public static final String REGISTRATION_APPROVED = "registration.approved";
        public static final String REGISTRATION_REJECTED = "registration.rejected";
        public static final String REGISTRATION_REOPENED = "registration.reopened";
        public static final String TIMETABLE_MADE = "timetable.made";
        public static final String TIMETABLE_PUBLISHED = "timetable.published";
        public static final String TIMETABLE_READ = "timetable.read";
        public static final String RUNNING_ORDER_SET = "pitches.set";
        public static final String NOTICE_RETRIED = "notice.retried";
        public static final String ADMISSION_UNDONE = "admission.undone";

        private Action() {}
    }
}
