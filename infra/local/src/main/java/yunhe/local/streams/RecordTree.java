package yunhe.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** The record as JSON, which is what filter patterns speak about. */
final class RecordTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordTree() {}

    static JsonNode of(Record record) {
        ObjectNode root = NODES.objectNode();
        root.put("eventID", record.eventID());
        root.put("eventName", record.eventNameAsString());
        root.put("eventVersion", record.eventVersion());
        root.put("eventSource", record.eventSource());
        if (record.userIdentity() != null) {
            root.putObject("userIdentity")
                    .put("principalId", record.userIdentity().principalId())
                    .put("type", record.userIdentity().type());
        }
        ObjectNode change = root.putObject("dynamodb");
        change.set("Keys", item(record.dynamodb().keys()));
        if (record.dynamodb().hasNewImage()) {
            change.set("NewImage", item(record.dynamodb().newImage()));
        }
        if (record.dynamodb().hasOldImage()) {
            change.set("OldImage", item(record.dynamodb().oldImage()));
        }
        change.put("SequenceNumber", record.dynamodb().sequenceNumber());
        change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
        return root;
    }

    private static ObjectNode item(Map<String, AttributeValue> source) {
        ObjectNode item = NODES.objectNode();
        source.forEach((name, value) -> item.set(name, value(value)));
        return item;
    }

    private static JsonNode value(AttributeValue source) {
        ObjectNode value = NODES.objectNode();
        switch (source.type()) {
            case S -> value.put("S", source.s());
            case N -> value.put("N", source.n());
            case B -> value.put("B", base64(source.b()));
            case SS -> source.ss().forEach(value.putArray("SS")::add);
            case NS -> source.ns().forEach(value.putArray("NS")::add);
            case BS -> source.bs().stream().map(RecordTree::base64).forEach(value.putArray("BS")::add);
            case M -> value.set("M", item(source.m()));
            case L -> {
                ArrayNode list = value.putArray("L");
                source.l().forEach(one -> list.add(value(one)));
            }
            case BOOL -> value.put("BOOL", source.bool());
            case NUL -> value.put("NULL", true);
            // The embedded store's stream loses the type of an empty map.
            case UNKNOWN_TO_SDK_VERSION -> value.putObject("M");
        }
        return value;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
