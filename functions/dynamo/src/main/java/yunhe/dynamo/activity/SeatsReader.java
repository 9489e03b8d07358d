package yunhe.dynamo.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Seats;
import yunhe.dynamo.BatchReads;
import yunhe.dynamo.keys.ActivityKeys;

/** Reads the counts of many groups in few calls. */
record SeatsReader(DynamoDbClient client, String table, RandomGenerator random) {

    Map<ActivityId, List<Seats>> read(List<Activity> activities) {
        var keys = activities.stream()
                .flatMap(activity -> activity.details().groups().stream()
                        .map(group -> ActivityKeys.seats(activity.id(), group.id())))
                .toList();
        var found = new BatchReads(client, table, random).read("read places", keys);
        return activities.stream()
                .collect(Collectors.toMap(
                        Activity::id,
                        activity -> activity.details().groups().stream()
                                .map(group -> ActivityKeys.seats(activity.id(), group.id()))
                                .flatMap(key -> Optional.ofNullable(found.get(key)).map(SeatsItem::read).stream())
                                .toList()));
    }
}
