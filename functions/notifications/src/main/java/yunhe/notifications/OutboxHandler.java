package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;

/** Turns what changed in the tables of activities and of lodging into notices in the queue. */
public final class OutboxHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private final Outbox outbox;

    public OutboxHandler() {
        this(Environment.ofProcess(), Queue.client());
    }

    public OutboxHandler(Environment environment, SqsClient queue) {
        this.outbox = new Outbox(queue, environment.require("NOTICES_QUEUE_URL"));
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var records = event.getRecords();
        var entries = new ArrayList<Outbox.Entry>();
        int position = 0;
        var unreadable = OptionalInt.empty();
        for (; position < records.size() && unreadable.isEmpty(); position++) {
            int at = position;
            try {
                Images.notices(records.get(at)).forEach(notice -> entries.add(new Outbox.Entry(at, notice)));
            } catch (IllegalStateException cause) {
                // Those before it still go out; after its retries it ends in the on-failure queue.
                Log.event("outbox.unreadable", Map.of("sequence", sequence(event, at)));
                unreadable = OptionalInt.of(at);
            }
        }
        var unsent = outbox.send(entries);
        // Everything from the first failure on comes again; what was sent already is recognised by its key.
        return IntStream.concat(unsent.stream(), unreadable.stream()).min().stream()
                .mapToObj(at -> failureAt(sequence(event, at)))
                .findFirst()
                .orElseGet(() -> new StreamsEventResponse(List.of()));
    }

    private static StreamsEventResponse failureAt(String sequence) {
        return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(sequence)));
    }

    private static String sequence(DynamodbEvent event, int at) {
        return event.getRecords().get(at).getDynamodb().getSequenceNumber();
    }
}
