package yunhe.local.streams;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Records that are delivered together, and how often that failed. Not before the given nanosecond of this process. */
record Batch(List<Record> records, int failures, long notBefore) {
    private static final long BACK_OFF_FIRST_NANOS = 100_000_000L;
    private static final long BACK_OFF_MOST_NANOS = 5_000_000_000L;

    static Batch of(List<Record> records) {
        return new Batch(List.copyOf(records), 0, System.nanoTime());
    }

    boolean isDue() {
        return System.nanoTime() - notBefore >= 0;
    }

    String first() {
        return records.getFirst().dynamodb().sequenceNumber();
    }

    String last() {
        return records.getLast().dynamodb().sequenceNumber();
    }

    /** The same records again, a little later each time. */
    Batch failedOnce() {
        long wait = Math.min(BACK_OFF_MOST_NANOS, BACK_OFF_FIRST_NANOS << Math.min(failures, 10));
        return new Batch(records, failures + 1, System.nanoTime() + wait);
    }

    Batch from(int index) {
        return new Batch(List.copyOf(records.subList(index, records.size())), failures, notBefore);
    }

    Batch until(int index) {
        return new Batch(List.copyOf(records.subList(0, index)), failures, notBefore);
    }

    /**
     * Where the first failure lies: the number of records before it, all of them when nothing failed. A failure without
     * a name, or with one that is not of this batch, fails the whole batch.
     */
    int succeeded(@Nullable Object answer) {
        if (!(answer instanceof StreamsEventResponse response) || response.getBatchItemFailures() == null) {
            return records.size();
        }
        int lowest = records.size();
        for (StreamsEventResponse.BatchItemFailure failure : response.getBatchItemFailures()) {
            lowest = Math.min(lowest, Math.max(0, indexOf(failure.getItemIdentifier())));
        }
        return lowest;
    }

    private int indexOf(@Nullable String sequenceNumber) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).dynamodb().sequenceNumber().equals(sequenceNumber)) {
                return i;
            }
        }
        return -1;
    }
}
