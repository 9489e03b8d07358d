package yunhe.gatherings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    @RegisterExtension
    static final Deployment YUNHE = new Deployment();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /group                  |                            | group required
        /group                  | "children"                 | group unknown_group
        /group                  | ["women"]                  | group format
        /person                 | "Anna"                     | person format, person.birthDate required, person.email required, person.name required
        /person/name            | 7                          | person.name format
        /person/name            | " "                        | person.name required
        /person/name            | "a\\u202eb"                | person.name format
        /person/name            | "a\\u0000b"                | person.name format
        /person/email           |                            | person.email required
        /person/email           | "han@"                     | person.email format
        /person/phone           | "12"                       | person.phone format
        /person/birthDate       | "1998-02-30"               | person.birthDate format
        /person/birthDate       | "2027-01-01"               | person.birthDate out_of_range
        /person/birthDate       |                            | person.birthDate required
        /answers                |                            | answers.diet required
        /answers/diet           | "meat"                     | answers.diet unknown_option
        /answers/wine           | "red"                      | answers.wine unknown_question
        /answers/tags           | ["ai","ai"]                | answers.tags format
        /answers/tags           | ["ai","golf"]              | answers.tags unknown_option
        /answers/tags           | "ai"                       | answers.tags format
        /answers/years          | 41                         | answers.years out_of_range
        /answers/years          | "4"                        | answers.years format
        /answers/first          | "yes"                      | answers.first format
        /answers/note           | "12345678901"              | answers.note too_long
        /consent                | false                      | consent required
        /consent                |                            | consent required
        /locale                 | "fr"                       | locale unknown_option
        """)
    void a_wrong_field_is_named(String pointer, String value, String errors) {
        var id = gathering();
        var answer = YUNHE.json("POST", path(id), Bodies.signUp(pointer, value == null ? "" : value));

        assertEquals(400, answer.status(), answer.body());
        assertEquals("body.invalid", answer.code());
        assertEquals(errors, answer.errors());
    }

    @Test
    void half_a_sign_and_a_billion_digits_are_wrong_values() {
        var id = gathering();
        var half = Bodies.signUp("/person/name", "\"HALF\"").replace("HALF", "a\\ud800");
        var digits = Bodies.signUp("/answers/years", "\"DIGITS\"").replace("\"DIGITS\"", "1e999999999");

        assertEquals("person.name format", YUNHE.json("POST", path(id), half).errors());
        assertEquals(
                "answers.years out_of_range",
                YUNHE.json("POST", path(id), digits, "Idempotency-Key", "k").errors());
    }

    @Test
    void a_repeated_name_is_wrong_where_one_value_is_due_and_a_list_where_several_are() {
        var id = gathering();
        var form = "group=women&person.name=Anna&person.email=anna%40example.com&person.birthDate=1998-03-01"
                + "&answers.diet=none&consent=true&answers.years=7&answers.first=yes&answers.tags=film";
        var twoNames = YUNHE.form(path(id), form + "&person.name=Bea");
        var done = YUNHE.form(path(id), form + "&answers.tags=ai");

        assertEquals("person.name format", twoNames.errors());
        assertEquals(201, done.status(), done.body());
        assertEquals(7, done.json().at("/answers/years").asInt());
        assertTrue(done.json().at("/answers/first").booleanValue());
        assertEquals(2, done.json().at("/answers/tags").size());
    }

    @Test
    void what_cannot_be_read_is_refused_as_a_whole() {
        var id = gathering();
        assertEquals("body.malformed", YUNHE.json("POST", path(id), "{").code());
        assertEquals("body.malformed", YUNHE.json("POST", path(id), "").code());
        assertEquals("body.malformed", YUNHE.json("POST", path(id), "[]").code());
        assertEquals("body.malformed", YUNHE.json("POST", path(id), "{} {}").code());
        assertEquals(
                "body.malformed",
                YUNHE.json("POST", path(id), "{\"a\":1,\"a\":2}").code());
        assertEquals(
                "body.malformed", YUNHE.form(path(id), "person.name=%ff%fe").code());
        assertEquals(
                "body.malformed", YUNHE.form(path(id), "person=x&person.name=y").code());
        assertEquals(
                "body.malformed", YUNHE.json("POST", path(id), "[".repeat(2000)).code());
    }

    @Test
    void size_type_method_and_path_are_told_apart() {
        var id = gathering();
        var large = YUNHE.json("POST", path(id), Bodies.signUp("/person/name", '"' + "x".repeat(70_000) + '"'));
        var xml = YUNHE.visitor("POST", path(id), "<a/>", "content-type", "application/xml");
        var put = YUNHE.json("PUT", path(id), "{}");
        var nowhere = YUNHE.get("/gatherings/" + id + "/nothing");

        assertEquals(413, large.status());
        assertEquals(415, xml.status());
        assertEquals(405, put.status());
        assertEquals("POST", put.headers().get("allow"));
        assertEquals(404, nowhere.status());
        assertEquals("application/problem+json", nowhere.headers().get("content-type"));
        assertEquals(
                404,
                YUNHE.json("POST", path("gath_AAAAAAAAAAA"), Bodies.signUp()).status());
        assertEquals(404, YUNHE.json("POST", path("x"), Bodies.signUp()).status());
    }

    @Test
    void a_request_key_has_a_limit() {
        var answer = YUNHE.json("POST", path(gathering()), Bodies.signUp(), "Idempotency-Key", "k".repeat(101));
        assertEquals(400, answer.status());
        assertEquals("Idempotency-Key too_long", answer.errors());
    }

    private static String gathering() {
        return YUNHE.published();
    }

    private static String path(String id) {
        return "/gatherings/" + id + "/registrations";
    }
}
