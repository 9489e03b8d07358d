package yunhe.bench;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.local.mailbox.Mailbox;
import yunhe.local.queues.QueueServer;
import yunhe.testkit.template.LocalNames;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.Tree;

/** What the functions of the template reach: store, queues and a mail server, behind ports. */
final class Surroundings implements AutoCloseable {

    private final StoreOverHttp store = StoreOverHttp.start();
    private final QueueServer queues = QueueServer.start(Optional.empty());
    private final Mailbox mailbox = Mailbox.start(Clock.systemUTC(), Optional.empty());
    private final Template template;

    Surroundings() {
        var settings = Map.of(
                "PublicUrl", "https://example.org",
                "OidcIssuer", "https://issuer.example.org",
                "SmtpHost", "127.0.0.1",
                "SmtpPort", Integer.toString(mailbox.smtpPort()),
                "SmtpSecurity", "none",
                "SmsChannel", "webhook",
                "SmsWebhookUrl", "https://sms.example.org");
        this.template = Template.read(Template.find(), settings, new LocalNames() {
            @Override
            public String ref(String logicalId, String type) {
                return type.equals("AWS::SQS::Queue") ? queues.url(logicalId) : super.ref(logicalId, type);
            }
        });
        queues.create(template);
    }

    StoreOverHttp store() {
        return store;
    }

    SqsClient queues() {
        return queues.client();
    }

    List<Resource> functions() {
        return template.ofType("AWS::Serverless::Function");
    }

    /** As the template sets them, and where to find what is here. */
    Map<String, String> variables(Resource function) {
        var variables = new HashMap<String, String>();
        var environment = Tree.map(function.properties().get("Environment"), function.where());
        Tree.map(environment.get("Variables"), function.where())
                .forEach((name, value) -> variables.put(name, String.valueOf(value)));
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", store.endpoint());
        variables.put(
                "AWS_ENDPOINT_URL_SQS",
                URI.create(queues.url("any")).resolve("/").toString().replaceFirst("/$", ""));
        return Map.copyOf(variables);
    }

    @Override
    public void close() {
        mailbox.close();
        queues.close();
        store.close();
    }
}
