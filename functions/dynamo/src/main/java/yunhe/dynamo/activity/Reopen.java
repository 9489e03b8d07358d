package yunhe.dynamo.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.History;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations.Reopened;
import yunhe.core.activity.Status;
import yunhe.core.shared.StoreUnavailable;
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

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;
    private final Registration seen;
    private final History history;
    private final AuditEntry audit;
    private final LinePlace linePlace;
    private boolean inLine;

    Reopen(
            DynamoDbClient client,
            String table,
            RandomGenerator random,
            Registration seen,
            History.Decision decision,
            AuditEntry audit) {
        this.client = client;
        this.table = table;
        this.random = random;
        this.seen = seen;
        this.history = seen.history().decided(decision).reopened();
        this.audit = audit;
        this.linePlace = LinePlace.at(decision.at(), random);
    }

    Reopened run() {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var answer = attempt();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StoreUnavailable(
                "reopen " + seen.id(), new IllegalStateException("no outcome after " + TRIES_MAX + " tries"));
    }

    /** Empty: something was learned, try again. */
    private Optional<Reopened> attempt() {
        var to = inLine ? Status.WAITLISTED : Status.PENDING;
        var reopened = seen.moved(to, history, inLine ? Optional.of(linePlace) : Optional.empty());
        var transaction = new Transaction(client, random, "reopen " + seen.id());
        int registration = transaction.update(registration(to));
        var contacts = new ArrayList<Integer>();
        for (var contact : seen.otherContacts()) {
            contacts.add(transaction.check(ConditionCheck.builder()
                    .tableName(table)
                    .key(ActivityKeys.contact(seen.activity(), contact).attributes())
                    .conditionExpression(LEADS_TO_IT)
                    .expressionAttributeValues(Map.of(
                            ":registration", AttributeValue.fromS(seen.id().value())))));
        }
        int seats = transaction.update(
                inLine
                        ? SeatsItem.joinLine(table, seen.activity(), seen.group())
                        : SeatsItem.take(table, seen.activity(), seen.group()));
        if (inLine) {
            transaction.put(LineItem.of(table, reopened));
        }
        transaction.put(AuditTrail.put(table, audit, random));
        var obstacles = transaction.commit();
        if (obstacles.isEmpty()) {
            return Optional.of(new Reopened.Done(reopened));
        }
        return refused(obstacles.get(), registration, contacts, seats);
    }

    private Optional<Reopened> refused(
            Transaction.Obstacles obstacles, int registration, List<Integer> contacts, int seats) {
        if (obstacles.at(registration)) {
            return Optional.of(
                    isStillThere(obstacles.item(registration)) ? new Reopened.Changed() : new Reopened.Replaced());
        }
        if (contacts.stream().anyMatch(obstacles::at)) {
            return Optional.of(new Reopened.Replaced());
        }
        var there = obstacles.item(seats);
        if (SeatsItem.isClosed(there)) {
            return Optional.of(new Reopened.Closed());
        }
        var counts = SeatsItem.read(there);
        inLine = counts.free() == 0;
        return inLine && counts.lineIsFull() ? Optional.of(new Reopened.Full()) : Optional.empty();
    }

    private boolean isStillThere(Map<String, AttributeValue> item) {
        return !item.isEmpty()
                && !RegistrationItem.isContact(item)
                && RegistrationItem.read(item).id().equals(seen.id());
    }

    private Update.Builder registration(Status to) {
        var update = MoveRegistration.registration(table, seen, to, history).build();
        if (!inLine) {
            return update.toBuilder();
        }
        var values = new HashMap<>(update.expressionAttributeValues());
        values.put(":line", AttributeValue.fromS(linePlace.value()));
        return update.toBuilder()
                .updateExpression(update.updateExpression()
                        .replace("REMOVE line, ", "REMOVE ")
                        .replace("SET ", "SET line = :line, "))
                .expressionAttributeValues(values);
    }
}
