package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Page;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Backoff;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** Registrations, places and lines in the activities table. */
public final class DynamoRegistrations implements Registrations {

    static final String STILL_WAITS = "id = :id AND #status = :waitlisted AND line = :line";
    static final String UNCHANGED = "id = :id AND version = :version";
    static final String LINK_NOT_ASKED_FOR_LATELY =
            "id = :id AND (attribute_not_exists(linkRequestedAt) OR linkRequestedAt < :notBefore)";

    private static final int TRIES_MAX = 12;

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;

    public DynamoRegistrations(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    @Override
    public Optional<Registration> find(RegistrationId id) {
        var latest = get(ActivityKeys.registration(id));
        if (latest.filter(item -> isRegistration(item, id)).isPresent()) {
            return latest.map(RegistrationItem::read);
        }
        // A later attempt may have taken its place.
        return get(ActivityKeys.pastRegistration(id)).map(RegistrationItem::read);
    }

    @Override
    public Optional<Registration> findByContact(ActivityId activity, PersonKey contact) {
        return get(ActivityKeys.contact(activity, contact))
                .flatMap(item -> RegistrationItem.isContact(item)
                        ? RegistrationId.parse(Attributes.of(item).text("registration"))
                                .flatMap(this::find)
                        : Optional.of(RegistrationItem.read(item)));
    }

    @Override
    public SignedUp signUp(Newcomer newcomer) {
        return new TakePlace(client, table, random, this::find, newcomer).run();
    }

    @Override
    public Registration end(Registration first, Status status, Instant at) {
        var seen = first;
        for (int attempt = 0; attempt < TRIES_MAX && mayEnd(first, seen, status); attempt++) {
            if (endOnce(seen, status, at)) {
                return found(seen.id());
            }
            seen = found(seen.id());
        }
        if (mayEnd(first, seen, status)) {
            throw new StoreUnavailable(
                    "end " + seen.id(), new IllegalStateException("it kept changing for " + TRIES_MAX + " tries"));
        }
        return seen;
    }

    /** People end whatever is live; the calendar ends only what is still as it was when its time came. */
    private static boolean mayEnd(Registration first, Registration seen, Status status) {
        boolean byCalendar = status == Status.EXPIRED || status == Status.NO_SHOW;
        return byCalendar
                ? seen.status() == first.status()
                        && seen.status().isLive()
                        && seen.admitted().isEmpty()
                : seen.status().isLive();
    }

    private boolean endOnce(Registration seen, Status status, Instant at) {
        var transaction = new Transaction(client, random, "end " + seen.id());
        transaction.update(Update.builder()
                .tableName(table)
                .key(ActivityKeys.registration(seen.id()).attributes())
                .updateExpression("SET #status = :status, endedAt = :at ADD version :one REMOVE line")
                .conditionExpression(UNCHANGED)
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":status", AttributeValue.fromS(RegistrationItem.code(status)),
                        ":at", AttributeValue.fromS(at.toString()),
                        ":one", Attributes.number(1),
                        ":id", AttributeValue.fromS(seen.id().value()),
                        ":version", Attributes.number(seen.version()))));
        transaction.update(SeatsItem.giveBack(
                table, seen.activity(), seen.group(), seen.status().holdsPlace()));
        seen.linePlace()
                .ifPresent(place -> transaction.delete(LineItem.remove(table, seen.activity(), seen.group(), place)));
        // Pointers under further contacts stay: they lead to an ended registration, which the next sign-up may replace.
        return transaction.commit().isEmpty();
    }

    private Registration found(RegistrationId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("registration " + id + " is gone"));
    }

    @Override
    public Optional<Registration> change(Registration seen, Changes changes) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":id", AttributeValue.fromS(seen.id().value()));
        values.put(":version", Attributes.number(seen.version()));
        values.put(":one", Attributes.number(1));
        values.put(":name", AttributeValue.fromS(changes.name()));
        values.put(":language", AttributeValue.fromS(changes.language().code()));
        var set = new StringJoiner(", ", "SET ", "").add("#name = :name").add("#language = :language");
        var remove = new StringJoiner(", ", " REMOVE ", "").setEmptyValue("");
        if (changes.answers().isEmpty()) {
            remove.add("answers");
        } else {
            values.put(":answers", Attributes.answers(changes.answers()));
            set.add("answers = :answers");
        }
        changes.organisation()
                .ifPresentOrElse(
                        it -> {
                            values.put(":organisation", AttributeValue.fromS(it));
                            set.add("organisation = :organisation");
                        },
                        () -> remove.add("organisation"));
        return asking("change " + seen.id(), () -> {
            try {
                var updated = client.updateItem(it -> it.tableName(table)
                        .key(ActivityKeys.registration(seen.id()).attributes())
                        .updateExpression(set + " ADD version :one" + remove)
                        .conditionExpression(UNCHANGED)
                        .expressionAttributeNames(Map.of("#name", "name", "#language", "language"))
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW));
                return Optional.of(RegistrationItem.read(updated.attributes()));
            } catch (ConditionalCheckFailedException | TransactionConflictException changedMeanwhile) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean requestLink(RegistrationId id, Instant at, Instant notBefore) {
        return asking("request link of " + id, () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    client.updateItem(it -> it.tableName(table)
                            .key(ActivityKeys.registration(id).attributes())
                            .updateExpression("SET linkRequestedAt = :at ADD linkRequests :one")
                            .conditionExpression(LINK_NOT_ASKED_FOR_LATELY)
                            .expressionAttributeValues(Map.of(
                                    ":id", AttributeValue.fromS(id.value()),
                                    ":at", Attributes.number(at.toEpochMilli()),
                                    ":notBefore", Attributes.number(notBefore.toEpochMilli()),
                                    ":one", Attributes.number(1))));
                    return true;
                } catch (ConditionalCheckFailedException lately) {
                    return false;
                } catch (TransactionConflictException meanwhile) {
                    if (attempt == TRIES_MAX) {
                        throw meanwhile;
                    }
                    Backoff.sleep(random, attempt, 4, 250);
                }
            }
        });
    }

    @Override
    public List<Waiter> line(ActivityId activity, String group, int limit) {
        return asking(
                "read the line of " + activity,
                () -> client
                        .query(it -> it.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", AttributeValue.fromS(ActivityKeys.line(activity, group))))
                                .limit(limit)
                                .consistentRead(true))
                        .items()
                        .stream()
                        .map(item -> LineItem.read(group, item))
                        .toList());
    }

    @Override
    public int ahead(ActivityId activity, String group, LinePlace place) {
        return asking(
                "count the line of " + activity,
                () -> client
                        .queryPaginator(it -> it.tableName(table)
                                .keyConditionExpression("pk = :pk AND sk < :place")
                                .expressionAttributeValues(Map.of(
                                        ":pk", AttributeValue.fromS(ActivityKeys.line(activity, group)),
                                        ":place", AttributeValue.fromS(place.value())))
                                .select(Select.COUNT)
                                .consistentRead(true))
                        .stream()
                        .mapToInt(page -> page.count())
                        .sum());
    }

    @Override
    public Promoted promote(Waiter waiter, Status to, Instant at) {
        var activity = waiter.id().activity();
        var transaction = new Transaction(client, random, "promote " + waiter.id());
        int registration = transaction.update(Update.builder()
                .tableName(table)
                .key(ActivityKeys.registration(waiter.id()).attributes())
                .updateExpression("SET #status = :to, promotedAt = :at ADD version :one REMOVE line")
                .conditionExpression(STILL_WAITS)
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":id", AttributeValue.fromS(waiter.id().value()),
                        ":waitlisted", AttributeValue.fromS(RegistrationItem.code(Status.WAITLISTED)),
                        ":line", AttributeValue.fromS(waiter.place().value()),
                        ":to", AttributeValue.fromS(RegistrationItem.code(to)),
                        ":at", AttributeValue.fromS(at.toString()),
                        ":one", Attributes.number(1))));
        transaction.update(SeatsItem.moveUp(table, activity, waiter.group()));
        transaction.delete(LineItem.remove(table, activity, waiter.group(), waiter.place()));
        return transaction
                .commit()
                .map(obstacles -> obstacles.at(registration) ? Promoted.GONE : Promoted.NO_PLACE)
                .orElse(Promoted.MOVED_UP);
    }

    @Override
    public Map<ActivityId, List<Seats>> seats(List<Activity> activities) {
        return new SeatsReader(client, table, random).read(activities);
    }

    @Override
    public Page<Registration> list(ActivityId activity, int limit, Optional<String> cursor) {
        return new PeopleList(client, table).page(activity, limit, cursor);
    }

    private Optional<Map<String, AttributeValue>> get(Key key) {
        return asking("read one item", () -> {
            var answer = client.getItem(
                    it -> it.tableName(table).key(key.attributes()).consistentRead(true));
            return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
        });
    }

    private static boolean isRegistration(Map<String, AttributeValue> item, RegistrationId id) {
        return Attributes.of(item).optionalText("id").filter(id.value()::equals).isPresent();
    }
}
