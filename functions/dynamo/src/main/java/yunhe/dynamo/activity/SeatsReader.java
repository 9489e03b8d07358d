package yunhe.dynamo.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Seats;
import yunhe.dynamo.BatchReads;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** Reads the counts of many groups in few calls: one, and another one for groups of more than one shard. */
record SeatsReader(DynamoDbClient client, String table, RandomGenerator random) {

    Map<ActivityId, List<Seats>> read(List<Activity> activities) {
        var reads = new BatchReads(client, table, random);
        var groups = activities.stream().flatMap(SeatsReader::groups).toList();
        var found = new HashMap<>(reads.read(
                "read places",
                groups.stream()
                        .flatMap(group -> Stream.of(group.head(), group.shard(0)))
                        .toList()));
        var more = groups.stream()
                .flatMap(group -> IntStream.range(1, shards(group, found)).mapToObj(group::shard))
                .toList();
        if (!more.isEmpty()) {
            found.putAll(reads.read("read places", more));
        }
        return groups.stream()
                .collect(Collectors.groupingBy(
                        GroupOf::activity,
                        Collectors.flatMapping(group -> seats(group, found).stream(), Collectors.toList())));
    }

    private record GroupOf(ActivityId activity, String group) {

        Key head() {
            return ActivityKeys.seats(activity, group);
        }

        Key shard(int number) {
            return ActivityKeys.shard(activity, group, number);
        }
    }

    private static Stream<GroupOf> groups(Activity activity) {
        return activity.details().groups().stream().map(group -> new GroupOf(activity.id(), group.id()));
    }

    private static int shards(GroupOf group, Map<Key, Map<String, AttributeValue>> found) {
        return Optional.ofNullable(found.get(group.head())).map(Counts::shards).orElse(0);
    }

    private static Optional<Seats> seats(GroupOf group, Map<Key, Map<String, AttributeValue>> found) {
        return Optional.ofNullable(found.get(group.head())).map(head -> {
            var keys = Counts.keys(group.activity(), group.group(), Counts.shards(head));
            return Counts.read(head, found, keys).seats();
        });
    }
}
