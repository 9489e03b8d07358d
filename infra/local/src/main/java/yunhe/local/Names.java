package yunhe.local;

import yunhe.local.queues.QueueServer;
import yunhe.local.state.Secrets;
import yunhe.testkit.template.LocalNames;

/** Names of resources where the real thing has one of its own: queues are addressed by URL, secrets have values. */
final class Names extends LocalNames {
    private static final String QUEUE = "AWS::SQS::Queue";

    private final QueueServer queues;
    private final Secrets secrets;

    Names(QueueServer queues, Secrets secrets) {
        this.queues = queues;
        this.secrets = secrets;
    }

    @Override
    public String ref(String logicalId, String type) {
        return type.equals(QUEUE) ? queues.url(logicalId) : super.ref(logicalId, type);
    }

    @Override
    public String attribute(String logicalId, String type, String attribute) {
        if (type.equals(QUEUE)) {
            return switch (attribute) {
                case "Arn" -> QueueServer.arn(logicalId);
                case "QueueUrl" -> queues.url(logicalId);
                default -> super.attribute(logicalId, type, attribute);
            };
        }
        return super.attribute(logicalId, type, attribute);
    }

    @Override
    public String secret(String logicalId) {
        return secrets.value(logicalId);
    }
}
