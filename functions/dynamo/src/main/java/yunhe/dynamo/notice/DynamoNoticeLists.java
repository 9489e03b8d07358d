package yunhe.dynamo.notice;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import yunhe.core.activity.Page;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeLists;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.shared.Subject;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.NoticeKeys;

/**
 * Records of notices, read three ways: by what they are about, by trouble through a sparse index, and by looking at
 * all.
 */
public final class DynamoNoticeLists implements NoticeLists {

    static final String BY_TROUBLE = "by-trouble";

    static final String IT_FAILED = "#status = :failed";

    /** So many items one page may look at among all, and no more: the list goes on with its cursor. */
    static final int SCANNED_AT_ONCE = 500;

    static final int SCANS_MAX = 8;

    private static final Map<String, String> STATUS = Map.of("#status", NoticeItem.STATUS);

    private final DynamoDbClient client;
    private final String table;

    public DynamoNoticeLists(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Page<NoticeRecord> about(
            Subject subject, Optional<NoticeRecord.Status> status, int limit, Optional<String> cursor) {
        var after = NoticeCursor.key(cursor).filter(key -> key.pk().equals(NoticeKeys.about(subject)));
        var values = new HashMap<String, AttributeValue>();
        values.put(":pk", AttributeValue.fromS(NoticeKeys.about(subject)));
        after.ifPresent(key -> values.put(":after", AttributeValue.fromS(key.sk())));
        var query = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk" + (after.isPresent() ? " AND sk > :after" : ""))
                .expressionAttributeValues(values)
                .build();
        // Dozens at most: what does not match is left out here.
        var found = asking(
                "list notices about " + subject.value(),
                () -> client.queryPaginator(query).items().stream()
                        .filter(item -> status.isEmpty() || NoticeItem.status(item) == status.get())
                        .limit(limit)
                        .toList());
        return page(found, limit);
    }

    @Override
    public Page<NoticeRecord> all(Optional<NoticeRecord.Status> status, int limit, Optional<String> cursor) {
        return status.filter(DynamoNoticeLists::isTrouble)
                .map(trouble -> troubles(trouble, limit, cursor))
                .orElseGet(() -> scanned(status, limit, cursor));
    }

    private static boolean isTrouble(NoticeRecord.Status status) {
        return status == NoticeRecord.Status.FAILED || status == NoticeRecord.Status.DROPPED_LATE;
    }

    private Page<NoticeRecord> troubles(NoticeRecord.Status trouble, int limit, Optional<String> cursor) {
        var query = QueryRequest.builder()
                .tableName(table)
                .indexName(BY_TROUBLE)
                .keyConditionExpression("#trouble = :trouble")
                .expressionAttributeNames(Map.of("#trouble", NoticeItem.TROUBLE))
                .expressionAttributeValues(Map.of(":trouble", AttributeValue.fromS(trouble.code())))
                .scanIndexForward(false)
                .limit(limit)
                .exclusiveStartKey(NoticeCursor.inTrouble(cursor, trouble.code()))
                .build();
        var found = asking(
                "list notices in trouble",
                () -> client.queryPaginator(query).items().stream().limit(limit).toList());
        return page(found, limit);
    }

    private Page<NoticeRecord> scanned(Optional<NoticeRecord.Status> status, int limit, Optional<String> cursor) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var from = NoticeCursor.key(cursor).map(key -> key.attributes()).orElse(Map.of());
        for (int scan = 0; scan < SCANS_MAX; scan++) {
            var request = scan(status, from);
            var answer = asking("look through notices", () -> client.scan(request));
            found.addAll(answer.items());
            if (found.size() >= limit) {
                boolean more = found.size() > limit || answer.hasLastEvaluatedKey();
                var shown = found.subList(0, limit);
                return new Page<>(
                        records(shown), more ? Optional.of(NoticeCursor.text(shown.getLast())) : Optional.empty());
            }
            if (!answer.hasLastEvaluatedKey()) {
                return new Page<>(records(found), Optional.empty());
            }
            from = answer.lastEvaluatedKey();
        }
        return new Page<>(records(found), Optional.of(NoticeCursor.text(from)));
    }

    private ScanRequest scan(Optional<NoticeRecord.Status> status, Map<String, AttributeValue> from) {
        var names = new HashMap<>(Map.of("#type", NoticeItem.TYPE));
        var values = new HashMap<>(Map.of(":type", AttributeValue.fromS(NoticeItem.TYPE_NOTICE)));
        status.ifPresent(it -> {
            names.putAll(STATUS);
            values.put(":status", AttributeValue.fromS(it.code()));
        });
        return ScanRequest.builder()
                .tableName(table)
                .filterExpression("#type = :type" + (status.isPresent() ? " AND #status = :status" : ""))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .limit(SCANNED_AT_ONCE)
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .build();
    }

    @Override
    public Optional<Standing> standing(Notice notice) {
        return asking("find notice " + notice.id(), () -> {
            var answer = client.getItem(it -> it.tableName(table)
                    .key(NoticeKeys.notice(notice).attributes())
                    .consistentRead(true));
            return answer.hasItem()
                    ? Optional.of(new Standing(
                            NoticeItem.record(answer.item()), answer.item().containsKey(NoticeItem.FAILURES)))
                    : Optional.empty();
        });
    }

    @Override
    public void queueAgain(Notice notice, Instant now) {
        asking("queue again notice " + notice.id(), () -> {
            try {
                return Optional.of(client.updateItem(it -> it.tableName(table)
                        .key(NoticeKeys.notice(notice).attributes())
                        .conditionExpression(IT_FAILED)
                        .updateExpression("SET #status = :queued, #at = :at, #claimedUntil = :now"
                                + " REMOVE #reason, #trouble, #channel ADD #version :one")
                        .expressionAttributeNames(DynamoNotices.names(
                                NoticeItem.STATUS,
                                NoticeItem.AT,
                                NoticeItem.CLAIMED_UNTIL,
                                NoticeItem.REASON,
                                NoticeItem.TROUBLE,
                                NoticeItem.CHANNEL,
                                NoticeItem.VERSION))
                        .expressionAttributeValues(Map.of(
                                ":failed", AttributeValue.fromS(NoticeRecord.Status.FAILED.code()),
                                ":queued", AttributeValue.fromS(NoticeRecord.Status.QUEUED.code()),
                                ":at", AttributeValue.fromS(now.toString()),
                                ":now", Attributes.number(now.toEpochMilli()),
                                ":one", Attributes.number(1)))));
            } catch (ConditionalCheckFailedException queuedAlready) {
                return Optional.empty();
            }
        });
    }

    private static Page<NoticeRecord> page(List<Map<String, AttributeValue>> found, int limit) {
        return new Page<>(
                records(found),
                found.size() == limit ? Optional.of(NoticeCursor.text(found.getLast())) : Optional.empty());
    }

    private static List<NoticeRecord> records(List<Map<String, AttributeValue>> items) {
        return items.stream().map(NoticeItem::record).toList();
    }
}
