package yunhe.notifications.channel;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;

/** A robot in a group of organisers. Nothing about a participant goes this way. */
public final class RobotChannel implements Channel<RobotMessage> {

    private static final String ACCEPTED = "0";

    private final Robot robot;
    private final Clock clock;

    private RobotChannel(Robot robot, Clock clock) {
        this.robot = robot;
        this.clock = clock;
    }

    public static RobotChannel dingTalk(URI webhook, Optional<String> secret, Clock clock) {
        return new RobotChannel(new DingTalkRobot(webhook, secret), clock);
    }

    public static RobotChannel weCom(URI webhook, Clock clock) {
        return new RobotChannel(new WeComRobot(webhook), clock);
    }

    public static RobotChannel feishu(URI webhook, Optional<String> secret, Clock clock) {
        return new RobotChannel(new FeishuRobot(webhook, secret), clock);
    }

    @Override
    public Line<RobotMessage> open() {
        return new RobotLine();
    }

    private final class RobotLine implements Line<RobotMessage> {

        private final WebCalls platform = new WebCalls();

        @Override
        public Delivery send(RobotMessage message) {
            var now = clock.instant();
            var attempted = "send robot message " + message.id();
            var request = WebCalls.post(robot.address(now), Json.write(robot.body(message, now)))
                    .build();
            return delivery(attempted, platform.send(attempted, request));
        }

        @Override
        public void close() {
            platform.close();
        }
    }

    private Delivery delivery(String attempted, HttpResponse<String> answer) {
        int status = answer.statusCode();
        var code = code(answer.body());
        // A gateway in front of the platform has its own way to say it.
        if (status == 429 || status >= 500) {
            throw new ChannelUnavailable(attempted + ", the platform answered http " + status);
        }
        if (code.isEmpty()) {
            if (status / 100 == 4) {
                return new Delivery.Refused("http " + status);
            }
            throw new ChannelUnavailable(attempted + ", the answer could not be read");
        }
        if (code.get().equals(ACCEPTED)) {
            return new Delivery.Sent();
        }
        if (robot.comeAgain().contains(code.get())) {
            throw new ChannelUnavailable(attempted + ", the platform answered code " + code.get());
        }
        return new Delivery.Refused("code " + code.get());
    }

    /** Without the text beside it, which may repeat what was sent. */
    private Optional<String> code(String body) {
        return Json.readOutermost(body)
                .flatMap(answer -> robot.codeFields().stream()
                        .map(answer::get)
                        .filter(java.util.Objects::nonNull)
                        .findFirst())
                .filter(code -> code.matches("-?[0-9]{1,10}"));
    }
}
