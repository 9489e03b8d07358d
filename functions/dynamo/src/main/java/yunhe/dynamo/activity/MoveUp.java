package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.PlaceMark;
import yunhe.core.activity.Registrations.Promoted;
import yunhe.core.activity.Registrations.Waiter;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Task;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;

/**
 * Moves one waiter up: claims a place, then makes the registration hold it and leave the line, in one transaction, if
 * it still waits where it was seen.
 *
 * @param offerExpiresAt when the place is only offered: until when
 */
record MoveUp(Ledger.Store store, Waiter waiter, Status to, Instant at, Optional<Instant> offerExpiresAt) {

    static final String STILL_WAITS = "id = :id AND #status = :waitlisted AND line = :line";

    Promoted run(LedgerMemory memory) {
        var ledger = new Ledger(store, memory, waiter.id().activity(), waiter.group());
        return switch (ledger.claimForTheLine(waiter.id().person(), at)) {
            case Ledger.Claim.Got got -> {
                if (confirm(got.mark().place())) {
                    ledger.recorded(got, at);
                    yield Promoted.MOVED_UP;
                }
                ledger.release(got.mark().place());
                yield Promoted.GONE;
            }
            case Ledger.Claim.None(var counts) -> {
                ledger.comeAgain(counts, at);
                yield Promoted.NO_PLACE;
            }
            case Ledger.Claim.Closed() -> Promoted.NO_PLACE;
        };
    }

    private boolean confirm(PlaceMark mark) {
        var activity = waiter.id().activity();
        var transaction = new Transaction(store.client(), store.random(), "promote " + waiter.id());
        transaction.update(registration(mark));
        offerExpiresAt.ifPresent(until -> transaction.put(
                TaskItem.put(store.table(), Task.at(until, activity, new Task.Work.EndOffer(waiter.id())))));
        if (to == Status.CONFIRMED) {
            Meets.task(waiter.id(), waiter.group(), waiter.place().value(), at)
                    .ifPresent(task -> transaction.put(TaskItem.put(store.table(), task)));
        }
        transaction.update(SeatsItem.moveUp(store.table(), activity, waiter.group()));
        transaction.delete(LineItem.remove(store.table(), activity, waiter.group(), waiter.place()));
        return transaction.commit().isEmpty();
    }

    private Update.Builder registration(PlaceMark mark) {
        var values = new HashMap<>(Map.of(
                ":id", AttributeValue.fromS(waiter.id().value()),
                ":waitlisted", AttributeValue.fromS(RegistrationItem.code(Status.WAITLISTED)),
                ":line", AttributeValue.fromS(waiter.place().value()),
                ":to", AttributeValue.fromS(RegistrationItem.code(to)),
                ":mark", AttributeValue.fromS(mark.value()),
                ":at", AttributeValue.fromS(at.toString()),
                ":one", Attributes.number(1)));
        var set = new StringBuilder("SET #status = :to, promotedAt = :at, place = :mark");
        if (to == Status.CONFIRMED) {
            set.append(", ").append(HistoryItem.CONFIRMED_AT).append(" = :at");
        }
        offerExpiresAt.ifPresent(until -> {
            set.append(", ").append(HistoryItem.OFFER_EXPIRES_AT).append(" = :until");
            values.put(":until", AttributeValue.fromS(until.toString()));
        });
        return Update.builder()
                .tableName(store.table())
                .key(ActivityKeys.registration(waiter.id()).attributes())
                .updateExpression(set + " ADD version :one REMOVE line, " + HistoryItem.OFFER_ANSWER)
                .conditionExpression(STILL_WAITS + " AND " + Fence.NOT_ABANDONED)
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(values);
    }
}
