package yunhe.core.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Language;
import yunhe.core.shared.StoreUnavailable;

/**
 * Registrations and the places they hold, in a store where every call is one atomic step or none at all.
 *
 * <p>Scarce things are taken by a condition: no method reads first and writes later without one. Every method throws
 * {@link yunhe.core.shared.StoreUnavailable} when the store does not answer; what was asked for may then have happened,
 * and asking again with the same {@link Newcomer} or the same registration is safe.
 */
public interface Registrations {

    int END_TRIES_MAX = 12;

    /** The registration with this id, strongly consistent, also when a later attempt has taken its place. */
    Optional<Registration> find(RegistrationId id);

    /** The latest registration under one contact, live or not, strongly consistent. */
    Optional<Registration> findByContact(ActivityId activity, PersonKey contact);

    /** Takes a place, or else one in the line, and stores the registration with it. */
    SignedUp signUp(Newcomer newcomer);

    /**
     * Moves a registration to another status that takes no place, if its version is still the one seen: what it held
     * and no longer holds is given back in the same write, so exactly once. The audit entry, if there is one, is part
     * of it too. Empty: it was changed meanwhile.
     */
    Optional<Registration> move(Registration seen, Status to, History history, Optional<AuditEntry> audit);

    /**
     * Ends a live registration and gives back what it holds, exactly once. Anything else is left as it is; so is one
     * that time overtakes, but that was changed or admitted since it was seen.
     */
    default Registration end(Registration first, Status status, History.Ended ended, Optional<AuditEntry> audit) {
        var seen = first;
        for (int attempt = 0; attempt < END_TRIES_MAX && mayEnd(first, seen, ended.by()); attempt++) {
            var moved = move(seen, status, seen.history().ended(ended), audit);
            if (moved.isPresent()) {
                return moved.get();
            }
            seen = find(first.id()).orElseThrow(() -> new IllegalStateException("registration is gone: " + first.id()));
        }
        if (mayEnd(first, seen, ended.by())) {
            throw new StoreUnavailable("end " + first.id(), new IllegalStateException("it kept changing"));
        }
        return seen;
    }

    /** Ends it for its person, or because its time is over, without an audit entry. */
    default Registration end(Registration first, Status status, Instant at) {
        var by = status == Status.CANCELLED ? History.By.PERSON : History.By.TIME;
        return end(first, status, new History.Ended(at, by, Optional.empty()), Optional.empty());
    }

    private static boolean mayEnd(Registration first, Registration seen, History.By by) {
        return seen.status().isLive()
                && (by != History.By.TIME
                        || seen.status() == first.status() && seen.admitted().isEmpty());
    }

    /**
     * Ends a live registration because its activity is cancelled. Nothing is given back: the places are closed, and
     * nobody may take them. False when it is not live any more.
     */
    boolean cancelWithActivity(Registration seen, History.Ended ended);

    /** Makes a rejected registration live again, with a place, or else at the end of its group's line. */
    Reopened reopen(Registration seen, History.Decision decision, AuditEntry audit);

    /** Changes what its person may change, if its version is still the one seen. It keeps what it holds. */
    Optional<Registration> change(Registration seen, Changes changes);

    /**
     * Notes that its person is to be told of a change of time or place, and keeps all that belongs to it as long as the
     * new time asks for. Nothing if a later change is noted or it ended.
     */
    void noteMoved(Registration seen, long activityVersion, Instant deleteAt);

    /** Notes that a confirmed registration's person is to be reminded, once for each moment at which that is due. */
    void noteReminder(RegistrationId id, Instant due);

    /** Notes that its person is to be told of their meetings, unless they know of this revision or a later one. */
    void noteMeetings(RegistrationId id, int revision);

    /** Notes that the person asked for the manage link. False when that was less than {@code notBefore} ago. */
    boolean requestLink(RegistrationId id, Instant at, Instant notBefore);

    /** The front of a group's line, strongly consistent, first come first. */
    List<Waiter> line(ActivityId activity, String group, int limit);

    /** How many stand in front of this place, strongly consistent. */
    int ahead(ActivityId activity, String group, LinePlace place);

    /**
     * Moves one waiter up, if the waiter still waits and a place is free.
     *
     * @param offerExpiresAt when the place is only offered: until when
     */
    Promoted promote(Waiter waiter, Status to, Instant at, Optional<Instant> offerExpiresAt);

    /**
     * Looks after places of a group that were claimed and not recorded: gives back what nobody holds, and leaves a task
     * to look again at what is still under way.
     */
    void settle(ActivityId activity, String group, Instant now);

    /** The same for all groups of a cancelled activity, whatever is under way: nobody gets a place in it after this. */
    void settleClosed(Activity activity);

    default Promoted promote(Waiter waiter, Status to, Instant at) {
        return promote(waiter, to, at, Optional.empty());
    }

    /** The counts of the activity's groups, in its order. Those of one that was never published are missing. */
    default List<Seats> seats(Activity activity) {
        return seats(List.of(activity)).getOrDefault(activity.id(), List.of());
    }

    /** The same for many activities at once, read together. */
    Map<ActivityId, List<Seats>> seats(List<Activity> activities);

    /** One page of an activity's registrations, in an order that stays the same while they come in. */
    Page<Registration> list(ActivityId activity, int limit, Optional<String> cursor);

    /** The same, as it is in the store now: for whoever has to reach everyone. Dearer. */
    Page<Registration> listNow(ActivityId activity, int limit, Optional<String> cursor);

    /**
     * What a person may change.
     *
     * @param to the status it has then: an edit may have to be reviewed again
     * @param questions the version of the questions that the answers are to
     */
    record Changes(
            String name,
            Optional<String> organisation,
            Map<String, Object> answers,
            Language language,
            Status to,
            long questions) {}

    /** Someone in the line. */
    record Waiter(RegistrationId id, String group, LinePlace place) {}

    /** What became of a rejected registration that is to be live again. */
    sealed interface Reopened {

        record Done(Registration registration) implements Reopened {}

        /** Changed meanwhile: look again. */
        record Changed() implements Reopened {}

        /** The person has signed up again since. */
        record Replaced() implements Reopened {}

        /** Neither a place nor one in the line. */
        record Full() implements Reopened {}

        /** The activity is cancelled. */
        record Closed() implements Reopened {}
    }

    /** What became of a promotion. */
    enum Promoted {
        MOVED_UP,
        /** The waiter no longer waits: look at the line again. */
        GONE,
        NO_PLACE
    }

    /** What became of a sign-up. */
    sealed interface SignedUp {

        /** It is stored, by this call or by an earlier one of the same request. */
        record Done(Registration registration) implements SignedUp {}

        record AlreadyThere() implements SignedUp {}

        record OtherBody() implements SignedUp {}

        record Full() implements SignedUp {}

        /** The places of this group are closed: the activity is cancelled, or not what the caller believed. */
        record Closed() implements SignedUp {}
    }
}
