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
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.History;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Page;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Updates;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** Registrations, places and lines in the activities table. */
public final class DynamoRegistrations implements Registrations {

    static final String LINK_NOT_ASKED_FOR_LATELY =
            "id = :id AND (attribute_not_exists(linkRequestedAt) OR linkRequestedAt < :notBefore)";

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;
    private final Updates updates;
    private final Ledger.Store store;
    private final LedgerMemory memory = new LedgerMemory();

    public DynamoRegistrations(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
        this.updates = new Updates(client, random);
        this.store = new Ledger.Store(client, table, random);
    }

    @Override
    public Optional<Registration> find(RegistrationId id) {
        // A later attempt moves it to the past in one transaction, and two reads may see one half of it each.
        return look(id).or(() -> look(id));
    }

    private Optional<Registration> look(RegistrationId id) {
        var latest = get(ActivityKeys.registration(id));
        if (latest.filter(item -> isRegistration(item, id)).isPresent()) {
            return latest.map(RegistrationItem::read);
        }
        // A later attempt may have taken its place.
        return get(ActivityKeys.pastRegistration(id)).map(RegistrationItem::read);
    }

    @Override
    public Optional<Registration> findByContact(ActivityId activity, PersonKey contact) {
        // A pointer may have been left by somebody whose registration never came; a fence is nobody.
        return get(ActivityKeys.contact(activity, contact))
                .filter(item -> !Fence.isFence(item))
                .flatMap(item -> RegistrationItem.isContact(item)
                        ? RegistrationId.parse(Attributes.of(item).text("registration"))
                                .flatMap(this::find)
                                .filter(found -> found.contacts().contains(contact))
                        : Optional.of(RegistrationItem.read(item)));
    }

    @Override
    public SignedUp signUp(Newcomer newcomer) {
        return new TakePlace(store, memory, this, newcomer).run();
    }

    @Override
    public Optional<Registration> move(Registration seen, Status to, History history, Optional<AuditEntry> audit) {
        return new MoveRegistration(client, table, random).move(seen, to, history, audit);
    }

    @Override
    public Reopened reopen(Registration seen, History.Decision decision, AuditEntry audit) {
        return new Reopen(store, memory, seen, decision, audit).run();
    }

    @Override
    public boolean cancelWithActivity(Registration first, History.Ended ended) {
        var seen = first;
        while (seen.status().isLive()) {
            var update = MoveRegistration.registration(
                    table, seen, Status.CANCELLED, seen.history().ended(ended));
            if (updates.write("cancel " + seen.id() + " with its activity", update.build())
                    .isPresent()) {
                return true;
            }
            var id = first.id();
            seen = find(id).orElseThrow(() -> new IllegalStateException("registration is gone: " + id));
        }
        return false;
    }

    @Override
    public void noteMoved(Registration seen, long activityVersion, Instant deleteAt) {
        new Notes(table, updates).moved(seen, activityVersion, deleteAt);
    }

    @Override
    public void noteReminder(RegistrationId id, Instant due) {
        new Notes(table, updates).reminder(id, due);
    }

    @Override
    public void noteMeetings(RegistrationId id, int revision) {
        new Notes(table, updates).meetings(id, revision);
    }

    private static AttributeValue code(Status status) {
        return AttributeValue.fromS(RegistrationItem.code(status));
    }

    @Override
    public Optional<Registration> change(Registration seen, Changes changes) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":id", AttributeValue.fromS(seen.id().value()));
        values.put(":version", Attributes.number(seen.version()));
        values.put(":one", Attributes.number(1));
        values.put(":name", AttributeValue.fromS(changes.name()));
        values.put(":language", AttributeValue.fromS(changes.language().code()));
        values.put(":status", code(changes.to()));
        values.put(":questions", Attributes.number(changes.questions()));
        var set = new StringJoiner(", ", "SET ", "")
                .add("#name = :name")
                .add("#language = :language")
                .add("#status = :status")
                .add(HistoryItem.QUESTIONS + " = :questions");
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
        return updates.write(
                        "change " + seen.id(),
                        Update.builder()
                                .tableName(table)
                                .key(ActivityKeys.registration(seen.id()).attributes())
                                .updateExpression(set + " ADD version :one" + remove)
                                .conditionExpression(MoveRegistration.UNCHANGED)
                                .expressionAttributeNames(
                                        Map.of("#name", "name", "#language", "language", "#status", "status"))
                                .expressionAttributeValues(values)
                                .build())
                .map(RegistrationItem::read);
    }

    @Override
    public boolean requestLink(RegistrationId id, Instant at, Instant notBefore) {
        return updates.write(
                        "request link of " + id,
                        Update.builder()
                                .tableName(table)
                                .key(ActivityKeys.registration(id).attributes())
                                .updateExpression("SET linkRequestedAt = :at ADD linkRequests :one")
                                .conditionExpression(LINK_NOT_ASKED_FOR_LATELY)
                                .expressionAttributeValues(Map.of(
                                        ":id", AttributeValue.fromS(id.value()),
                                        ":at", Attributes.number(at.toEpochMilli()),
                                        ":notBefore", Attributes.number(notBefore.toEpochMilli()),
                                        ":one", Attributes.number(1)))
                                .build())
                .isPresent();
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
        return new LineLength(new OneGroup(store, activity, group)).ahead(place);
    }

    @Override
    public Promoted promote(Waiter waiter, Status to, Instant at, Optional<Instant> offerExpiresAt) {
        return new MoveUp(store, waiter, to, at, offerExpiresAt).run(memory);
    }

    @Override
    public void settle(ActivityId activity, String group, Instant now) {
        recovery(activity, group).settle(now);
    }

    @Override
    public void settleClosed(Activity activity) {
        activity.details()
                .groups()
                .forEach(group -> recovery(activity.id(), group.id()).settleClosed());
    }

    private Recovery recovery(ActivityId activity, String group) {
        return new Recovery(new OneGroup(store, activity, group), memory.of(activity, group));
    }

    @Override
    public Map<ActivityId, List<Seats>> seats(List<Activity> activities) {
        return new SeatsReader(client, table, random).read(activities);
    }

    @Override
    public Page<Registration> list(ActivityId activity, int limit, Optional<String> cursor) {
        return new PeopleList(client, table, false).page(activity, limit, cursor);
    }

    @Override
    public Page<Registration> listNow(ActivityId activity, int limit, Optional<String> cursor) {
        return new PeopleList(client, table, true).page(activity, limit, cursor);
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
