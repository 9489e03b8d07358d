package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);
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
        return new WebhookLine(
                HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build());
    }

    private final class WebhookLine implements Line<TextMessage> {

        private final HttpClient client;
        private boolean gatewayIsAway;

        WebhookLine(HttpClient client) {
            this.client = client;
        }

        @Override
        public Delivery send(TextMessage message) {
            if (gatewayIsAway) {
                throw new ChannelUnavailable("the gateway did not answer a moment ago");
            }
            var attempted = "send text message " + message.id();
            try {
                int status = client.send(request(message), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 == 2) {
                    return new Delivery.Sent();
                }
                if (REFUSALS.contains(status)) {
                    return new Delivery.Refused("http " + status);
                }
                throw new ChannelUnavailable(attempted + ", the gateway answered " + status);
            } catch (IOException cause) {
                gatewayIsAway = true;
                throw new ChannelUnavailable(attempted, cause);
            } catch (InterruptedException cause) {
                Thread.currentThread().interrupt();
                throw new ChannelUnavailable(attempted, cause);
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private HttpRequest request(TextMessage message) {
        var body = body(message);
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(TIMESTAMP, timestamp)
                .header(SIGNATURE, signature(secret, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
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

    static String signature(String secret, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", cause);
        }
    }
}
