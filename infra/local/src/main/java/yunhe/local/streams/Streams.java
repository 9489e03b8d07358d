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
    private static final String READERS = "stream-";

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

    /** How the names of a table's readers begin. */
    public static String readersOf(String tableName) {
        return READERS + tableName + "/";
    }

    public Poller reader(String event, Map<String, Object> properties, LocalFunction function, Template template) {
        function.expects(DynamodbEvent.class);
        StreamSource source = StreamSource.of(function.logicalId() + "-" + event, properties, template);
        String table = store.tableName(source.tableId());
        String arn = store.client()
                .describeTable(request -> request.tableName(table))
                .table()
                .latestStreamArn();
        return new StreamReader(
                readersOf(table) + source.name(),
                store.streams(),
                arn,
                source,
                new Positions(data, source.name()),
                activity,
                () -> new Delivery(source, arn, function, givenUp, activity));
    }
}
