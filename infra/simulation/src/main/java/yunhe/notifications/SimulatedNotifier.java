package yunhe.notifications;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import yunhe.core.shared.Environment;
import yunhe.notifications.channel.Channel;
import yunhe.notifications.channel.Mail;
import yunhe.notifications.channel.TextMessage;
import yunhe.notifications.message.Letters;
import yunhe.notifications.message.Links;

/** The notifier with other channels: everything up to the mail server is the real thing. */
public final class SimulatedNotifier {

    private SimulatedNotifier() {}

    public static NotifierHandler with(Environment environment, DynamoDbClient client, SqsClient queue, Ways ways) {
        var letters = new Letters(Links.of(environment), environment.require("MAIL_FROM"));
        return new NotifierHandler(
                NotifierHandler.notifier(environment, client),
                new Post(letters, ways.mail(), Optional.of(ways.sms())),
                new Patience(queue, environment));
    }

    /** To people. */
    public record Ways(Channel<Mail> mail, Channel<TextMessage> sms) {}
}
