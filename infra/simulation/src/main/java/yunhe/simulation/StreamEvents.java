package yunhe.simulation;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yunhe.testkit.simulation.Change;

/** Changes as a function gets them from the stream. */
final class StreamEvents {

    private StreamEvents() {}

    static DynamodbEvent of(List<Change> changes) {
        var event = new DynamodbEvent();
        event.setRecords(changes.stream().map(StreamEvents::of).toList());
        return event;
    }

    static String sequenceNumber(Change change) {
        return "%021d".formatted(change.number());
    }

    static String eventName(Change change) {
        if (change.before().isEmpty()) {
            return "INSERT";
        }
        return change.after().isEmpty() ? "REMOVE" : "MODIFY";
    }

    private static DynamodbEvent.DynamodbStreamRecord of(Change change) {
        var images = new StreamRecord();
        images.setApproximateCreationDateTime(Date.from(change.at()));
        images.setSequenceNumber(sequenceNumber(change));
        images.setKeys(Map.of(
                "pk", new AttributeValue().withS(change.key().pk()),
                "sk", new AttributeValue().withS(change.key().sk())));
        change.before().ifPresent(image -> images.setOldImage(item(image.attributes())));
        change.after().ifPresent(image -> images.setNewImage(item(image.attributes())));
        var record = new DynamodbEvent.DynamodbStreamRecord();
        record.setEventID("event-" + change.number());
        record.setEventName(eventName(change));
        record.setEventSource("aws:dynamodb");
        record.setDynamodb(images);
        return record;
    }

    private static Map<String, AttributeValue> item(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> source) {
        var item = new HashMap<String, AttributeValue>();
        source.forEach((name, value) -> item.put(name, value(value)));
        return item;
    }

    private static AttributeValue value(software.amazon.awssdk.services.dynamodb.model.AttributeValue source) {
        var value = new AttributeValue();
        return switch (source.type()) {
            case S -> value.withS(source.s());
            case N -> value.withN(source.n());
            case B -> value.withB(source.b().asByteBuffer());
            case SS -> value.withSS(source.ss());
            case NS -> value.withNS(source.ns());
            case M -> value.withM(item(source.m()));
            case L -> value.withL(source.l().stream().map(StreamEvents::value).toList());
            case BOOL -> value.withBOOL(source.bool());
            case NUL -> value.withNULL(true);
            case BS, UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("nothing stores " + source.type());
        };
    }
}
