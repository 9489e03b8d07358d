package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeatsImageTest {

    private static final AttributeValue MARKS = new AttributeValue().withM(Map.of("a", new AttributeValue("b")));

    @Test
    void the_rush_before_a_group_is_full_concerns_nobody() {
        assertEquals("", told(shard(10, 3, Map.of("marks", MARKS)), shard(10, 2, Map.of())));
    }

    @Test
    void a_full_shard_with_claims_under_way_is_looked_after() {
        assertEquals("unsettled", told(shard(10, 10, Map.of("marks", MARKS)), shard(10, 9, Map.of())));
        assertEquals(
                "", told(shard(10, 10, Map.of("marks", new AttributeValue().withM(Map.of()))), shard(10, 9, Map.of())));
    }

    @Test
    void a_place_that_comes_back_where_people_may_wait_moves_them_up() {
        var queued = Map.of("queued", number(1));
        assertEquals("move up", told(shard(10, 9, queued), shard(10, 10, queued)));
        assertEquals("move up", told(shard(0, 9, queued), shard(0, 10, queued)), "its capacity is with others by now");
        assertEquals("", told(shard(10, 9, Map.of()), shard(10, 10, Map.of())), "nobody ever waited");
    }

    private static String told(Map<String, AttributeValue> now, Map<String, AttributeValue> before) {
        var record = new DynamodbStreamRecord();
        record.setDynamodb(new StreamRecord().withNewImage(now).withOldImage(before));
        var image = SeatsImage.of(record).orElseThrow();
        return image.canMoveUp() ? "move up" : image.isUnsettled() ? "unsettled" : "";
    }

    private static Map<String, AttributeValue> shard(int capacity, int taken, Map<String, AttributeValue> more) {
        var image = new HashMap<String, AttributeValue>(Map.of(
                "type", new AttributeValue("seats.shard"),
                "activity", new AttributeValue("gath_AAAAAAAAAAA"),
                "group", new AttributeValue("women"),
                "capacity", number(capacity),
                "taken", number(taken)));
        image.putAll(more);
        return image;
    }

    private static AttributeValue number(int value) {
        return new AttributeValue().withN(Integer.toString(value));
    }
}
