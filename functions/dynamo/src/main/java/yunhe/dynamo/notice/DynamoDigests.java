package yunhe.dynamo.notice;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.core.notice.Digests;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.NoticeKeys;

/** Digests in DynamoDB: one item per robot, two conditional writes per digest. */
public final class DynamoDigests implements Digests {

    /** Longer than the digest's function may run (120 s), with room for clocks that differ. */
    public static final Duration TURN_FOR = Duration.ofMinutes(5);

    public static final String NOBODY_IS_AT_IT = "attribute_not_exists(pk) OR #claimedUntil <= :now";

    private static final String STILL_MINE = "#claim = :claim";

    private static final String TAKE_IT =
            "SET #type = :type, #schema = :schema, #claim = :claim," + " #claimedUntil = :until ADD #version :one";

    private static final String REACHED = "reached";
    private static final String TYPE_DIGEST = "digest";
    private static final int SCHEMA_NOW = 1;

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;

    public DynamoDigests(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    @Override
    public Optional<Turn> take(String robot, Instant now) {
        var token =
                HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
        var request = update(robot)
                .updateExpression(TAKE_IT)
                .conditionExpression(NOBODY_IS_AT_IT)
                .expressionAttributeNames(names(
                        NoticeItem.TYPE,
                        NoticeItem.SCHEMA,
                        NoticeItem.VERSION,
                        NoticeItem.CLAIM,
                        NoticeItem.CLAIMED_UNTIL))
                .expressionAttributeValues(Map.of(
                        ":type", AttributeValue.fromS(TYPE_DIGEST),
                        ":schema", Attributes.number(SCHEMA_NOW),
                        ":claim", AttributeValue.fromS(token),
                        ":until", Attributes.number(now.plus(TURN_FOR).toEpochMilli()),
                        ":now", Attributes.number(now.toEpochMilli()),
                        ":one", Attributes.number(1)))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return asking("take the turn of robot " + robot, () -> {
            try {
                return Optional.of(turn(robot, token, client.updateItem(request).attributes()));
            } catch (ConditionalCheckFailedException taken) {
                // The client repeats a write whose answer was lost, and then meets its own.
                return Optional.of(taken.item())
                        .filter(item -> Attributes.of(item)
                                .optionalText(NoticeItem.CLAIM)
                                .filter(token::equals)
                                .isPresent())
                        .map(item -> turn(robot, token, item));
            }
        });
    }

    private static Turn turn(String robot, String token, Map<String, AttributeValue> item) {
        return new Turn(robot, token, Attributes.of(item).optionalInstant(REACHED));
    }

    @Override
    public void reached(Turn turn, Instant until, Instant now) {
        end(turn, now, ", #reached = :reached", Map.of(":reached", AttributeValue.fromS(until.toString())));
    }

    @Override
    public void giveBack(Turn turn, Instant now) {
        end(turn, now, "", Map.of());
    }

    private void end(Turn turn, Instant now, String alsoSet, Map<String, AttributeValue> alsoValues) {
        var names = names(NoticeItem.CLAIM, NoticeItem.CLAIMED_UNTIL, NoticeItem.VERSION);
        var values = new HashMap<>(alsoValues);
        values.put(":claim", AttributeValue.fromS(turn.token()));
        values.put(":now", Attributes.number(now.toEpochMilli()));
        values.put(":one", Attributes.number(1));
        if (!alsoValues.isEmpty()) {
            names.putAll(names(REACHED));
        }
        asking("end the turn of robot " + turn.robot(), () -> {
            try {
                return client.updateItem(update(turn.robot())
                        .updateExpression("SET #claimedUntil = :now" + alsoSet + " ADD #version :one")
                        .conditionExpression(STILL_MINE)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build());
            } catch (ConditionalCheckFailedException takenOver) {
                // The turn ended and somebody else has it: what happens next is theirs to write down.
                return takenOver;
            }
        });
    }

    private UpdateItemRequest.Builder update(String robot) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(NoticeKeys.digest(robot).attributes());
    }

    private static Map<String, String> names(String... attributes) {
        var names = new HashMap<String, String>();
        for (var attribute : attributes) {
            names.put("#" + attribute, attribute);
        }
        return names;
    }
}
