package yunhe.local.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import yunhe.local.delivery.Activity;
import yunhe.local.delivery.Poller;

/** One event source: reads all shards of a stream, parents before children, and delivers what they hold. */
final class StreamReader extends Poller {
    /**
     * Writes wake the table's readers at once; this is for what nobody announces. A look is dear: DynamoDB Local keeps
     * the records of all streams in one place and goes through those of other tables to say that there is nothing new.
     */
    private static final Duration REST = Duration.ofSeconds(5);

    /** While something, or the look itself, waits to be tried again. */
    private static final Duration REST_BEFORE_RETRY = Duration.ofMillis(100);

    private record Open(ShardReader reader, Delivery delivery) {}

    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final StreamSource source;
    private final Positions positions;
    private final Activity activity;
    private final java.util.function.Supplier<Delivery> deliveries;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private boolean described;
    private final boolean skipsThePast;

    StreamReader(
            String name,
            DynamoDbStreamsClient client,
            String streamArn,
            StreamSource source,
            Positions positions,
            Activity activity,
            java.util.function.Supplier<Delivery> deliveries) {
        super(name);
        this.client = client;
        this.streamArn = streamArn;
        this.source = source;
        this.positions = positions;
        this.activity = activity;
        this.deliveries = deliveries;
        this.skipsThePast = !source.fromTheBeginning() && positions.isFirstStart();
    }

    @Override
    protected Found look() {
        activity.giveWay();
        if (!described) {
            describe();
        }
        boolean found = false;
        for (Map.Entry<String, Open> shard : List.copyOf(open.entrySet())) {
            found |= advance(shard.getKey(), shard.getValue());
        }
        return found ? Found.WORK : Found.NOTHING;
    }

    @Override
    protected Duration restAfter(Found found) {
        boolean retries =
                open.values().stream().anyMatch(shard -> !shard.delivery().isEmpty());
        return retries || found == Found.IN_FLIGHT ? REST_BEFORE_RETRY : REST;
    }

    private boolean advance(String shardId, Open shard) {
        if (shard.delivery().hasDue()) {
            shard.delivery().deliverNext(shardId).ifPresent(done -> positions.done(shardId, done));
            return true;
        }
        if (!shard.delivery().isEmpty()) {
            return false; // Backs off; nothing later may overtake it.
        }
        Optional<List<Record>> records = shard.reader().read();
        if (records.isPresent()) {
            shard.delivery().add(records.get());
            if (shard.delivery().isEmpty()) {
                shard.reader().readTo().ifPresent(seen -> positions.done(shardId, seen));
            }
            return true;
        }
        if (shard.reader().isEnded()) {
            positions.end(shardId);
            open.remove(shardId);
            described = false;
            return true;
        }
        return false;
    }

    /** Opens the shards whose parents are done with. */
    private void describe() {
        List<Shard> shards = shards();
        Set<String> known = new HashSet<>();
        shards.forEach(shard -> known.add(shard.shardId()));
        positions.keep(known);
        for (Shard shard : shards) {
            String id = shard.shardId();
            @Nullable String parent = shard.parentShardId();
            boolean parentDone = parent == null || !known.contains(parent) || positions.isDone(parent);
            if (parentDone && !positions.isDone(id) && !open.containsKey(id)) {
                ShardReader reader =
                        new ShardReader(client, streamArn, id, source.filters(), positions.of(id), startsAt());
                open.put(id, new Open(reader, deliveries.get()));
            }
        }
        described = !open.isEmpty();
    }

    private ShardIteratorType startsAt() {
        return skipsThePast && open.isEmpty() ? ShardIteratorType.LATEST : ShardIteratorType.TRIM_HORIZON;
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        @Nullable String from = null;
        do {
            String start = from;
            StreamDescription page = client.describeStream(
                            request -> request.streamArn(streamArn).exclusiveStartShardId(start))
                    .streamDescription();
            shards.addAll(page.shards());
            from = page.lastEvaluatedShardId();
        } while (from != null);
        return shards;
    }
}
