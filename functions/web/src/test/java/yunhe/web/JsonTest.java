package yunhe.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held to databind's mapper, which does the same with the same settings. */
final class JsonTest {

    private static final int TREES = 2_000;
    private static final int CHILDREN_MAX = 4;
    private static final int DEPTH_MAX = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void any_tree_is_written_and_read_as_databind_does() throws JsonProcessingException {
        for (long seed = 1; seed <= TREES; seed++) {
            var tree = tree(new SplittableRandom(seed), 0);
            var text = Json.write(tree);
            assertEquals(MAPPER.writeValueAsString(tree), text);
            assertSame(MAPPER.readTree(text), Json.read(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "-0",
                "1.50",
                "1e400",
                "0.000",
                "100e2147483647",
                "10e2147483647",
                "-1E-7",
                "9223372036854775808",
                "\"\\u8fd0\\ud83d\\ude80\\n\"",
                "[]",
                "{}",
                " { \"a\" : [ true , false , null ] } "
            })
    void a_text_is_read_as_databind_does(String text) throws JsonProcessingException {
        assertSame(MAPPER.readTree(text), Json.read(text));
    }

    /** Equal, and spelled the same: 1.50 equals 1.5. */
    private static void assertSame(JsonNode expected, JsonNode tree) {
        assertEquals(expected, tree);
        assertEquals(expected.toString(), tree.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1,",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "1 2",
                "]",
                "nil",
                "01",
                "NaN",
                "'a'",
                "{a:1}",
                "\"\u0001\"",
                "// none\n1"
            })
    void what_databind_refuses_is_refused(String text) {
        assertThrows(JsonProcessingException.class, () -> MAPPER.readTree(text));
        assertThrows(JsonProcessingException.class, () -> Json.read(text));
    }

    @Test
    void what_is_too_deep_or_too_long_is_refused() throws JsonProcessingException {
        assertTrue(Json.read("[".repeat(20) + "]".repeat(20)).isArray());
        assertThrows(JsonProcessingException.class, () -> Json.read("[".repeat(21) + "]".repeat(21)));
        assertEquals(new BigInteger("7".repeat(100)), Json.read("7".repeat(100)).bigIntegerValue());
        assertThrows(JsonProcessingException.class, () -> Json.read("7".repeat(101)));
    }

    private static JsonNode tree(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth < DEPTH_MAX ? 11 : 8)) {
            case 0 -> MAPPER.nullNode();
            case 1 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> MAPPER.getNodeFactory().numberNode(random.nextInt());
            case 3 -> MAPPER.getNodeFactory().numberNode(random.nextLong());
            case 4 ->
                MAPPER.getNodeFactory()
                        .numberNode(BigInteger.valueOf(random.nextLong()).pow(3));
            case 5 -> MAPPER.getNodeFactory().numberNode(random.nextDouble(-1e6, 1e6));
            case 6 ->
                MAPPER.getNodeFactory().numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(-30, 30)));
            case 7 -> MAPPER.getNodeFactory().textNode(text(random));
            case 8 -> {
                var array = Json.array();
                for (int i = random.nextInt(CHILDREN_MAX); i > 0; i--) {
                    array.add(tree(random, depth + 1));
                }
                yield array;
            }
            default -> {
                var object = Json.object();
                for (int i = random.nextInt(CHILDREN_MAX); i > 0; i--) {
                    object.set(text(random), tree(random, depth + 1));
                }
                yield object;
            }
        };
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(6), 1, 0x1_F000)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
