package yunhe.notifications.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way of sending text messages has to keep. */
abstract class TextChannelContract {

    /** What arrived at the other side. */
    record Arrived(String to, String text) {}

    abstract Channel<TextMessage> channel();

    abstract void theProvider(Mood mood);

    abstract List<Arrived> received();

    /** How often the other side was called at all. */
    abstract int calls();

    @Test
    void what_is_accepted_arrives_as_it_was_written() {
        assertEquals(new Delivery.Sent(), send(message(1, "报名成功 ✓ https://yunhe.example/m/1?token=a&b=c+d")));
        assertEquals(
                List.of(new Arrived("+8613800000001", "报名成功 ✓ https://yunhe.example/m/1?token=a&b=c+d")), received());
    }

    @Test
    void a_refusal_is_final_and_says_a_code_and_no_number() {
        theProvider(Mood.REFUSES);
        var refused = assertInstanceOf(Delivery.Refused.class, send(message(1, "你好")));
        assertTrue(refused.reason().matches("[A-Za-z0-9 ]{1,40}"), refused.reason());
        assertFalse(refused.reason().contains("138"));
    }

    @Test
    void who_is_busy_is_asked_again_later() {
        theProvider(Mood.IS_BUSY);
        var busy = assertThrows(ChannelUnavailable.class, () -> send(message(1, "你好")));
        assertFalse(busy.getMessage().contains("138"), busy.getMessage());
        theProvider(Mood.ACCEPTS);
        assertEquals(new Delivery.Sent(), send(message(1, "你好")));
    }

    @Test
    void who_is_away_is_asked_once_for_the_whole_batch() {
        theProvider(Mood.IS_AWAY);
        try (var line = channel().open()) {
            assertThrows(ChannelUnavailable.class, () -> line.send(message(1, "你好")));
            assertThrows(ChannelUnavailable.class, () -> line.send(message(2, "你好")));
        }
        assertEquals(1, calls());
        theProvider(Mood.ACCEPTS);
        assertEquals(new Delivery.Sent(), send(message(1, "你好")));
    }

    @Test
    void a_line_goes_on_after_a_refusal() {
        try (var line = channel().open()) {
            theProvider(Mood.REFUSES);
            assertInstanceOf(Delivery.Refused.class, line.send(message(1, "你好")));
            theProvider(Mood.ACCEPTS);
            assertEquals(new Delivery.Sent(), line.send(message(2, "你好")));
        }
        assertEquals(List.of(new Arrived("+8613800000002", "你好")), received());
    }

    @Test
    void nothing_that_was_typed_adds_a_field_or_another_number() {
        var typed = "\"},\"to\":\"+8613900000000\r\n&PhoneNumber=+8613900000000\\ \u202e🎉 %26 ";
        assertEquals(new Delivery.Sent(), send(message(1, typed)));
        assertEquals(List.of(new Arrived("+8613800000001", typed)), received());
    }

    private Delivery send(TextMessage message) {
        try (var line = channel().open()) {
            return line.send(message);
        }
    }

    private static TextMessage message(int number, String text) {
        return new TextMessage(
                "ntc_" + number, "registration.confirmed", "reg_" + number, "+861380000000" + number, text);
    }
}
