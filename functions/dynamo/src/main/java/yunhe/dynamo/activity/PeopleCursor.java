package yunhe.dynamo.activity;

import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.dynamo.keys.ActivityKeys;

/** Where a list of people goes on: a partition, and the last key read in it. A broken one begins anew. */
record PeopleCursor(int bucket, Optional<String> after) {

    static PeopleCursor parse(Optional<String> cursor, ActivityId activity) {
        int buckets = ActivityKeys.people(activity).size();
        return cursor.map(text -> text.split("\\.", 2))
                .filter(parts -> parts.length == 2 && parts[0].matches("[0-9]{1,2}"))
                .map(parts -> new PeopleCursor(Integer.parseInt(parts[0]), Optional.of(parts[1])))
                .filter(parsed -> parsed.bucket() < buckets)
                .orElse(new PeopleCursor(0, Optional.empty()));
    }

    String text() {
        return bucket + "." + after.orElseThrow();
    }
}
