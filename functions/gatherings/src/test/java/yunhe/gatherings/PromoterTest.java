package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import yunhe.testkit.EmbeddedStore;

class PromoterTest {

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    @Test
    void a_place_given_back_goes_to_the_first_in_line() {
        var id = YUNHE.published();
        var path = "/gatherings/" + id + "/registrations";
        var first = YUNHE.json("POST", path, Bodies.signUp());
        var second = YUNHE.json("POST", path, Bodies.signUp("/person/email", "\"second@example.com\""));
        YUNHE.passTime(Duration.ofSeconds(1));
        var third = YUNHE.json("POST", path, Bodies.signUp("/person/email", "\"third@example.com\""));
        YUNHE.visitor("DELETE", path + "/" + first.text("id") + "?token=" + first.text("token"), "");

        var promoter = new PromoterHandler(YUNHE.environment(), YUNHE.store().client());
        var event = event(record("1", id, 1, 1, 2), record("2", id, 1, 0, 2), record("3", id, 1, 0, 2));
        assertTrue(promoter.handleRequest(event, null).getBatchItemFailures().isEmpty());
        assertTrue(promoter.handleRequest(event, null).getBatchItemFailures().isEmpty());

        assertEquals(
                "confirmed",
                YUNHE.get(path + "/" + second.text("id") + "?token=" + second.text("token"))
                        .text("status"));
        var waiting = YUNHE.get(path + "/" + third.text("id") + "?token=" + third.text("token"));
        assertEquals(1, waiting.json().path("waitlistPosition").asInt());
    }

    @Test
    void a_store_that_is_away_gets_the_record_again() {
        var broken = EmbeddedStore.start();
        var promoter = new PromoterHandler(YUNHE.environment(), broken.client());
        broken.close();
        var answer = promoter.handleRequest(event(record("7", YUNHE.published(), 1, 0, 2)), null);

        assertEquals("7", answer.getBatchItemFailures().getFirst().getItemIdentifier());
    }

    static DynamodbEvent event(DynamodbStreamRecord... records) {
        var event = new DynamodbEvent();
        event.setRecords(List.of(records));
        return event;
    }

    static DynamodbStreamRecord record(String sequence, String activity, int capacity, int taken, int waiting) {
        var image = Map.of(
                "type",
                new AttributeValue("seats"),
                "activity",
                new AttributeValue(activity),
                "group",
                new AttributeValue("women"),
                "capacity",
                new AttributeValue().withN(Integer.toString(capacity)),
                "taken",
                new AttributeValue().withN(Integer.toString(taken)),
                "waiting",
                new AttributeValue().withN(Integer.toString(waiting)));
        var record = new DynamodbStreamRecord();
        record.setDynamodb(new StreamRecord().withNewImage(image).withSequenceNumber(sequence));
        return record;
    }
}
