package yunhe.notifications.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of SES's API v2 as sends a raw mail. */
final class FakeSes implements AutoCloseable {

    private static final String THEIR_TEXT = "guest1@example.com will not do";

    private final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final FakeHttp http = new FakeHttp(this::answer);
    volatile Mood mood = Mood.ACCEPTS;
    volatile String refusal = "MessageRejected";
    volatile String refusalText = THEIR_TEXT;

    URI endpoint() {
        return http.at("");
    }

    List<MimeMessage> mails() {
        return mails;
    }

    List<String> recipients() {
        return recipients;
    }

    int calls() {
        return http.calls().size();
    }

    private FakeHttp.Answer answer(FakeHttp.Call call) {
        if (mood == Mood.IS_AWAY) {
            return FakeHttp.Answer.NONE;
        }
        if (!AwsSignature.isGood(call, "ses")) {
            return error(403, "InvalidSignatureException", "signature");
        }
        if (!call.uri().getPath().equals("/v2/email/outbound-emails")) {
            return error(404, "NotFoundException", "no such operation");
        }
        return switch (mood) {
            case REFUSES -> error(400, refusal, refusalText);
            case IS_BUSY -> error(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
            default -> accept(call.text());
        };
    }

    private FakeHttp.Answer accept(String body) {
        try {
            JsonNode request = new JsonMapper().readTree(body);
            var raw = Base64.getDecoder().decode(request.at("/Content/Raw/Data").textValue());
            mails.add(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
            request.at("/Destination/ToAddresses").forEach(to -> recipients.add(to.textValue()));
            return FakeHttp.Answer.of(200, "{\"MessageId\":\"0102018f\"}");
        } catch (Exception unreadable) {
            return error(400, "BadRequestException", unreadable.toString());
        }
    }

    private static FakeHttp.Answer error(int status, String type, String text) {
        return new FakeHttp.Answer(
                status, Map.of("x-amzn-ErrorType", type + ":http://internal/"), "{\"message\":\"" + text + "\"}");
    }

    @Override
    public void close() {
        http.close();
    }
}
