package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Page;
import yunhe.core.activity.Question;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Tasks;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;

/** Activities and audit entries in the activities table. */
public final class DynamoActivities implements Activities {

    static final String UNCHANGED = "version = :seen";

    private static final int READ_AHEAD = 50;

    /** A start, and the activity's id. */
    private static final Pattern CURSOR = Pattern.compile("([-0-9T:]{1,40}Z)\\|(.+)");

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;
    private final AuditTrail auditTrail;
    private final Ledger.Store store;
    private final GroupsOfPlaces places;

    public DynamoActivities(DynamoDbClient client, String table, RandomGenerator random) {
        this(client, table, random, Shards.DEFAULT);
    }

    /** @param shards for the places of what is published */
    public DynamoActivities(DynamoDbClient client, String table, RandomGenerator random, Shards shards) {
        this.client = client;
        this.table = table;
        this.random = random;
        this.auditTrail = new AuditTrail(client, table, random);
        this.store = new Ledger.Store(client, table, random);
        this.places = new GroupsOfPlaces(store, shards);
    }

    @Override
    public Optional<Activity> find(ActivityId id) {
        return asking("read " + id, () -> {
            var answer = client.getItem(it -> it.tableName(table)
                    .key(ActivityKeys.activity(id).attributes())
                    .consistentRead(true));
            return answer.hasItem() ? Optional.of(ActivityItem.read(answer.item())) : Optional.empty();
        });
    }

    @Override
    public Activity create(ActivityId id, ActivityDetails details, Actor actor) {
        var activity = new Activity(id, Activity.Phase.DRAFT, details, Optional.empty(), Activity.Edits.NONE, 1);
        var transaction = new Transaction(client, random, "create " + id);
        transaction.put(Put.builder()
                .tableName(table)
                .item(ActivityItem.of(activity))
                .conditionExpression("attribute_not_exists(pk)"));
        audit(transaction, actor, Action.CREATED, id);
        if (transaction.commit().isPresent()) {
            throw new IllegalStateException("id " + id + " is taken");
        }
        return activity;
    }

    @Override
    public Optional<Activity> replace(Activity seen, ActivityDetails details, Actor actor) {
        boolean published = seen.phase() == Activity.Phase.PUBLISHED;
        var edits = published ? edits(seen, details, actor.at()) : seen.edits();
        var next = new Activity(seen.id(), seen.phase(), details, seen.cancelReason(), edits, seen.version() + 1);
        var transaction = write(seen, next, actor, Action.CHANGED);
        List<String> lacking = List.of();
        if (published) {
            lacking = places.resize(transaction, seen, next, actor.at());
            reschedule(transaction, seen, next, actor.at());
            if (edits.questions() != seen.edits().questions()) {
                transaction.put(Put.builder().tableName(table).item(DetailsItem.formerQuestions(seen)));
            }
        }
        var changed = committed(transaction, next);
        if (changed.isPresent()) {
            // Should this be the end of the process, whoever next finds nothing free does it.
            lacking.forEach(group -> grant(seen.id(), group));
        }
        return changed;
    }

    private void grant(ActivityId activity, String group) {
        try {
            new Grant(new OneGroup(store, activity, group)).make();
        } catch (StoreUnavailable afterwards) {
            Log.event("ledger.untidy", Map.of("activity", activity.value(), "group", group));
        }
    }

    private static Activity.Edits edits(Activity seen, ActivityDetails details, Instant now) {
        var edits = seen.edits();
        boolean moved = !seen.details().isAtTheSameTimeAndPlace(details);
        boolean asksOther = !seen.details().questions().equals(details.questions());
        return new Activity.Edits(
                moved ? Optional.of(new Activity.Moved(seen.version() + 1, now)) : edits.moved(),
                edits.questions() + (asksOther ? 1 : 0),
                edits.rules() + (seen.details().judgesLike(details) ? 0 : 1));
    }

    /**
     * What is due follows the dates; a task that was due before is overtaken, and is found to be when its turn comes.
     */
    private void reschedule(Transaction transaction, Activity seen, Activity next, Instant now) {
        var before = Tasks.of(seen);
        var after = Tasks.of(next);
        var kept = after.stream().map(ActivityKeys::task).collect(Collectors.toSet());
        before.stream()
                .filter(task ->
                        !kept.contains(ActivityKeys.task(task)) && task.at().isAfter(now))
                .forEach(task -> transaction.delete(TaskItem.delete(table, task)));
        after.stream().filter(task -> !before.contains(task)).forEach(task -> schedule(transaction, task, now));
        if (!next.edits().moved().equals(seen.edits().moved())) {
            schedule(transaction, Task.at(now, next.id(), new Task.Work.Announce(next.version())), now);
        }
    }

    /** What is due already is due now: nobody looks into hours that are behind us. */
    private void schedule(Transaction transaction, Task task, Instant now) {
        var at = task.at().isBefore(now) ? now : task.at();
        transaction.put(TaskItem.put(table, Task.at(at, task.activity(), task.work())));
    }

    @Override
    public Optional<List<Question>> formerQuestions(ActivityId id, long version) {
        return asking("read former questions of " + id, () -> {
            var answer = client.getItem(it -> it.tableName(table)
                    .key(ActivityKeys.formerQuestions(id, version).attributes())
                    .consistentRead(true));
            return answer.hasItem() ? Optional.of(DetailsItem.readQuestions(answer.item())) : Optional.empty();
        });
    }

    @Override
    public Optional<Activity> publish(Activity seen, Actor actor) {
        var next = new Activity(
                seen.id(),
                Activity.Phase.PUBLISHED,
                seen.details(),
                Optional.empty(),
                seen.edits(),
                seen.version() + 1);
        var transaction = write(seen, next, actor, Action.PUBLISHED);
        places.make(transaction, next);
        Tasks.of(next).forEach(task -> schedule(transaction, task, actor.at()));
        // Before the first task, so that a tick that comes late knows where to begin.
        new DynamoAgenda(client, table, random).begin(actor.at().truncatedTo(ChronoUnit.HOURS));
        return committed(transaction, next);
    }

    @Override
    public Optional<Activity> cancel(Activity seen, Bilingual reason, Actor actor) {
        var next = new Activity(
                seen.id(),
                Activity.Phase.CANCELLED,
                seen.details(),
                Optional.of(reason),
                seen.edits(),
                seen.version() + 1);
        var transaction = write(seen, next, actor, Action.CANCELLED);
        if (seen.phase() == Activity.Phase.PUBLISHED) {
            places.close(transaction, seen);
            Tasks.of(seen).forEach(task -> transaction.delete(TaskItem.delete(table, task)));
            schedule(transaction, Task.at(actor.at(), seen.id(), new Task.Work.CancelAll()), actor.at());
        }
        return committed(transaction, next);
    }

    @Override
    public Page<Activity> listAll(ActivityType type, int limit, Optional<String> cursor) {
        return list(type, Optional.empty(), activity -> true, limit, cursor);
    }

    @Override
    public Page<Activity> listUpcoming(ActivityType type, Instant now, int limit, Optional<String> cursor) {
        // What began longer ago than an activity may last is over.
        return list(
                type,
                Optional.of(now.minus(Activity.LENGTH_MAX)),
                activity -> activity.phase() == Activity.Phase.PUBLISHED && !activity.isOver(now),
                limit,
                cursor);
    }

    private Page<Activity> list(
            ActivityType type, Optional<Instant> from, Predicate<Activity> wanted, int limit, Optional<String> cursor) {
        return asking("list activities", () -> {
            var values = new HashMap<>(Map.of(":listed", AttributeValue.fromS(ActivityKeys.listed(type))));
            from.ifPresent(it -> values.put(":from", AttributeValue.fromS(ActivityItem.sortable(it))));
            var found = new ArrayList<Activity>();
            @Nullable
            Map<String, AttributeValue> start =
                    cursor.flatMap(text -> startAfter(type, text, from)).orElse(null);
            do {
                var after = start;
                var answer = client.query(it -> it.tableName(table)
                        .indexName(ActivityKeys.BY_START)
                        .keyConditionExpression("listed = :listed" + (from.isPresent() ? " AND startsAt >= :from" : ""))
                        .expressionAttributeValues(values)
                        .exclusiveStartKey(after)
                        .limit(READ_AHEAD));
                for (var item : answer.items()) {
                    var activity = ActivityItem.read(item);
                    if (wanted.test(activity)) {
                        // One more than asked for tells that there is more.
                        if (found.size() == limit) {
                            return new Page<>(found, Optional.of(cursor(found.getLast())));
                        }
                        found.add(activity);
                    }
                }
                start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
            } while (start != null);
            return new Page<>(found, Optional.empty());
        });
    }

    private static String cursor(Activity last) {
        return ActivityItem.sortable(last.times().startsAt()) + "|" + last.id();
    }

    /** Empty for a broken cursor, and for one from before what is asked for: the store refuses to start there. */
    private static Optional<Map<String, AttributeValue>> startAfter(
            ActivityType type, String cursor, Optional<Instant> from) {
        var parts = CURSOR.matcher(cursor);
        return !parts.matches()
                        || from.map(ActivityItem::sortable)
                                .filter(earliest -> parts.group(1).compareTo(earliest) < 0)
                                .isPresent()
                ? Optional.empty()
                : ActivityId.parse(parts.group(2)).map(id -> {
                    var key = new HashMap<>(ActivityKeys.activity(id).attributes());
                    key.put(ActivityKeys.LISTED, AttributeValue.fromS(ActivityKeys.listed(type)));
                    key.put("startsAt", AttributeValue.fromS(parts.group(1)));
                    return key;
                });
    }

    @Override
    public void audit(AuditEntry entry) {
        auditTrail.append(entry);
    }

    @Override
    public Page<AuditEntry> auditOf(String subject, int limit, Optional<String> cursor) {
        return auditTrail.of(subject, limit, cursor);
    }

    private Transaction write(Activity seen, Activity next, Actor actor, String action) {
        var transaction = new Transaction(client, random, action + " " + seen.id());
        transaction.update(ActivityItem.change(next).tableName(table).conditionExpression(UNCHANGED));
        audit(transaction, actor, action, seen.id());
        return transaction;
    }

    private void audit(Transaction transaction, Actor actor, String action, ActivityId id) {
        transaction.put(auditTrail.entry(new AuditEntry(actor.at(), actor.subject(), action, id.value())));
    }

    private static Optional<Activity> committed(Transaction transaction, Activity next) {
        return transaction.commit().isEmpty() ? Optional.of(next) : Optional.empty();
    }
}
