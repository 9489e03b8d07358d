package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a sign-up: the answer names the field, and nothing is stored. */
class BadSignUpTest {

    private static final String JSON = "application/json";

    private final Service service = Service.shared();
    private final Activity activity =
            service.draft().questions(Questions.OF_EVERY_TYPE).publish();

    @AfterEach
    void nothing_was_stored() {
        assertEquals(List.of(), activity.registrations());
        assertEquals(10, activity.free());
    }

    @Test
    void what_is_not_json_is_malformed() {
        for (String body : List.of("{", "{\"group\":", "nonsense", "{'group':'all'}", "{\"a\":1}}", "\u0000", "NaN")) {
            raw(body).refused(400, "body.malformed");
        }
        service.post(activity.signUpPath()).header("Content-Type", JSON).refused(400, "body.malformed");
    }

    @Test
    void what_is_json_but_no_object_is_refused() {
        for (String body : List.of("[]", "null", "\"text\"", "7", "true", "[{\"group\":\"all\"}]")) {
            raw(body).expect(400);
        }
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] bytes = Applicant.someone().json().toString().getBytes(java.nio.charset.Charset.forName("GB18030"));

        service.post(activity.signUpPath()).body(bytes, JSON).expect(400);
    }

    @Test
    void bottomless_nesting_is_refused() {
        raw("[".repeat(20_000)).expect(400);
        raw("{\"answers\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}")
                .expect(400);
    }

    @Test
    void an_empty_body_names_everything_that_is_missing() {
        Reply reply = raw("{}").refusedField("group", "required");

        List<String> fields = Json.texts(reply.json().path("errors"), "field");
        assertEquals(true, fields.contains("person.name"), reply::toString);
        assertEquals(true, fields.contains("consent"), reply::toString);
    }

    @Test
    void a_required_field_is_named() {
        without("group", "group");
        without("person.name", "person.name");
        without("consent", "consent");
        bad(Applicant.someone().with("person.name", "  \t ")).refusedField("person.name", "required");
        bad(Applicant.someone().with("person.name", null)).refusedField("person.name", "required");
    }

    @Test
    void consent_is_yes() {
        for (Object consent : List.of(false, "maybe", 0, List.of())) {
            bad(Applicant.someone().with("consent", consent)).refusedField("consent");
        }
    }

    @Test
    void one_contact_is_needed() {
        Reply reply = bad(Applicant.someone().without("person.email")).refused(400, "body.invalid");

        List<String> fields = Json.texts(reply.json().path("errors"), "field");
        assertEquals(true, fields.contains("person.email") || fields.contains("person.phone"), reply::toString);
        assertEquals("required", reply.json().path("errors").get(0).path("code").asText());
    }

    @Test
    void an_unknown_group_is_named() {
        bad(Applicant.someone().in("nobody")).refusedField("group", "unknown_group");
    }

    @Test
    void a_field_of_the_wrong_type_is_named() {
        for (String field : List.of(
                "group",
                "person.name",
                "person.email",
                "person.phone",
                "person.birthDate",
                "person.organisation",
                "locale")) {
            for (Object wrong : List.of(List.of("a", "b"), Json.of("{'a':1}"))) {
                bad(Applicant.someone().with(field, wrong)).refusedField(field);
            }
        }
        bad(Applicant.someone().with("person", "韩梅梅")).refusedField("person");
        bad(Applicant.someone().with("person", List.of(1))).refusedField("person");
        bad(Applicant.someone().with("answers", "none")).refusedField("answers");
        bad(Applicant.someone().with("answers", List.of("none"))).refusedField("answers");
    }

    @Test
    void an_address_that_no_mail_reaches_is_refused() {
        for (String address : List.of(
                "han",
                "han@",
                "@example.com",
                "han@@example.com",
                "han@example.com\r\nBcc: all@example.com",
                "han@example.com,li@example.com",
                "x".repeat(300) + "@example.com")) {
            Reply reply = bad(Applicant.someone().with("person.email", address)).refusedField("person.email");
            assertEquals(400, reply.status());
        }
    }

    @Test
    void a_phone_that_nobody_answers_is_refused() {
        for (String phone : List.of("12", "phone", "+86", "+8613", "1380000000012345678", "+99900000000000")) {
            bad(Applicant.someone().with("person.phone", phone)).refusedField("person.phone", "format");
        }
    }

    @Test
    void an_impossible_day_is_refused() {
        for (String day : List.of(
                "2026-02-30",
                "1998-13-01",
                "1998-00-10",
                "1998-1-1",
                "01.03.1998",
                "1998-03-01T00:00:00Z",
                "yesterday",
                "")) {
            bad(Applicant.someone().with("person.birthDate", day.isEmpty() ? "0000-00-00" : day))
                    .refusedField("person.birthDate", "format");
        }
    }

    @Test
    void nobody_is_born_tomorrow() {
        bad(Applicant.someone()
                        .with(
                                "person.birthDate",
                                service.now().plusDays(2).toLocalDate().toString()))
                .refusedField("person.birthDate");
    }

    @Test
    void what_is_too_long_is_refused() {
        bad(Applicant.named("长".repeat(81))).refusedField("person.name", "too_long");
        bad(Applicant.someone().with("person.organisation", "长".repeat(121)))
                .refusedField("person.organisation", "too_long");
        bad(Applicant.someone().with("answers.note", "长".repeat(21))).refusedField("answers.note", "too_long");
    }

    @Test
    void an_unknown_language_is_refused() {
        bad(Applicant.someone().with("locale", "fr")).refusedField("locale");
    }

    @Test
    void answers_are_checked_by_the_type_of_their_question() {
        answer("diet", "meat").refusedField("answers.diet", "unknown_option");
        answer("topics", List.of("ai", "golf")).refusedField("answers.topics", "unknown_option");
        answer("years", "three").refusedField("answers.years", "format");
        answer("years", -1).refusedField("answers.years", "out_of_range");
        answer("years", 41).refusedField("answers.years", "out_of_range");
        answer("since", "2023-02-29").refusedField("answers.since", "format");
        answer("first", "perhaps").refusedField("answers.first", "format");
        answer("backup", "12").refusedField("answers.backup", "format");
        answer("work", "nowhere").refusedField("answers.work", "format");
        answer("note", "a\u202Eb").refusedField("answers.note", "format");
        answer("note", "a\tb").refusedField("answers.note", "format");
        answer("note", List.of("a", "b")).refusedField("answers.note");
        answer("note", Json.of("{'a':1}")).refusedField("answers.note");
        answer("shoe", "43").refusedField("answers.shoe", "unknown_question");
    }

    @Test
    void several_mistakes_are_told_at_once() {
        Reply reply = bad(Applicant.named("a\u200Bb")
                        .in("nobody")
                        .with("person.email", "x")
                        .with("answers.diet", "meat"))
                .refused(400, "body.invalid");

        assertEquals(
                List.of("answers.diet", "group", "person.email", "person.name"),
                Json.texts(reply.json().path("errors"), "field").stream()
                        .sorted()
                        .toList());
    }

    private Call bad(Applicant applicant) {
        return activity.signUp(applicant);
    }

    private Call answer(String question, Object answer) {
        return bad(Applicant.someone().with("answers." + question, answer));
    }

    private void without(String field, String named) {
        bad(Applicant.someone().without(field)).refusedField(named, "required");
    }

    private Call raw(String body) {
        return service.post(activity.signUpPath()).body(body, JSON);
    }
}
