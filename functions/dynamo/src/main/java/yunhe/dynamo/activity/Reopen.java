package yunhe.dynamo.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.History;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.PlaceMark;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations.Reopened;
import yunhe.core.activity.Status;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;

/**
 * A rejected registration comes back: with a place if one is free and nobody waits, or else at the end of the line. All
 * of its person's contacts must still lead to it, because the person may have signed up again since.
 */
final class Reopen {

    static final String LEADS_TO_IT = "registration = :registration";

    private static final int TRIES_MAX = 12;

    private final Ledger.Store store;
    private final Ledger ledger;
    private final Registration seen;
    private final History history;
    private final AuditEntry audit;
    private final LinePlace linePlace;

    Reopen(Ledger.Store store, LedgerMemory memory, Registration seen, History.Decision decision, AuditEntry audit) {
        this.store = store;
        this.ledger = new Ledger(store, memory, seen.activity(), seen.group());
        this.seen = seen;
        this.history = seen.history().decided(decision).reopened();
        this.audit = audit;
        this.linePlace = LinePlace.at(decision.at(), store.random());
    }

    Reopened run() {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var answer = switch (ledger.claim(seen.id().person(), Optional.empty(), audit.at())) {
                case Ledger.Claim.Got got -> withPlace(got);
                case Ledger.Claim.None(var counts) -> inLine(counts);
                case Ledger.Claim.Closed() -> Optional.<Reopened>of(new Reopened.Closed());
            };
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StoreUnavailable(
                "reopen " + seen.id(), new IllegalStateException("no outcome after " + TRIES_MAX + " tries"));
    }

    private Optional<Reopened> withPlace(Ledger.Claim.Got claim) {
        var mark = claim.mark().place();
        var update = registration(Status.PENDING, mark, "SET place = :held, ", mark.value());
        var refused = write(mark, update, transaction -> {});
        if (refused.isEmpty()) {
            ledger.recorded(claim, audit.at());
            return Optional.of(new Reopened.Done(seen.moved(Status.PENDING, history, mark)));
        }
        ledger.release(mark);
        return refused.get().answer();
    }

    /** Empty: look at the places again. */
    private Optional<Reopened> inLine(Counts counts) {
        if (counts.seats().lineIsFull()) {
            return Optional.of(new Reopened.Full());
        }
        if (counts.nobodyWaits() && !ledger.queue(counts)) {
            return Optional.empty();
        }
        ledger.comeAgain(counts, audit.at());
        var waiting = seen.moved(Status.WAITLISTED, history, Optional.of(linePlace));
        var mark = Mark.fresh(0, seen.id().person(), audit.at(), store.random()).place();
        var update = registration(Status.WAITLISTED, mark, "SET line = :held, ", linePlace.value());
        var refused = write(mark, update, transaction -> {
            transaction.update(
                    SeatsItem.joinLine(store.table(), seen.activity(), seen.group(), counts.gate(), Optional.empty()));
            transaction.put(LineItem.of(store.table(), waiting));
        });
        return refused.isEmpty()
                ? Optional.of(new Reopened.Done(waiting))
                : refused.get().answer();
    }

    private record Refused(Optional<Reopened> answer) {}

    /** Empty when all was written. */
    private Optional<Refused> write(PlaceMark mark, Update.Builder update, Consumer<Transaction> more) {
        var transaction = new Transaction(store.client(), store.random(), "reopen " + seen.id());
        int registration = transaction.update(update);
        // Written and not only asked: whoever has read them and is about to replace them finds them changed.
        var pointers = seen.otherContacts().stream()
                .map(contact -> transaction.update(pointer(contact, mark)))
                .toList();
        more.accept(transaction);
        transaction.put(AuditTrail.put(store.table(), audit, store.random()));
        return transaction.commit().map(obstacles -> {
            if (obstacles.at(registration)) {
                return new Refused(Optional.of(
                        isStillThere(obstacles.item(registration)) ? new Reopened.Changed() : new Reopened.Replaced()));
            }
            return pointers.stream().anyMatch(obstacles::at)
                    ? new Refused(Optional.of(new Reopened.Replaced()))
                    : new Refused(Optional.empty());
        });
    }

    private boolean isStillThere(Map<String, AttributeValue> item) {
        return !item.isEmpty()
                && RegistrationItem.isRegistration(item)
                && RegistrationItem.read(item).id().equals(seen.id());
    }

    private Update.Builder pointer(PersonKey contact, PlaceMark mark) {
        return Update.builder()
                .tableName(store.table())
                .key(ActivityKeys.contact(seen.activity(), contact).attributes())
                .updateExpression("SET #mark = :mark ADD version :one")
                .conditionExpression(LEADS_TO_IT)
                .expressionAttributeNames(Map.of("#mark", RegistrationItem.MARK))
                .expressionAttributeValues(Map.of(
                        ":registration", AttributeValue.fromS(seen.id().value()),
                        ":mark", AttributeValue.fromS(mark.value()),
                        ":one", Attributes.number(1)));
    }

    /** @param set what it holds then: a place, or one in the line */
    private Update.Builder registration(Status to, PlaceMark mark, String set, String held) {
        var update =
                MoveRegistration.registration(store.table(), seen, to, history).build();
        var values = new HashMap<>(update.expressionAttributeValues());
        values.put(":held", AttributeValue.fromS(held));
        values.put(":mark", AttributeValue.fromS(mark.value()));
        return update.toBuilder()
                .updateExpression(update.updateExpression()
                        .replace("REMOVE line, ", "REMOVE ")
                        .replace("SET ", set))
                .conditionExpression(MoveRegistration.UNCHANGED + " AND " + Fence.NOT_ABANDONED)
                .expressionAttributeValues(values);
    }
}
