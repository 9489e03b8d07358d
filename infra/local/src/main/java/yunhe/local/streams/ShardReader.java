package yunhe.local.streams;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard in order, from where the position says. */
final class ShardReader {
    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final String shardId;
    private final List<EventFilter> filters;
    private ShardIteratorType start;
    private @Nullable String iterator;
    private @Nullable String readTo;
    private boolean ended;

    ShardReader(
            DynamoDbStreamsClient client,
            String streamArn,
            String shardId,
            List<EventFilter> filters,
            Optional<String> position,
            ShardIteratorType otherwise) {
        this.client = client;
        this.streamArn = streamArn;
        this.shardId = shardId;
        this.filters = filters;
        this.readTo = position.orElse(null);
        this.start = otherwise;
    }

    /** True when the shard is closed and read to its end. */
    boolean isEnded() {
        return ended;
    }

    /** The last record that was read, whether or not a filter let it through. */
    Optional<String> readTo() {
        return Optional.ofNullable(readTo);
    }

    /** What was written since the last time, as far as a filter lets it through; nothing when all was seen. */
    Optional<List<Record>> read() {
        if (ended) {
            return Optional.empty();
        }
        List<Record> records = next();
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<Record> wanted;
        try {
            wanted = records.stream().filter(this::wanted).toList();
        } catch (RuntimeException fault) {
            // What could not be looked at is read again, and not passed over.
            iterator = null;
            ended = false;
            throw fault;
        }
        readTo = records.getLast().dynamodb().sequenceNumber();
        return Optional.of(wanted);
    }

    private List<Record> next() {
        String from = iterator == null ? iterator() : iterator;
        GetRecordsResponse response;
        try {
            response = client.getRecords(request -> request.shardIterator(from));
        } catch (ExpiredIteratorException | TrimmedDataAccessException old) {
            iterator = null;
            return List.of();
        }
        iterator = response.nextShardIterator();
        ended = iterator == null;
        return response.records();
    }

    private String iterator() {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
        if (readTo != null) {
            try {
                return client.getShardIterator(request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                .sequenceNumber(readTo)
                                .build())
                        .shardIterator();
            } catch (TrimmedDataAccessException forgotten) {
                // The stream keeps a day. What is older is lost here as it would be there.
                request.sequenceNumber(null);
                start = ShardIteratorType.TRIM_HORIZON;
            }
        }
        return client.getShardIterator(request.shardIteratorType(start).build()).shardIterator();
    }

    private boolean wanted(Record record) {
        return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(RecordTree.of(record)));
    }
}
