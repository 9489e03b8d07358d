package yunhe.dynamo.notice;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.dynamo.keys.Key;

/** Where a list of notices goes on: the key last read, with its time for the index. A broken one begins anew. */
final class NoticeCursor {

    /** Anything else the store would refuse as a key, which is not what an outage looks like. */
    private static final Pattern TEXT = Pattern.compile(
            "([a-z]{1,20}#[A-Za-z0-9_-]{1,80}) ([A-Za-z0-9_.#-]{1,80}) ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,20}Z)?");

    private NoticeCursor() {}

    static String text(Map<String, AttributeValue> item) {
        var at = item.get(NoticeItem.AT);
        return text(item, "pk") + " " + text(item, "sk") + " " + (at == null ? "" : at.s());
    }

    static Optional<Key> key(Optional<String> cursor) {
        return cursor.map(TEXT::matcher).filter(it -> it.matches()).map(it -> new Key(it.group(1), it.group(2)));
    }

    /** Null at the beginning, as the client wants it. */
    static @Nullable Map<String, AttributeValue> inTrouble(Optional<String> cursor, String trouble) {
        return cursor.map(TEXT::matcher)
                .filter(it -> it.matches() && it.group(3) != null)
                .map(it -> Map.of(
                        "pk",
                        AttributeValue.fromS(it.group(1)),
                        "sk",
                        AttributeValue.fromS(it.group(2)),
                        NoticeItem.AT,
                        AttributeValue.fromS(it.group(3)),
                        NoticeItem.TROUBLE,
                        AttributeValue.fromS(trouble)))
                .orElse(null);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow();
    }
}
