package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.testkit.Samples;

/** People without e-mail. */
class TextMessagesTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void who_has_no_email_gets_a_signed_text_message() throws Exception {
        var notice = confirmed();
        assertEquals(0, world.deliver(world.notifier(), notice, notice));

        assertEquals(1, world.gateway.calls().size());
        var call = world.gateway.calls().getFirst();
        assertEquals(Long.toString(Samples.NOW.getEpochSecond()), call.timestamp());
        assertEquals(hmac("shared with the gateway", call.timestamp() + "." + call.body()), call.signature());
        var body = new JsonMapper().readTree(call.body());
        assertEquals(notice.id(), body.path("id").asText());
        assertEquals("+8613800000001", body.path("to").asText());
        assertEquals("registration.confirmed", body.path("kind").asText());
        assertEquals(notice.about().value(), body.path("about").asText());
        assertTrue(body.path("text")
                .asText()
                .contains("https://yunhe.example/m/" + notice.about().value()));

        var record = world.notices().about(notice.about()).getFirst();
        assertEquals(NoticeRecord.Status.SENT, record.status());
        assertEquals(
                java.util.Optional.of(NoticeRecord.Channel.SMS),
                record.outcome().channel());
        assertEquals(0, world.mails().size());
    }

    @Test
    void a_gateway_in_trouble_is_asked_again_and_a_refusal_is_final() {
        var notice = confirmed();
        world.gateway.answers(503);
        assertEquals(1, world.deliver(world.notifier(), notice));
        world.gateway.answers(422);
        assertEquals(0, world.deliver(world.notifier(), notice));
        assertEquals(NoticeRecord.Status.FAILED, world.status(notice));
        assertEquals(2, world.gateway.calls().size());
    }

    @Test
    void without_a_gateway_it_is_written_down_that_nobody_was_told() {
        var notice = confirmed();
        world.variables.put("SMS_CHANNEL", "none");
        assertEquals(0, world.deliver(world.notifier(), notice));
        assertEquals(NoticeRecord.Status.FAILED, world.status(notice));
    }

    private Notice confirmed() {
        var made = world.signUp(world.published(Samples.mixer(5, "women:1")), Samples.withPhone(1));
        return World.notice(made, NoticeKind.CONFIRMED);
    }

    private static String hmac(String secret, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
