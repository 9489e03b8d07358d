package yunhe.activities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.Edit;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Registration;
import yunhe.core.person.Person;
import yunhe.core.person.PhoneNumbers;
import yunhe.web.Body;
import yunhe.web.Fields;
import yunhe.web.Problem;
import yunhe.web.form.Codes;

/**
 * What a person changes. JSON changes the fields it names, answer by answer, and null takes one away; a form shows all
 * of them, so a field it leaves out is empty.
 */
final class ChangeForm {

    private static final List<String> FIXED = List.of(
            "id",
            "activityId",
            "group",
            "status",
            "waitlistPosition",
            "offerExpiresAt",
            "checkedInAt",
            "ticket",
            "ticketUrl",
            "calendarUrl",
            "manageUrl",
            "token",
            "consent",
            "createdAt",
            "version");
    private static final List<String> FIXED_OF_PERSON = List.of("email", "phone", "birthDate");

    private final PhoneNumbers phones;

    ChangeForm(PhoneNumbers phones) {
        this.phones = phones;
    }

    /** Leaves with 400 when something is wrong. */
    Edit parse(Body body, Registration registration, Activity activity) {
        var details = activity.details();
        var fields = Fields.of(body);
        var person = fields.object("person");
        FIXED.stream().filter(fields::mentions).forEach(name -> fields.refuse(name, Code.READ_ONLY));
        if (registration.profile().isPresent() && fields.mentions("profile")) {
            fields.refuse("profile", Code.READ_ONLY);
        }
        FIXED_OF_PERSON.stream().filter(person::mentions).forEach(name -> person.refuse(name, Code.READ_ONLY));
        var name = name(body, person, registration);
        var organisation = body.isForm() || person.mentions("organisation")
                ? person.line("organisation", Person.ORGANISATION_LENGTH_MAX)
                : registration.person().organisation();
        if (registration.profile().isPresent()) {
            person.required("organisation", organisation);
        }
        var language = fields.choice("locale", Codes.LANGUAGES).orElse(registration.language());
        boolean answersAgain = body.isForm() || fields.mentions("answers");
        var answers = answers(body, fields.object("answers"), registration, details, answersAgain);
        if (!fields.errors().isEmpty()) {
            throw Problem.invalid(fields.errors())
                    .withFieldNames(AnswersForm.fieldNames(details))
                    .exception();
        }
        return new Edit(name.orElseThrow(), organisation, answers, language);
    }

    private static Optional<String> name(Body body, Fields person, Registration registration) {
        return body.isForm() || person.mentions("name")
                ? person.required("name", person.line("name", Person.NAME_LENGTH_MAX))
                : Optional.of(registration.person().name());
    }

    /** @param answersAgain whether the questions that have come since must be answered as well */
    private Map<String, Object> answers(
            Body body, Fields given, Registration registration, ActivityDetails details, boolean answersAgain) {
        var form = new AnswersForm(details.questions(), phones);
        var answers = new HashMap<String, Object>();
        if (!body.isForm()) {
            registration.answers().forEach((id, answer) -> {
                if (!given.mentions(id)) {
                    answers.put(id, answer);
                }
            });
        }
        // What was answered to a question that is no longer asked, stays.
        registration.answers().forEach((id, answer) -> {
            if (details.question(id).isEmpty()) {
                answers.put(id, answer);
            }
        });
        answers.putAll(form.parse(given));
        if (answersAgain) {
            form.requireAll(given, answers);
        }
        return Map.copyOf(answers);
    }
}
