package yunhe.local.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.time.Clock;
import java.util.Map;
import yunhe.local.delivery.Activity;
import yunhe.local.delivery.Poller;
import yunhe.local.functions.LocalFunction;
import yunhe.local.queues.QueueServer;
import yunhe.local.state.DataFolder;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.template.Template;

/** Makes a reader of each event source on a stream. */
public final class Streams {
    /** How the names of readers begin. */
    public static final String READERS = "stream-";

    private final EmbeddedStore store;
    private final DataFolder data;
    private final GivenUp givenUp;
    private final Activity activity;

    public Streams(EmbeddedStore store, QueueServer queues, DataFolder data, Clock clock, Activity activity) {
        this.store = store;
        this.data = data;
        this.givenUp = new GivenUp(queues, clock);
        this.activity = activity;
    }

    public Poller reader(String event, Map<String, Object> properties, LocalFunction function, Template template) {
        function.expects(DynamodbEvent.class);
        StreamSource source = StreamSource.of(function.logicalId() + "-" + event, properties, template);
        String arn = store.client()
                .describeTable(request -> request.tableName(store.tableName(source.tableId())))
                .table()
                .latestStreamArn();
        return new StreamReader(
                store.streams(),
                arn,
                source,
                new Positions(data, source.name()),
                activity,
                () -> new Delivery(source, arn, function, givenUp, activity));
    }
}
