package yunhe.dynamo.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Subjects;
import yunhe.dynamo.Attributes;

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
    static final String REASON = "reason";
    static final String AT = "at";
    static final String CLAIM = "claim";
    static final String CLAIMED_UNTIL = "claimedUntil";
    static final String EXPIRES_AT = "expiresAt";

    /** How often it failed. */
    static final String FAILURES = "failures";

    /** The status, of what failed or was dropped alone: only those are in the index. */
    static final String TROUBLE = "trouble";

    static final String TYPE_NOTICE = "notice";
    static final int SCHEMA_NOW = 1;

    private NoticeItem() {}

    static NoticeRecord record(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        var notice = new Notice(
                Subjects.parse(item.text(ABOUT)).orElseThrow(),
                NoticeKind.ofCode(item.text(KIND)).orElseThrow(),
                item.number(FACT));
        return new NoticeRecord(
                notice,
                new NoticeRecord.Outcome(
                        status(attributes),
                        item.optionalText(CHANNEL).map(NoticeItem::channel),
                        item.optionalText(REASON)),
                item.instant(AT),
                item.optionalNumber(CLAIMED_UNTIL).map(Instant::ofEpochMilli));
    }

    static NoticeRecord.Status status(Map<String, AttributeValue> item) {
        return NoticeRecord.Status.valueOf(Attributes.of(item).text(STATUS).toUpperCase(Locale.ROOT));
    }

    static NoticeRecord.Channel channel(String code) {
        return NoticeRecord.Channel.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
