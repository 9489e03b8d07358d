package yunhe.core.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Language;

/**
 * Registrations and the places they hold, in a store where every call is one atomic step or none at all.
 *
 * <p>Scarce things are taken by a condition: no method reads first and writes later without one. Every method throws
 * {@link yunhe.core.shared.StoreUnavailable} when the store does not answer; what was asked for may then have happened,
 * and asking again with the same {@link Newcomer} or the same registration is safe.
 */
public interface Registrations {

    /** The registration with this id, strongly consistent, also when a later attempt has taken its place. */
    Optional<Registration> find(RegistrationId id);

    /** The latest registration under one contact, live or not, strongly consistent. */
    Optional<Registration> findByContact(ActivityId activity, PersonKey contact);

    /** Takes a place, or else one in the line, and stores the registration with it. */
    SignedUp signUp(Newcomer newcomer);

    /**
     * Ends a live registration and gives back what it holds, exactly once. Anything else is left as it is; so is one
     * that is to expire or to count as a no-show, but was changed or admitted since it was seen.
     */
    Registration end(Registration seen, Status status, Instant at);

    /** Changes what its person may change, if its version is still the one seen. */
    Optional<Registration> change(Registration seen, Changes changes);

    /** Notes that the person asked for the manage link. False when that was less than {@code notBefore} ago. */
    boolean requestLink(RegistrationId id, Instant at, Instant notBefore);

    /** The front of a group's line, strongly consistent, first come first. */
    List<Waiter> line(ActivityId activity, String group, int limit);

    /** How many stand in front of this place, strongly consistent. */
    int ahead(ActivityId activity, String group, LinePlace place);

    /** Moves one waiter up, if the waiter still waits and a place is free. */
    Promoted promote(Waiter waiter, Status to, Instant at);

    /** The counts of the activity's groups, in its order. Those of one that was never published are missing. */
    default List<Seats> seats(Activity activity) {
        return seats(List.of(activity)).getOrDefault(activity.id(), List.of());
    }

    /** The same for many activities at once, read together. */
    Map<ActivityId, List<Seats>> seats(List<Activity> activities);

    /** One page of an activity's registrations, in an order that stays the same while they come in. */
    Page<Registration> list(ActivityId activity, int limit, Optional<String> cursor);

    /** What a person may change. */
    record Changes(String name, Optional<String> organisation, Map<String, Object> answers, Language language) {}

    /** Someone in the line. */
    record Waiter(RegistrationId id, String group, LinePlace place) {}

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
