package yunhe.core.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.profile.Profile;
import yunhe.core.shared.Language;

/**
 * One person's registration for one activity.
 *
 * @param contacts the keys of the person's contacts; the first is the one in the id
 * @param answers by question id: a String, BigDecimal, Boolean or List of String
 * @param profile what a project or an investor of a roadshow says about itself
 * @param linePlace where it stands in its group's line, while it waits
 * @param place what holds its place, while it has one
 * @param history what has happened to it since
 * @param version rises with every change that anyone can see
 */
public record Registration(
        RegistrationId id,
        String group,
        Status status,
        Person person,
        List<PersonKey> contacts,
        Map<String, Object> answers,
        Optional<Profile> profile,
        Language language,
        Origin origin,
        Optional<LinePlace> linePlace,
        Optional<PlaceMark> place,
        Optional<Admitted> admitted,
        History history,
        long version) {

    /**
     * How it came to be.
     *
     * @param consentVersion version of the text that the person agreed to, at {@code createdAt}
     * @param request the sender's idempotency key and what the request meant
     * @param earlier keys of the same person's earlier sign-ups for this activity, and what they made
     * @param writer tells a writer whose answer was lost that what it finds is its own
     */
    public record Origin(
            Instant createdAt,
            String consentVersion,
            Optional<Request> request,
            Map<String, RegistrationId> earlier,
            String writer,
            Instant deleteAt) {}

    /** An idempotency key and a digest of the request that came with it. */
    public record Request(String key, String digest) {}

    /** Admission at the door. */
    public record Admitted(Instant at, String by, String device, String nonce) {}

    /** Whether the person was offered a place and may no longer take it. The start ends every offer. */
    public boolean offerIsOver(Times times, Instant now) {
        return status == Status.OFFERED
                && (!now.isBefore(times.startsAt())
                        || history.offer()
                                .filter(offer -> now.isBefore(offer.expiresAt()))
                                .isEmpty());
    }

    /** Until when an offered place is held; never past the start, also when that was moved. */
    public Optional<Instant> offerEndsAt(Times times) {
        return history.offer()
                .map(History.Offer::expiresAt)
                .filter(end -> status == Status.OFFERED)
                .map(end -> end.isBefore(times.startsAt()) ? end : times.startsAt());
    }

    /** Where it is in its life now: nobody need wait for a schedule to see that an offer is over. */
    public Status statusAt(Times times, Instant now) {
        return offerIsOver(times, now) ? Status.EXPIRED : status;
    }

    /** The next version, in another status and out of the line. */
    public Registration moved(Status to, History next) {
        return moved(to, next, Optional.empty());
    }

    public Registration moved(Status to, History next, Optional<LinePlace> inLine) {
        return moved(to, next, inLine, place.filter(held -> to.holdsPlace()));
    }

    /** The next version, with a place that was just taken. */
    public Registration moved(Status to, History next, PlaceMark taken) {
        return moved(to, next, Optional.empty(), Optional.of(taken));
    }

    private Registration moved(Status to, History next, Optional<LinePlace> inLine, Optional<PlaceMark> held) {
        return new Registration(
                id,
                group,
                to,
                person,
                contacts,
                answers,
                profile,
                language,
                origin,
                inLine,
                held,
                admitted,
                next,
                version + 1);
    }

    public ActivityId activity() {
        return id.activity();
    }

    /** Every one but the first, which is in the id. */
    public List<PersonKey> otherContacts() {
        return contacts.subList(1, contacts.size());
    }
}
