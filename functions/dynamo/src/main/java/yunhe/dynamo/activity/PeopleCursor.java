package yunhe.dynamo.activity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yunhe.core.activity.ActivityId;
import yunhe.dynamo.keys.ActivityKeys;

/** Where a list of people goes on: a partition, and the last key read in it. A broken one begins anew. */
record PeopleCursor(int bucket, Optional<String> after) {

    /** Anything else the store would refuse as a key, which is not what an outage looks like. */
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,2})\\.([A-Za-z0-9_-]{1,40})");

    static PeopleCursor parse(Optional<String> cursor, ActivityId activity) {
        int buckets = ActivityKeys.people(activity).size();
        return cursor.map(TEXT::matcher)
                .filter(Matcher::matches)
                .map(parts -> new PeopleCursor(Integer.parseInt(parts.group(1)), Optional.of(parts.group(2))))
                .filter(parsed -> parsed.bucket() < buckets)
                .orElse(new PeopleCursor(0, Optional.empty()));
    }

    String text() {
        return bucket + "." + after.orElseThrow();
    }
}
