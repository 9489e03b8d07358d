package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Tasks;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.Updates;
import yunhe.dynamo.keys.ActivityKeys;

/**
 * A registration's way from one status to another that takes no place. What it held and no longer holds is given back
 * in the same transaction; where nothing is given back, one plain write is enough.
 */
record MoveRegistration(DynamoDbClient client, String table, RandomGenerator random) {

    static final String UNCHANGED = "id = :id AND version = :version";

    Optional<Registration> move(Registration seen, Status to, History history, Optional<AuditEntry> audit) {
        var update = registration(table, seen, to, history);
        boolean freesPlace = seen.status().holdsPlace() && !to.holdsPlace();
        boolean leavesLine = seen.status() == Status.WAITLISTED;
        var meets = Meets.after(seen, to, history);
        if (!freesPlace && !leavesLine && audit.isEmpty() && meets.isEmpty()) {
            return new Updates(client, random)
                    .write("move " + seen.id(), update.build())
                    .map(RegistrationItem::read);
        }
        var transaction = new Transaction(client, random, "move " + seen.id());
        transaction.update(update);
        if (freesPlace || leavesLine) {
            transaction.update(freesPlace ? giveBack(seen) : SeatsItem.leaveLine(table, seen.activity(), seen.group()));
        }
        if (freesPlace) {
            moveUpLater(transaction, seen, history);
        }
        seen.linePlace()
                .ifPresent(place -> transaction.delete(LineItem.remove(table, seen.activity(), seen.group(), place)));
        meets.ifPresent(task -> transaction.put(TaskItem.put(table, task)));
        audit.ifPresent(entry -> transaction.put(AuditTrail.put(table, entry, random)));
        // Pointers under further contacts stay: they lead to an ended registration, which the next sign-up may replace.
        return transaction.commit().isEmpty() ? Optional.of(seen.moved(to, history)) : Optional.empty();
    }

    private Update.Builder giveBack(Registration seen) {
        var place = seen.place().orElseThrow(() -> new IllegalStateException("holds no place: " + seen.id()));
        return new ShardItem(table, seen.activity(), seen.group()).giveBack(place);
    }

    /** The stream moves the line up; this is for the day on which it does not. */
    private void moveUpLater(Transaction transaction, Registration seen, History history) {
        var at = history.ended().map(History.Ended::at).orElse(Instant.EPOCH);
        transaction.put(TaskItem.put(table, Tasks.moveUp(seen.activity(), seen.group(), at)));
    }

    /** Status and history, if the registration is still the version seen. */
    static Update.Builder registration(String table, Registration seen, Status to, History history) {
        var attributes = HistoryItem.of(history);
        var set = new StringBuilder("SET #status = :status");
        var values = new HashMap<>(Map.of(
                ":status", AttributeValue.fromS(RegistrationItem.code(to)),
                ":one", Attributes.number(1),
                ":id", AttributeValue.fromS(seen.id().value()),
                ":version", Attributes.number(seen.version())));
        attributes.forEach((name, value) -> {
            set.append(", ").append(name).append(" = :").append(name);
            values.put(":" + name, value);
        });
        // A mark that is done with is never recorded again, not even by a write that comes late.
        var over = seen.place().filter(held -> !to.holdsPlace());
        over.ifPresent(held -> values.put(":over", AttributeValue.fromSs(List.of(held.value()))));
        var gone = HistoryItem.removal(attributes).map(names -> ", " + names).orElse("");
        return Update.builder()
                .tableName(table)
                .key(ActivityKeys.registration(seen.id()).attributes())
                .updateExpression(set + " ADD version :one" + (over.isPresent() ? ", abandoned :over" : "")
                        + " REMOVE line" + (to.holdsPlace() ? "" : ", place") + gone)
                .conditionExpression(UNCHANGED)
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(values);
    }
}
