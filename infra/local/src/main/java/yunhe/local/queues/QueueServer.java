package yunhe.local.queues;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;

/** The queues of the template on an embedded server, with real visibility time-outs and dead letters. */
public final class QueueServer implements AutoCloseable {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final Set<String> IGNORED = Set.of("QueueName", "SqsManagedSseEnabled", "KmsMasterKeyId", "Tags");
    private static final Set<String> ATTRIBUTES = Set.of(
            "VisibilityTimeout",
            "MessageRetentionPeriod",
            "DelaySeconds",
            "ReceiveMessageWaitTimeSeconds",
            "MaximumMessageSize");

    private final ElasticMq server;
    private final SqsClient client;

    private QueueServer(ElasticMq server) {
        this.server = server;
        this.client = SqsClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.of(ElasticMq.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public static QueueServer start(Optional<Path> folder) {
        return new QueueServer(ElasticMq.start(folder));
    }

    public SqsClient client() {
        return client;
    }

    public String url(String logicalId) {
        return server.url() + "/" + ElasticMq.ACCOUNT + "/" + logicalId;
    }

    public static String arn(String logicalId) {
        return "arn:aws:sqs:" + ElasticMq.REGION + ":" + ElasticMq.ACCOUNT + ":" + logicalId;
    }

    public void send(String logicalId, String body) {
        client.sendMessage(request -> request.queueUrl(url(logicalId)).messageBody(body));
    }

    /** Creates what is not there yet, dead-letter queues before those that name them. */
    public void create(Template template) {
        List<Resource> queues = template.ofType(QUEUE).stream()
                .sorted(Comparator.comparing(queue -> queue.properties().containsKey("RedrivePolicy")))
                .toList();
        for (Resource queue : queues) {
            client.createQueue(request -> request.queueName(queue.logicalId()).attributes(attributes(queue)));
        }
    }

    private static Map<QueueAttributeName, String> attributes(Resource queue) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        queue.properties().forEach((name, value) -> {
            if (name.equals("RedrivePolicy")) {
                attributes.put(QueueAttributeName.REDRIVE_POLICY, redrive((Map<?, ?>) value));
            } else if (ATTRIBUTES.contains(name)) {
                attributes.put(QueueAttributeName.fromValue(name), String.valueOf(value));
            } else if (!IGNORED.contains(name)) {
                throw new TemplateException(queue.where() + ": " + name + " is not known here");
            }
        });
        return attributes;
    }

    private static String redrive(Map<?, ?> policy) {
        return "{\"deadLetterTargetArn\":\"" + policy.get("deadLetterTargetArn") + "\",\"maxReceiveCount\":"
                + policy.get("maxReceiveCount") + "}";
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
