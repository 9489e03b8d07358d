package yunhe.dynamo.notice;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.core.notice.DailyCap;
import yunhe.core.notice.Notice;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.NoticeKeys;

/** A person's day is an item with the ids of what they were reminded of: one conditional write for each reminder. */
public final class DynamoDailyCap implements DailyCap {

    public static final String THERE_IS_ROOM =
            "attribute_not_exists(#told) OR contains(#told, :notice) OR size(#told) < :max";

    /** Long enough for every zone's day, and short: what somebody was reminded of last week is nobody's business. */
    private static final int DAYS_KEPT = 3;

    private final DynamoDbClient client;
    private final String table;
    private final int max;

    public DynamoDailyCap(DynamoDbClient client, String table, int max) {
        this.client = client;
        this.table = table;
        this.max = max;
    }

    @Override
    public boolean count(Notice notice, PersonKey person, LocalDate day) {
        var expiresAt = day.plusDays(DAYS_KEPT).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        var update = UpdateItemRequest.builder()
                .tableName(table)
                .key(NoticeKeys.reminded(person, day).attributes())
                .conditionExpression(THERE_IS_ROOM)
                .updateExpression("SET #type = :type, #schema = :schema, #expiresAt = :expiresAt"
                        + " ADD #told :notices, #version :one")
                .expressionAttributeNames(Map.of(
                        "#type", NoticeItem.TYPE,
                        "#schema", NoticeItem.SCHEMA,
                        "#expiresAt", NoticeItem.EXPIRES_AT,
                        "#version", NoticeItem.VERSION,
                        "#told", "told"))
                .expressionAttributeValues(Map.of(
                        ":type", AttributeValue.fromS("reminded"),
                        ":schema", Attributes.number(NoticeItem.SCHEMA_NOW),
                        ":expiresAt", Attributes.number(expiresAt),
                        ":notice", AttributeValue.fromS(notice.id()),
                        ":notices", AttributeValue.fromSs(List.of(notice.id())),
                        ":max", Attributes.number(max),
                        ":one", Attributes.number(1)))
                .build();
        return asking("count reminder " + notice.id(), () -> {
            try {
                return client.updateItem(update) != null;
            } catch (ConditionalCheckFailedException full) {
                return false;
            }
        });
    }
}
