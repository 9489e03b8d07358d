package yunhe.notifications;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import yunhe.core.shared.Environment;
import yunhe.notifications.channel.AwsService;
import yunhe.notifications.channel.Channel;
import yunhe.notifications.channel.Mail;
import yunhe.notifications.channel.RobotChannel;
import yunhe.notifications.channel.RobotMessage;
import yunhe.notifications.channel.SesChannel;
import yunhe.notifications.channel.SmsWebhook;
import yunhe.notifications.channel.SmtpChannel;
import yunhe.notifications.channel.SmtpSettings;
import yunhe.notifications.channel.SnsChannel;
import yunhe.notifications.channel.TextMessage;

/** The channels that a deployment has chosen. */
final class Channels {

    private Channels() {}

    static Channel<Mail> mail(Environment environment) {
        var choice = environment.require("MAIL_CHANNEL");
        return switch (choice) {
            case "smtp" -> new SmtpChannel(SmtpSettings.of(environment));
            case "ses" -> new SesChannel(AwsService.ses(environment.clock()), environment.require("MAIL_FROM"));
            default -> throw new IllegalStateException("MAIL_CHANNEL is smtp or ses, not " + choice);
        };
    }

    /** Empty in a deployment that reaches nobody by phone. */
    static Optional<Channel<TextMessage>> sms(Environment environment) {
        var choice = environment.require("SMS_CHANNEL");
        var url = environment.optional("SMS_WEBHOOK_URL");
        var secret = environment.optional("SMS_WEBHOOK_SECRET");
        return switch (choice) {
            case "none" -> Optional.empty();
            case "webhook" ->
                Optional.of(new SmsWebhook(
                        URI.create(given(url, "SMS_WEBHOOK_URL")),
                        given(secret, "SMS_WEBHOOK_SECRET"),
                        environment.clock()));
            case "sns" -> Optional.of(new SnsChannel(AwsService.sns(environment.clock())));
            default -> throw new IllegalStateException("SMS_CHANNEL is none, webhook or sns, not " + choice);
        };
    }

    /** By the name under which a robot's digests are remembered. */
    static Map<String, Channel<RobotMessage>> robots(Environment environment) {
        var clock = environment.clock();
        var dingTalkSecret = environment.optional("DINGTALK_ROBOT_SECRET");
        var feishuSecret = environment.optional("FEISHU_ROBOT_SECRET");
        var robots = new LinkedHashMap<String, Channel<RobotMessage>>();
        environment
                .optional("DINGTALK_ROBOT_URL")
                .ifPresent(
                        url -> robots.put("dingtalk", RobotChannel.dingTalk(URI.create(url), dingTalkSecret, clock)));
        environment
                .optional("WECOM_ROBOT_URL")
                .ifPresent(url -> robots.put("wecom", RobotChannel.weCom(URI.create(url), clock)));
        environment
                .optional("FEISHU_ROBOT_URL")
                .ifPresent(url -> robots.put("feishu", RobotChannel.feishu(URI.create(url), feishuSecret, clock)));
        return robots;
    }

    private static String given(Optional<String> value, String name) {
        return value.orElseThrow(() -> new IllegalStateException("environment variable " + name + " is not set"));
    }
}
