package yunhe.core.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.profile.Profile;
import yunhe.core.shared.Language;

/**
 * Someone whose sign-up is in order and who now asks for a place.
 *
 * @param contacts keys of all contacts, never empty
 */
public record Newcomer(
        ActivityId activity,
        String group,
        Terms terms,
        Person person,
        List<PersonKey> contacts,
        Map<String, Object> answers,
        Optional<Profile> profile,
        Language language,
        Registration.Origin origin) {

    /**
     * What the activity's organiser has laid down, as it was when the sign-up was judged.
     *
     * @param approval whether a place found is theirs at once or held for review
     * @param mayWait whether there is still a line: it ends when the activity begins
     * @param questions the version of the questions that the answers are to
     * @param rules the version of everything that was judged; a store that knows a later one refuses
     */
    public record Terms(Approval approval, boolean mayWait, long questions, long rules) {}

    /** The registration this becomes, as the person's first attempt or as a later one. */
    public Registration as(
            Status status,
            int attempt,
            Map<String, RegistrationId> earlier,
            Optional<LinePlace> linePlace,
            Optional<PlaceMark> place) {
        var origin = new Registration.Origin(
                origin().createdAt(),
                origin().consentVersion(),
                origin().request(),
                earlier,
                origin().writer(),
                origin().deleteAt());
        var id = new RegistrationId(activity, contacts.getFirst(), attempt);
        var history = History.fresh(
                status == Status.CONFIRMED ? Optional.of(origin.createdAt()) : Optional.empty(), terms.questions());
        return new Registration(
                id,
                group,
                status,
                person,
                contacts,
                answers,
                profile,
                language,
                origin,
                linePlace,
                place,
                Optional.empty(),
                history,
                1);
    }

    public Status statusWithPlace() {
        return terms.approval() == Approval.REVIEW ? Status.PENDING : Status.CONFIRMED;
    }

    /** What it means for this newcomer that the registration is already there. */
    public Relation relationTo(Registration existing) {
        if (existing.origin().writer().equals(origin.writer())) {
            return new Relation.Own();
        }
        var request = origin.request();
        if (request.isPresent()) {
            var relation = relation(request.get(), existing);
            if (!(relation instanceof Relation.Unrelated)) {
                return relation;
            }
        }
        return existing.status().isLive() ? new Relation.Live() : new Relation.Unrelated();
    }

    /** How a request relates to a registration, by its idempotency key alone. */
    public static Relation relation(Registration.Request request, Registration existing) {
        var known = existing.origin().request();
        if (known.filter(it -> it.key().equals(request.key())).isPresent()) {
            return known.get().digest().equals(request.digest()) ? new Relation.Own() : new Relation.OtherBody();
        }
        var earlier = existing.origin().earlier().get(request.key());
        return earlier == null ? new Relation.Unrelated() : new Relation.Earlier(earlier);
    }

    /** Relation of a request to a registration of the same person. */
    public sealed interface Relation {

        /** The same request made it. */
        record Own() implements Relation {}

        /** The same idempotency key, with another meaning. */
        record OtherBody() implements Relation {}

        /** The key made an earlier registration of the person. */
        record Earlier(RegistrationId id) implements Relation {}

        /** Another request made it, and it is live. */
        record Live() implements Relation {}

        /** Another request made it, and it is over. */
        record Unrelated() implements Relation {}
    }
}
