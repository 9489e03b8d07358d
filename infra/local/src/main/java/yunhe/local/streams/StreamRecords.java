package yunhe.local.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Makes what a function gets of what the stream gives. */
final class StreamRecords {
    private StreamRecords() {}

    static DynamodbStreamRecord event(Record source, String streamArn) {
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setEventID(source.eventID());
        record.setEventName(source.eventNameAsString());
        record.setEventVersion(source.eventVersion());
        record.setEventSource(source.eventSource());
        record.setAwsRegion(source.awsRegion());
        record.setEventSourceARN(streamArn);
        if (source.userIdentity() != null) {
            record.setUserIdentity(new Identity()
                    .withPrincipalId(source.userIdentity().principalId())
                    .withType(source.userIdentity().type()));
        }
        record.setDynamodb(change(source.dynamodb()));
        return record;
    }

    private static StreamRecord change(software.amazon.awssdk.services.dynamodb.model.StreamRecord source) {
        StreamRecord change = new StreamRecord();
        change.setApproximateCreationDateTime(Date.from(source.approximateCreationDateTime()));
        change.setKeys(item(source.keys()));
        if (source.hasNewImage()) {
            change.setNewImage(item(source.newImage()));
        }
        if (source.hasOldImage()) {
            change.setOldImage(item(source.oldImage()));
        }
        change.setSequenceNumber(source.sequenceNumber());
        change.setSizeBytes(source.sizeBytes());
        change.setStreamViewType(StreamViewType.fromValue(source.streamViewTypeAsString()));
        return change;
    }

    private static Map<String, AttributeValue> item(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> source) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        source.forEach((name, value) -> item.put(name, value(value)));
        return item;
    }

    private static AttributeValue value(software.amazon.awssdk.services.dynamodb.model.AttributeValue source) {
        AttributeValue value = new AttributeValue();
        switch (source.type()) {
            case S -> value.setS(source.s());
            case N -> value.setN(source.n());
            case B -> value.setB(source.b().asByteBuffer());
            case SS -> value.setSS(source.ss());
            case NS -> value.setNS(source.ns());
            case BS -> value.setBS(bytes(source.bs()));
            case M -> value.setM(item(source.m()));
            case L -> value.setL(source.l().stream().map(StreamRecords::value).toList());
            case BOOL -> value.setBOOL(source.bool());
            case NUL -> value.setNULL(true);
            // The embedded store's stream loses the type of an empty map.
            case UNKNOWN_TO_SDK_VERSION -> value.setM(Map.of());
        }
        return value;
    }

    private static List<ByteBuffer> bytes(List<SdkBytes> source) {
        List<ByteBuffer> buffers = new ArrayList<>();
        source.forEach(one -> buffers.add(one.asByteBuffer()));
        return buffers;
    }
}
