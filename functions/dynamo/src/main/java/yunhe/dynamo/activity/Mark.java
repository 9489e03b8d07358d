package yunhe.dynamo.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.PlaceMark;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Base64Url;
import yunhe.dynamo.Attributes;

/**
 * What a claim leaves at its shard until it is known that its registration holds the place: whose it is, and since
 * when.
 *
 * @param since to the second; its age says when looking is worth it, and no more
 */
record Mark(PlaceMark place, PersonKey person, Instant since) {

    /** Recording a place takes some milliseconds, a function's request at most half a minute. */
    static final Duration OLD = Duration.ofSeconds(10);

    /** So far one clock may be before another, and one request older than the next. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final int ID_BYTES = 6;
    private static final String SEPARATOR = ".";

    static Mark fresh(int shard, PersonKey person, Instant since, RandomGenerator random) {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return new Mark(new PlaceMark(shard, Base64Url.encode(bytes)), person, since);
    }

    AttributeValue value() {
        return AttributeValue.fromS(
                person.value() + SEPARATOR + Long.toString(since.getEpochSecond(), Character.MAX_RADIX));
    }

    static List<Mark> read(int shard, Map<String, AttributeValue> attributes) {
        return Attributes.of(attributes).nested(ShardItem.MARKS).map().entrySet().stream()
                .map(entry -> {
                    var parts = entry.getValue().s().split("\\" + SEPARATOR, 2);
                    return new Mark(
                            new PlaceMark(shard, entry.getKey()),
                            new PersonKey(parts[0]),
                            Instant.ofEpochSecond(Long.parseLong(parts[1], Character.MAX_RADIX)));
                })
                .toList();
    }

    /** Whoever left it is gone, in all likelihood; or a clock was wrong. */
    boolean isOld(Instant now) {
        return since.plus(OLD).isBefore(now) || since.minus(AHEAD).isAfter(now);
    }
}
