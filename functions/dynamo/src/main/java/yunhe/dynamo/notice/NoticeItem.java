package yunhe.dynamo.notice;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;

/** A notice as it is stored: names of the attributes, and how an item is read. */
final class NoticeItem {

    static final String TYPE = "type";
    static final String SCHEMA = "schema";
    static final String VERSION = "version";
    static final String ABOUT = "about";
    static final String KIND = "kind";
    static final String FACT = "fact";
    static final String STATUS = "status";
    static final String CHANNEL = "channel";
    static final String AT = "at";
    static final String CLAIM = "claim";
    static final String CLAIMED_UNTIL = "claimedUntil";
    static final String EXPIRES_AT = "expiresAt";

    static final String TYPE_NOTICE = "notice";
    static final int SCHEMA_NOW = 1;

    private NoticeItem() {}

    static NoticeRecord record(Map<String, AttributeValue> item) {
        var about = RegistrationId.parse(text(item, ABOUT)).orElseThrow(() -> unreadable(ABOUT));
        var kind = NoticeKind.ofCode(text(item, KIND)).orElseThrow(() -> unreadable(KIND));
        return new NoticeRecord(
                new Notice(about, kind, Long.parseLong(number(item, FACT).orElseThrow(() -> unreadable(FACT)))),
                status(item),
                Optional.ofNullable(item.get(CHANNEL)).map(AttributeValue::s).flatMap(NoticeItem::channel),
                Instant.parse(text(item, AT)),
                number(item, CLAIMED_UNTIL).map(millis -> Instant.ofEpochMilli(Long.parseLong(millis))));
    }

    static NoticeRecord.Status status(Map<String, AttributeValue> item) {
        var code = text(item, STATUS);
        return Arrays.stream(NoticeRecord.Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unreadable(STATUS));
    }

    /** Empty for an item without the attribute. */
    static Optional<String> claim(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get(CLAIM)).map(AttributeValue::s);
    }

    private static Optional<NoticeRecord.Channel> channel(String code) {
        return Arrays.stream(NoticeRecord.Channel.values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow(() -> unreadable(name));
    }

    private static Optional<String> number(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::n);
    }

    private static IllegalStateException unreadable(String name) {
        return new IllegalStateException("a notice without a readable " + name);
    }
}
