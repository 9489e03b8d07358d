package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of SNS as publishes to a number. */
final class FakeSns implements AutoCloseable {

    private final List<Map<String, String>> published = new CopyOnWriteArrayList<>();
    private final FakeHttp http = new FakeHttp(this::answer);
    volatile Mood mood = Mood.ACCEPTS;

    URI endpoint() {
        return http.at("");
    }

    List<Map<String, String>> published() {
        return published;
    }

    int calls() {
        return http.calls().size();
    }

    private FakeHttp.Answer answer(FakeHttp.Call call) {
        if (mood == Mood.IS_AWAY) {
            return FakeHttp.Answer.NONE;
        }
        if (!AwsSignature.isGood(call, "sns")) {
            return error(403, "SignatureDoesNotMatch", "signature");
        }
        var form = form(call.text());
        if (!"Publish".equals(form.get("Action")) || !"2010-03-31".equals(form.get("Version"))) {
            return error(400, "InvalidAction", "no such operation");
        }
        return switch (mood) {
            case REFUSES ->
                error(400, "InvalidParameter", "Invalid parameter: PhoneNumber Reason: " + form.get("PhoneNumber"));
            case IS_BUSY -> error(400, "Throttling", "Rate exceeded");
            default -> {
                published.add(form);
                yield FakeHttp.Answer.of(200, """
                    <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
                      <PublishResult><MessageId>567910cd</MessageId></PublishResult>
                    </PublishResponse>\
                    """);
            }
        };
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var field : body.split("&", -1)) {
            var parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    private static FakeHttp.Answer error(int status, String code, String text) {
        return FakeHttp.Answer.of(status, """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
            </ErrorResponse>\
            """.formatted(code, text));
    }

    @Override
    public void close() {
        http.close();
    }
}
