package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private final Service service = Service.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\u0007",
                "\\n",
                "\\r",
                "\\u001b",
                "\\u007f",
                "\\u0085",
                "\\u009f", // control
                "\\u202e",
                "\\u202a",
                "\\u2066",
                "\\u2069",
                "\\u200e",
                "\\u200f",
                "\\u061c", // bidi
                "\\u200b",
                "\\u200c",
                "\\u200d",
                "\\u2060",
                "\\ufeff", // zero width
                "\\ud800",
                "\\udc00",
                "\\udc00\\ud800" // lone surrogates
            })
    void characters_that_hide_something_are_no_part_of_a_name(String escaped) {
        Activity activity = service.draft().publish();
        String body = Applicant.named("NAME").json().toString().replace("NAME", "Anna" + escaped + "Schmidt");

        service.post(activity.signUpPath()).body(body, "application/json").refusedField("person.name", "format");

        assertEquals(List.of(), activity.registrations());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë O'Neill-Łukasz",
                "محمد علي",
                "Nguyễn Thị Ánh",
                "👩‍👩‍👧 家庭",
                "𠮷野家",
                "李 雷",
                "Robert'); DROP TABLE",
                "=1+1",
                "null",
                "<b>"
            })
    void names_of_the_world_are_names(String name) {
        Activity activity = service.draft().publish();

        Registration registration = activity.register(Applicant.named(name));

        assertEquals(name, registration.read().path("person").path("name").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"长", "a", "𠮷"})
    void eighty_characters_are_a_name(String character) {
        Activity activity = service.draft().publish();

        activity.register(Applicant.named(character.repeat(80)));
        activity.signUp(Applicant.named(character.repeat(81))).refusedField("person.name", "too_long");
    }
}
