package yunhe.local.queues;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.Map;
import yunhe.local.delivery.Activity;
import yunhe.local.delivery.Poller;
import yunhe.local.functions.LocalFunction;
import yunhe.testkit.template.Template;

/** Makes a poller of each event source on a queue. */
public final class Queues {
    /** How the names of pollers begin. */
    public static final String POLLERS = "queue-";

    private final QueueServer server;
    private final Activity activity;

    public Queues(QueueServer server, Activity activity) {
        this.server = server;
        this.activity = activity;
    }

    public Poller poller(String event, Map<String, Object> properties, LocalFunction function, Template template) {
        function.expects(SQSEvent.class);
        QueueSource source = QueueSource.of(function.logicalId() + "-" + event, properties, template);
        return new QueuePoller(server, source, function, activity);
    }
}
