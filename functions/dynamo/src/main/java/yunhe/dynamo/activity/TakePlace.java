package yunhe.dynamo.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.PlaceMark;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Status;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.Updates;
import yunhe.dynamo.Updates.Written;

/**
 * One sign-up. It begins with the hopeful case (a place is free, nobody is there): a claim, a pointer under each
 * further contact and the registration, each a plain write. What stands in the way is learned from the writes
 * themselves; where something has to be replaced, registration and pointers are one transaction.
 */
final class TakePlace {

    static final String NOBODY_IS_THERE = Standing.NOBODY;

    /** Each try learns one fact (full, someone there, a place freed meanwhile); so many in a row means a storm. */
    private static final int TRIES_MAX = 24;

    private final Ledger.Store store;
    private final Ledger ledger;
    private final Newcomer newcomer;
    private final Updates updates;
    private final LinePlace linePlace;
    private final Standing standing;

    TakePlace(Ledger.Store store, LedgerMemory memory, Registrations registrations, Newcomer newcomer) {
        this.store = store;
        this.ledger = new Ledger(store, memory, newcomer.activity(), newcomer.group());
        this.newcomer = newcomer;
        this.updates = new Updates(store.client(), store.random());
        this.linePlace = LinePlace.at(newcomer.origin().createdAt(), store.random());
        this.standing = new Standing(store.table(), new Fence(store.table(), updates), registrations, newcomer);
    }

    SignedUp run() {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var claim = ledger.claim(
                    newcomer.contacts().getFirst(),
                    Optional.of(newcomer.terms().rules()),
                    newcomer.origin().createdAt());
            var answer = switch (claim) {
                case Ledger.Claim.Got got -> record(got);
                case Ledger.Claim.None(var counts) -> joinLine(counts);
                case Ledger.Claim.Closed() -> Optional.<SignedUp>of(new SignedUp.Closed());
            };
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw noOutcome();
    }

    private StoreUnavailable noOutcome() {
        return new StoreUnavailable(
                "sign up at " + newcomer.activity(),
                new IllegalStateException("no outcome after " + TRIES_MAX + " tries"));
    }

    /**
     * Empty: the claim was given up, make another. What the store does not answer is left to whoever finds the mark.
     */
    private Optional<SignedUp> record(Ledger.Claim.Got claim) {
        var mark = claim.mark().place();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var registration = standing.registration(newcomer.statusWithPlace(), Optional.empty(), Optional.of(mark));
            var obstacles = write(registration, mark);
            // The store's client may have asked twice, and the first answer was lost.
            var recorded = obstacles.isEmpty()
                    ? Optional.of(registration)
                    : RegistrationItem.heldBy(mark, obstacles.get().values());
            if (recorded.isPresent()) {
                ledger.recorded(claim, newcomer.origin().createdAt());
                return recorded.map(SignedUp.Done::new);
            }
            var answer = standing.met(obstacles.get(), mark);
            if (answer.isPresent() || standing.isAbandoned(mark)) {
                ledger.release(mark);
                return answer;
            }
        }
        ledger.release(mark);
        throw noOutcome();
    }

    /** Empty when all was written; otherwise what stands in the way, by contact. */
    private Optional<Map<PersonKey, Map<String, AttributeValue>>> write(Registration registration, PlaceMark mark) {
        var meeting = Optional.of(registration)
                .filter(it -> it.status() == Status.CONFIRMED)
                .flatMap(it -> Meets.task(
                        it.id(), it.group(), "signed-up", newcomer.origin().createdAt()));
        if (standing.isNobodyKnown() && meeting.isEmpty()) {
            return writePlainly(registration, mark);
        }
        var more =
                meeting.map(task -> TaskItem.put(store.table(), task)).stream().toList();
        return writeTogether(registration, mark, transaction -> more.forEach(transaction::put));
    }

    private Optional<Map<PersonKey, Map<String, AttributeValue>>> writePlainly(
            Registration registration, PlaceMark mark) {
        for (var contact : registration.otherContacts()) {
            var pointer = standing.pointer(registration, contact, mark).build();
            if (updates.attempt(attempted(), pointer) instanceof Written.Refused(var there)
                    && !RegistrationItem.isPointerBy(mark, there)) {
                return Optional.of(Map.of(contact, there));
            }
        }
        return updates.attempt(attempted(), standing.put(registration).build()) instanceof Written.Refused(var there)
                ? Optional.of(Map.of(newcomer.contacts().getFirst(), there))
                : Optional.empty();
    }

    /** The same, with all that has to be replaced or added, in one transaction. */
    private Optional<Map<PersonKey, Map<String, AttributeValue>>> writeTogether(
            Registration registration, PlaceMark mark, Consumer<Transaction> more) {
        var transaction = new Transaction(store.client(), store.random(), attempted());
        var positions = new LinkedHashMap<PersonKey, Integer>();
        positions.put(newcomer.contacts().getFirst(), transaction.put(standing.put(registration)));
        for (var contact : registration.otherContacts()) {
            positions.put(contact, transaction.put(standing.pointer(registration, contact, mark)));
        }
        standing.past().forEach(transaction::put);
        more.accept(transaction);
        return transaction.commit().map(obstacles -> {
            var people = new LinkedHashMap<PersonKey, Map<String, AttributeValue>>();
            positions.forEach((contact, position) -> {
                if (obstacles.at(position)) {
                    people.put(contact, obstacles.item(position));
                }
            });
            return people;
        });
    }

    /** Empty: there is something to be learned from another look at the places. */
    private Optional<SignedUp> joinLine(Counts counts) {
        if (counts.seats().lineIsFull() || !newcomer.terms().mayWait()) {
            // A person who is there already is told so, not that it is full.
            var known = standing.known();
            return known.isPresent() || standing.hasFreed() || !ledger.isStill(counts)
                    ? known
                    : Optional.of(new SignedUp.Full());
        }
        if (counts.nobodyWaits() && !ledger.queue(counts)) {
            return Optional.empty();
        }
        ledger.comeAgain(counts, newcomer.origin().createdAt());
        var registration = standing.registration(Status.WAITLISTED, Optional.of(linePlace), Optional.empty());
        var pointersMark =
                Mark.fresh(0, registration.id().person(), newcomer.origin().createdAt(), store.random());
        var obstacles = writeTogether(registration, pointersMark.place(), transaction -> {
            transaction.update(SeatsItem.joinLine(
                    store.table(),
                    newcomer.activity(),
                    newcomer.group(),
                    counts.gate(),
                    Optional.of(newcomer.terms().rules())));
            transaction.put(LineItem.of(store.table(), registration));
        });
        return obstacles.isEmpty()
                ? Optional.of(new SignedUp.Done(registration))
                : standing.met(obstacles.get(), pointersMark.place());
    }

    private String attempted() {
        return "sign up at " + newcomer.activity();
    }
}
