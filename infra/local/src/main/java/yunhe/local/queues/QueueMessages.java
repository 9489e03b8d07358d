package yunhe.local.queues;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Makes what a function gets of what the queue gives. */
final class QueueMessages {
    private QueueMessages() {}

    static SQSEvent event(List<Message> messages, String queueArn) {
        SQSEvent event = new SQSEvent();
        event.setRecords(
                messages.stream().map(message -> record(message, queueArn)).toList());
        return event;
    }

    private static SQSMessage record(Message source, String queueArn) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(source.messageId());
        message.setReceiptHandle(source.receiptHandle());
        message.setBody(source.body());
        message.setMd5OfBody(source.md5OfBody());
        message.setEventSource("aws:sqs");
        message.setEventSourceArn(queueArn);
        message.setAwsRegion(ElasticMq.REGION);
        message.setAttributes(new HashMap<>(source.attributesAsStrings()));
        Map<String, MessageAttribute> attributes = new HashMap<>();
        source.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
        message.setMessageAttributes(attributes);
        return message;
    }

    private static MessageAttribute attribute(MessageAttributeValue source) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType(source.dataType());
        if (source.stringValue() != null) {
            attribute.setStringValue(source.stringValue());
        }
        if (source.binaryValue() != null) {
            attribute.setBinaryValue(source.binaryValue().asByteBuffer());
        }
        return attribute;
    }
}
