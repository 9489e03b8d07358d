package yunhe.dynamo.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Notices;
import yunhe.core.shared.StoreUnavailable;
import yunhe.core.shared.Subject;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.Key;
import yunhe.dynamo.keys.NoticeKeys;

/** Notices in DynamoDB: one conditional write per claim, one per record. */
public final class DynamoNotices implements Notices {

    /** Longer than the notifier may run (30 s), with room for clocks that differ. */
    public static final Duration CLAIM_FOR = Duration.ofSeconds(90);

    static final Duration KEEP_FOR = Duration.ofDays(180);

    /** What was given up may be taken again, by whoever brings its message back from the dead letters. */
    public static final String NOBODY_HAS_IT = "attribute_not_exists(pk)"
            + " OR (#status = :queued AND #claimedUntil <= :now)"
            + " OR (#status = :failed AND #reason = :givenUp)";

    static final String STILL_MINE = "#claim = :claim";

    private static final String CLAIM_IT = "SET #type = :type, #schema = :schema, #about = :about, #kind = :kind,"
            + " #fact = :fact, #status = :queued, #at = :at, #claim = :claim, #claimedUntil = :until,"
            + " #expiresAt = :expiresAt REMOVE #reason, #trouble ADD #version :one";

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;

    public DynamoNotices(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    @Override
    public Claim claim(Notice notice, Instant now) {
        var mine = new Claim.Mine(notice, token());
        var values = new HashMap<String, AttributeValue>();
        values.put(":type", AttributeValue.fromS(NoticeItem.TYPE_NOTICE));
        values.put(":schema", Attributes.number(NoticeItem.SCHEMA_NOW));
        values.put(":about", AttributeValue.fromS(notice.about().value()));
        values.put(":kind", AttributeValue.fromS(notice.kind().code()));
        values.put(":fact", Attributes.number(notice.version()));
        values.put(":queued", AttributeValue.fromS(NoticeRecord.Status.QUEUED.code()));
        values.put(":failed", AttributeValue.fromS(NoticeRecord.Status.FAILED.code()));
        values.put(":givenUp", AttributeValue.fromS(NoticeRecord.Reason.GIVEN_UP));
        values.put(":at", AttributeValue.fromS(now.toString()));
        values.put(":claim", AttributeValue.fromS(mine.token()));
        values.put(":until", Attributes.number(now.plus(CLAIM_FOR).toEpochMilli()));
        values.put(":expiresAt", Attributes.number(now.plus(KEEP_FOR).getEpochSecond()));
        values.put(":one", Attributes.number(1));
        values.put(":now", Attributes.number(now.toEpochMilli()));
        try {
            client.updateItem(update(notice)
                    .updateExpression(CLAIM_IT)
                    .conditionExpression(NOBODY_HAS_IT)
                    .expressionAttributeNames(names(
                            NoticeItem.TYPE,
                            NoticeItem.SCHEMA,
                            NoticeItem.VERSION,
                            NoticeItem.ABOUT,
                            NoticeItem.KIND,
                            NoticeItem.FACT,
                            NoticeItem.STATUS,
                            NoticeItem.AT,
                            NoticeItem.CLAIM,
                            NoticeItem.CLAIMED_UNTIL,
                            NoticeItem.REASON,
                            NoticeItem.TROUBLE,
                            NoticeItem.EXPIRES_AT))
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build());
            return mine;
        } catch (ConditionalCheckFailedException inTheWay) {
            return whatStandsInTheWay(mine, inTheWay);
        } catch (SdkException cause) {
            throw new StoreUnavailable("claim notice " + notice.id(), cause);
        }
    }

    private static Claim whatStandsInTheWay(Claim.Mine wanted, ConditionalCheckFailedException failed) {
        var there = failed.item();
        if (there.isEmpty()) {
            // It was there when the condition was checked; whoever comes next will see.
            return new Claim.Taken();
        }
        if (NoticeItem.status(there) != NoticeRecord.Status.QUEUED) {
            return new Claim.Settled();
        }
        // The client repeats a write whose answer was lost, and then meets its own.
        boolean own = Attributes.of(there)
                .optionalText(NoticeItem.CLAIM)
                .filter(wanted.token()::equals)
                .isPresent();
        return own ? wanted : new Claim.Taken();
    }

    @Override
    public void settle(Claim.Mine claim, NoticeRecord.Outcome outcome, Instant at) {
        var status = outcome.status();
        var set = new StringBuilder("SET #status = :status, #at = :at");
        var add = new StringBuilder(" ADD #version :one");
        var names = new HashMap<>(names(
                NoticeItem.STATUS, NoticeItem.AT, NoticeItem.VERSION, NoticeItem.CLAIM, NoticeItem.CLAIMED_UNTIL));
        var values = new HashMap<String, AttributeValue>();
        values.put(":status", AttributeValue.fromS(status.code()));
        values.put(":at", AttributeValue.fromS(at.toString()));
        values.put(":claim", AttributeValue.fromS(claim.token()));
        values.put(":one", Attributes.number(1));
        outcome.channel().ifPresent(channel -> {
            set.append(", #channel = :channel");
            names.putAll(names(NoticeItem.CHANNEL));
            values.put(":channel", AttributeValue.fromS(channel.code()));
        });
        outcome.reason().ifPresent(reason -> {
            set.append(", #reason = :reason");
            names.putAll(names(NoticeItem.REASON));
            values.put(":reason", AttributeValue.fromS(reason));
        });
        if (status != NoticeRecord.Status.SENT) {
            set.append(", #trouble = :status");
            names.putAll(names(NoticeItem.TROUBLE));
        }
        if (status == NoticeRecord.Status.FAILED) {
            add.append(", #failures :one");
            names.putAll(names(NoticeItem.FAILURES));
        }
        ifStillMine("settle", claim, STILL_MINE, set + " REMOVE #claimedUntil" + add, names, values);
    }

    @Override
    public void release(Claim.Mine claim, Instant now) {
        var values = Map.of(
                ":claim", AttributeValue.fromS(claim.token()),
                ":queued", AttributeValue.fromS(NoticeRecord.Status.QUEUED.code()),
                ":now", Attributes.number(now.toEpochMilli()));
        ifStillMine(
                "release",
                claim,
                STILL_MINE + " AND #status = :queued",
                "SET #claimedUntil = :now",
                names(NoticeItem.CLAIM, NoticeItem.CLAIMED_UNTIL, NoticeItem.STATUS),
                values);
    }

    private void ifStillMine(
            String attempted,
            Claim.Mine claim,
            String condition,
            String expression,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            client.updateItem(update(claim.notice())
                    .updateExpression(expression)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .build());
        } catch (ConditionalCheckFailedException takenOver) {
            // The claim ended and somebody else has it: what happens next is theirs to write down.
        } catch (SdkException cause) {
            throw new StoreUnavailable(attempted + " notice " + claim.notice().id(), cause);
        }
    }

    @Override
    public List<NoticeRecord> about(Subject subject) {
        var request = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(NoticeKeys.about(subject))))
                .build();
        try {
            return client.queryPaginator(request).items().stream()
                    .map(NoticeItem::record)
                    .toList();
        } catch (SdkException cause) {
            throw new StoreUnavailable("list notices about " + subject.value(), cause);
        }
    }

    private UpdateItemRequest.Builder update(Notice notice) {
        Key key = NoticeKeys.notice(notice);
        return UpdateItemRequest.builder().tableName(table).key(key.attributes());
    }

    static Map<String, String> names(String... attributes) {
        var names = new HashMap<String, String>();
        for (var attribute : attributes) {
            names.put("#" + attribute, attribute);
        }
        return names;
    }

    private String token() {
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }
}
