package yunhe.dynamo.activity;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import yunhe.core.activity.LinePlace;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/**
 * How many stand in front of a place. Counting reads every one of them, and in a rush everybody asks who joins: far
 * from the front it counts from the end, which is near for them.
 */
record LineLength(OneGroup group) {

    /** So many are counted one by one; the store bills as much for four sign-ups. */
    private static final int COUNTED_MAX = 100;

    private static final String IN_FRONT = "sk < :place";
    private static final String BEHIND = "sk > :place";

    /** Exact up to a hundred; from there on it may count some who joined while it counted. */
    int ahead(LinePlace place) {
        var inFront = count(IN_FRONT, place);
        if (inFront.isAll()) {
            return inFront.people();
        }
        var behind = count(BEHIND, place);
        return behind.isAll() ? Math.max(inFront.people(), waiting() - 1 - behind.people()) : countToTheEnd(place);
    }

    /** @param isAll false: there are more */
    private record Counted(int people, boolean isAll) {}

    private Counted count(String where, LinePlace place) {
        var page = asking(
                "count the line of " + group.activity(),
                () -> group.store()
                        .client()
                        .query(those(where, place).limit(COUNTED_MAX).build()));
        return new Counted(page.count(), !page.hasLastEvaluatedKey());
    }

    private int countToTheEnd(LinePlace place) {
        return asking(
                "count the line of " + group.activity(),
                () -> group
                        .store()
                        .client()
                        .queryPaginator(those(IN_FRONT, place).build())
                        .stream()
                        .mapToInt(page -> page.count())
                        .sum());
    }

    private QueryRequest.Builder those(String where, LinePlace place) {
        return QueryRequest.builder()
                .tableName(group.store().table())
                .keyConditionExpression("pk = :pk AND " + where)
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(ActivityKeys.line(group.activity(), group.id())),
                        ":place", AttributeValue.fromS(place.value())))
                .select(Select.COUNT)
                .consistentRead(true);
    }

    private int waiting() {
        return Attributes.of(group.head()).smallNumber("waiting");
    }
}
