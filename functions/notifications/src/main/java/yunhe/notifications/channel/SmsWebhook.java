package yunhe.notifications.channel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;

/**
 * Text messages through the operator's own gateway: a POST of {@code {"id","to","text","kind","about"}} with two
 * headers, {@value #TIMESTAMP} (seconds since 1970) and {@value #SIGNATURE}, the hexadecimal HMAC-SHA256 of
 * {@code timestamp + "." + body}.
 *
 * <p>The same {@code id} may come twice if this side died at the wrong moment; a gateway that cares remembers it. Any
 * 2xx is an acceptance; 400, 410, 413 and 422 refuse the message for good; everything else is tried again.
 */
public final class SmsWebhook implements Channel<TextMessage> {

    static final String TIMESTAMP = "X-Yunhe-Timestamp";
    static final String SIGNATURE = "X-Yunhe-Signature";

    private static final Set<Integer> REFUSALS = Set.of(400, 410, 413, 422);

    private final URI address;
    private final String secret;
    private final Clock clock;

    public SmsWebhook(URI address, String secret, Clock clock) {
        this.address = address;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public Line<TextMessage> open() {
        return new WebhookLine();
    }

    private final class WebhookLine implements Line<TextMessage> {

        private final WebCalls gateway = new WebCalls();

        @Override
        public Delivery send(TextMessage message) {
            var attempted = "send text message " + message.id();
            int status = gateway.send(attempted, request(message)).statusCode();
            if (status / 100 == 2) {
                return new Delivery.Sent();
            }
            if (REFUSALS.contains(status)) {
                return new Delivery.Refused("http " + status);
            }
            throw new ChannelUnavailable(attempted + ", the gateway answered " + status);
        }

        @Override
        public void close() {
            gateway.close();
        }
    }

    private HttpRequest request(TextMessage message) {
        var body = body(message);
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        return WebCalls.post(address, body)
                .header(TIMESTAMP, timestamp)
                .header(SIGNATURE, signature(secret, timestamp, body))
                .build();
    }

    private static String body(TextMessage message) {
        return Json.write(
                "id", message.id(),
                "to", message.to(),
                "text", message.text(),
                "kind", message.kind(),
                "about", message.about());
    }

    private static String signature(String secret, String timestamp, String body) {
        return HexFormat.of().formatHex(Hmac.sha256(secret, timestamp + "." + body));
    }
}
