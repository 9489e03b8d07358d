package yunhe.web.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.web.Body;
import yunhe.web.LibPhoneNumbers;
import yunhe.web.Request;

class RequestDigestTest {

    private static final RequestDigest DIGEST = new RequestDigest(new LibPhoneNumbers("CN"));

    private static final String SIGN_UP = """
        {"group":"women","person":{"name":"韩梅梅","email":"han@example.com","phone":"+8613800000001"},
         "answers":{"diet":"none","years":100,"tags":["a"],"both":["x","y"],"note":"one\\ntwo"},"consent":true}\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Another order, other case, other spelling of the phone, nothing where nothing was, fields that mean
                // nothing.
                """
                {"consent":true,"answers":{"tags":"a","both":["y","x"],"diet":" none ","years":1.00e2,"note":"one\\r\\ntwo"},
                 "person":{"phone":"138 0000 0001","email":"HAN@Example.com ","name":"韩梅梅 ","organisation":null},
                 "group":"women","locale":"","utm":"poster"}\
                """,
            })
    void the_same_meaning_has_one_digest(String json) {
        assertEquals(json(SIGN_UP), json(json));
    }

    /** A short text in JSON, whose plain spelling has two billion digits. */
    @ParameterizedTest
    @ValueSource(strings = {"100e2147483647", "10e2147483647", "1e-2147483647", "-100e2147483647"})
    void a_number_of_any_size_has_a_digest(String number) {
        var json = "{\"answers\":{\"years\":" + number + "}}";
        assertEquals(json(json), json(json));
        assertNotEquals(json("{\"answers\":{\"years\":1}}"), json(json));
    }

    @Test
    void a_form_and_json_that_mean_the_same_have_one_digest() {
        assertEquals(
                json(SIGN_UP),
                form("answers.note=one%0D%0Atwo&answers.both=y&answers.both=x&answers.tags=a&answers.years=100"
                        + "&answers.diet=none&person.name=%E9%9F%A9%E6%A2%85%E6%A2%85&person.phone=0086+13800000001"
                        + "&person.email=Han%40example.com&person.organisation=&group=women&consent=on&requestId=7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"women", "none", "han@", "13800000001", "\"x\"", "100", "true", "韩"})
    void another_meaning_has_another_digest(String part) {
        var other = SIGN_UP.replace(
                part,
                part.equals("true")
                        ? "false"
                        : part.equals("100")
                                ? "101"
                                : part.equals("\"x\"")
                                        ? "\"z\""
                                        : part.equals("13800000001") ? "13800000002" : "other" + part);
        assertNotEquals(json(SIGN_UP), json(other));
    }

    private static String json(String text) {
        return digest("application/json", text);
    }

    private static String form(String text) {
        return digest("application/x-www-form-urlencoded", text);
    }

    private static String digest(String type, String text) {
        Body body = Request.of(APIGatewayV2HTTPEvent.builder()
                        .withHeaders(Map.of("content-type", type))
                        .withBody(text)
                        .build())
                .body();
        return DIGEST.of(body, List.of("group"), List.of("consent"), List.of("name", "birthDate", "organisation"));
    }
}
