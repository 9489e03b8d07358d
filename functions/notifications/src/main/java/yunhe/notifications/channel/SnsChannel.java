package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text messages through SNS ({@code Publish} to a number). SNS knows no key that would stop a repetition: who dies
 * between its acceptance and our record sends the message twice.
 */
public final class SnsChannel implements Channel<TextMessage> {

    /** About this number or this text; every other error is about the account or the moment. */
    private static final Set<String> REFUSALS =
            Set.of("InvalidParameter", "InvalidParameterValue", "ParameterValueInvalid", "OptedOut", "ValidationError");

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z.]{1,60})</Code>");

    private final AwsService sns;

    public SnsChannel(AwsService sns) {
        this.sns = sns;
    }

    @Override
    public Line<TextMessage> open() {
        return new SnsLine();
    }

    private final class SnsLine implements Line<TextMessage> {

        private final AwsService.Calls calls = sns.open();

        @Override
        public Delivery send(TextMessage message) {
            var attempted = "send text message " + message.id();
            var answer = calls.post(attempted, "/", "application/x-www-form-urlencoded; charset=utf-8", form(message));
            if (answer.isAcceptance()) {
                return new Delivery.Sent();
            }
            var code = CODE.matcher(answer.body());
            var error = code.find() ? code.group(1) : "";
            if (REFUSALS.contains(error)) {
                return new Delivery.Refused("sns " + error);
            }
            throw new ChannelUnavailable(attempted + ", SNS answered " + answer.status() + " " + error);
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    private static String form(TextMessage message) {
        return field("Action", "Publish")
                + "&" + field("Version", "2010-03-31")
                + "&" + field("PhoneNumber", message.to())
                + "&" + field("Message", message.text())
                // Transactional: SNS prefers what arrives over what is cheap.
                + "&" + field("MessageAttributes.entry.1.Name", "AWS.SNS.SMS.SMSType")
                + "&" + field("MessageAttributes.entry.1.Value.DataType", "String")
                + "&" + field("MessageAttributes.entry.1.Value.StringValue", "Transactional");
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }
}
