package yunhe.notices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.notice.RetryNotice;
import yunhe.core.shared.Environment;
import yunhe.dynamo.Dynamo;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.lodging.DynamoStays;
import yunhe.dynamo.notice.DynamoNoticeLists;
import yunhe.dynamo.notice.DynamoUnreachables;
import yunhe.dynamo.snapshot.DryStore;
import yunhe.dynamo.snapshot.Snapshot;
import yunhe.web.Http;
import yunhe.web.HttpHandler;
import yunhe.web.Rehearsal;
import yunhe.web.Router;

/** {@code /admin/notices}: what was told to whom, and what was not. */
public final class NoticesHandler extends HttpHandler {

    private final Router router;

    public NoticesHandler() {
        this(Environment.ofProcess(), Dynamo.client(), NoticesQueue.client());
        Snapshot.rehearse(NoticesHandler::rehearse);
    }

    public NoticesHandler(Environment environment, DynamoDbClient client, SqsClient queue) {
        var table = environment.require("NOTICES_TABLE");
        var random = environment.random();
        var audit = new RetryNotice.Audit(
                new DynamoActivities(client, environment.require("ACTIVITIES_TABLE"), random),
                new DynamoStays(client, environment.require("LODGING_TABLE"), random));
        var lists = new DynamoNoticeLists(client, table);
        var retry = new RetryNotice(
                lists,
                new DynamoUnreachables(client, table),
                audit,
                new NoticesQueue(queue, environment.require("NOTICES_QUEUE_URL"))::send,
                environment.clock());
        var doors = new NoticeDoors(lists, retry);
        this.router = Router.routes()
                .on("GET /admin/notices", (request, path) -> doors.list(request))
                .on("POST /admin/notices/{id}/retry", doors::retry)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, router::answer);
    }

    static int rehearse(Environment environment) {
        return Rehearsal.get("/admin/notices")
                .by(new NoticesHandler(environment, DryStore.client(), NoticesQueue.client()));
    }
}
