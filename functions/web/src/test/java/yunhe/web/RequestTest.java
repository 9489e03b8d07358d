package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.core.activity.Page;

class RequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''      | ''                       | ZH
        ''      | en                       | EN
        ''      | fr, en;q=0.5, zh;q=0.4   | EN
        ''      | zh-Hant-TW               | ZH
        ''      | en;q=0                   | ZH
        ''      | *                        | ZH
        ''      | ;;;                      | ZH
        lang=en | zh                       | EN
        lang=xx | en                       | EN
        """)
    void the_language_is_chosen_by_hand_or_by_the_browser(String query, String accepted, String language) {
        assertEquals(
                language,
                Events.get("/", query, "accept-language", accepted).language().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | true
        text/html                                                       | true
        */*                                                             | false
        application/json                                                | false
        application/json, text/html;q=0.9                               | false
        text/*;q=0.5, application/json;q=0.1                            | true
        text/html;q=zero                                                | false
        """)
    void a_page_is_for_whoever_wants_it_more_than_data(String accept, boolean page) {
        assertEquals(page, Events.get("/", "", "accept", accept).prefersHtml());
    }

    @Test
    void a_form_that_arrives_in_base64_is_read_like_any_other() {
        var event = Events.event("POST", "/", "", "", "content-type", "application/x-www-form-urlencoded");
        event.setBody(Base64.getEncoder()
                .encodeToString("person.name=%E6%9D%8E+%E9%9B%B7&tag=a&tag=b&empty=".getBytes(UTF_8)));
        event.setIsBase64Encoded(true);
        var body = Request.of(event).body();

        assertTrue(body.isForm());
        assertEquals(
                "{\"person\":{\"name\":\"李 雷\"},\"tag\":[\"a\",\"b\"]}",
                body.tree().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[staff organiser]",
                "staff organiser",
                "staff,organiser",
                "[\"staff\",\"organiser\"]",
                "organiser"
            })
    void roles_are_read_in_every_spelling(String roles) {
        var caller = Events.signedIn(roles).caller().orElseThrow();
        assertTrue(caller.is(Role.STAFF));
        assertTrue(caller.is(Role.ORGANISER));
        assertFalse(caller.is(Role.ADMIN));
    }

    @Test
    void without_the_role_it_is_forbidden_and_without_anyone_unauthenticated() {
        var forbidden =
                assertThrows(ProblemException.class, () -> Roles.require(Events.signedIn("[staff]"), Role.ORGANISER));
        var nobody = assertThrows(ProblemException.class, () -> Roles.require(Events.get("/", ""), Role.STAFF));
        assertEquals(ProblemCode.FORBIDDEN, forbidden.problem().code());
        assertEquals(ProblemCode.UNAUTHENTICATED, nobody.problem().code());
    }

    @Test
    void path_query_token_and_address_are_read_as_the_gateway_sends_them() {
        var request = Events.get("/m/reg_1/", "token=a%2Bb&x=%zz&x=2", "Authorization", "bearer  secret");
        assertEquals("/m/reg_1", request.path());
        assertEquals(Optional.of("a+b"), request.query("token"));
        assertEquals(Optional.of("%zz"), request.query("x"));
        assertEquals(Optional.of("secret"), request.manageToken());
        assertEquals("https://yunhe.example.org", request.baseUrl(Optional.empty()));
        assertEquals("https://a.example", request.baseUrl(Optional.of("https://a.example")));
    }

    @Test
    void a_page_of_a_list_has_limits() {
        assertEquals(new Paging(50, Optional.empty()), Paging.of(Events.get("/", "")));
        var page = Paging.list(
                new Page<>(List.of("a"), Optional.of("a|b")),
                it -> Json.object().put("id", it));
        assertEquals(
                new Paging(200, Optional.of("a|b")),
                Paging.of(
                        Events.get("/", "limit=200&cursor=" + page.path("next").asText())));
        assertThrows(ProblemException.class, () -> Paging.of(Events.get("/", "limit=0")));
        assertThrows(ProblemException.class, () -> Paging.of(Events.get("/", "limit=-1")));
        assertThrows(ProblemException.class, () -> Paging.of(Events.get("/", "limit=many")));
        assertThrows(ProblemException.class, () -> Paging.of(Events.get("/", "cursor=%20")));
    }
}
