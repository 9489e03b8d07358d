package yunhe.gatherings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Group;
import yunhe.core.activity.Registration;
import yunhe.core.activity.SignUp;
import yunhe.core.person.Person;
import yunhe.core.shared.Language;
import yunhe.core.shared.TypedText;
import yunhe.web.Body;
import yunhe.web.Fields;
import yunhe.web.Request;

/** Reads sign-ups, whether they come as a form or as JSON. */
final class SignUpForm {

    static final int REQUEST_KEY_LENGTH_MAX = 100;

    /** People do not see this field; whoever fills it in is a program. */
    static final String HONEYPOT = "leave_this_empty";

    private final PersonForm persons;
    private final RequestDigest digest;
    private final Clock clock;

    SignUpForm(PersonForm persons, Clock clock) {
        this.persons = persons;
        this.digest = new RequestDigest(persons.phones());
        this.clock = clock;
    }

    SignUp.Application parse(Request request, Body body) {
        var key = requestKey(request, body);
        return new SignUp.Application(
                persons.applicant(Fields.of(body).object("person")),
                key.map(it -> new Registration.Request(RequestDigest.hash(it), digest.of(body))),
                details -> against(details, body, request.language()));
    }

    static boolean isFilledByProgram(Body body) {
        var trap = body.tree().path(HONEYPOT);
        return !trap.isMissingNode() && !trap.isNull() && !trap.asText("filled").isBlank();
    }

    /** From the header, or else from the form. Leaves with 400 when it is too long or has hidden characters. */
    private static Optional<String> requestKey(Request request, Body body) {
        var header = request.header("idempotency-key").filter(key -> !key.isBlank());
        if (header.isEmpty() && !body.isForm()) {
            return Optional.empty();
        }
        var name = header.isPresent() ? "Idempotency-Key" : "requestId";
        var fields = Fields.of(body);
        if (header.isEmpty()) {
            var typed = fields.line(name, REQUEST_KEY_LENGTH_MAX);
            fields.orRefuse();
            return typed;
        }
        var key = header.get().strip();
        if (!TypedText.isLine(key)) {
            fields.refuse(name, Code.FORMAT);
        } else if (TypedText.length(key) > REQUEST_KEY_LENGTH_MAX) {
            fields.refuse(name, Code.TOO_LONG, REQUEST_KEY_LENGTH_MAX);
        }
        fields.orRefuse();
        return Optional.of(key);
    }

    private SignUp.Form.Checked against(ActivityDetails details, Body body, Language byDefault) {
        var fields = Fields.of(body);
        var group = group(fields, details);
        var person = person(fields, details);
        var form = new AnswersForm(details.questions(), persons.phones());
        var answersGiven = fields.object("answers");
        var answers = form.parse(answersGiven);
        form.requireAll(answersGiven, answers);
        var language = fields.choice("locale", Wire.LANGUAGES).orElse(byDefault);
        if (!fields.required("consent", fields.bool("consent")).orElse(true)) {
            fields.refuse("consent", Code.REQUIRED);
        }
        if (fields.errors().isEmpty() && group.isPresent() && person.isPresent()) {
            return new SignUp.Form.Valid(group.get(), person.get(), answers, language);
        }
        return new SignUp.Form.Invalid(fields.errors());
    }

    private static Optional<Group> group(Fields fields, ActivityDetails details) {
        var id = fields.required("group", fields.line("group", QuestionsForm.LABEL_LENGTH_MAX));
        var group = id.flatMap(details::group);
        if (id.isPresent() && group.isEmpty()) {
            fields.refuse("group", Code.UNKNOWN_GROUP);
        }
        return group;
    }

    private Optional<Person> person(Fields fields, ActivityDetails details) {
        var today = LocalDate.ofInstant(clock.instant(), details.times().zone());
        return persons.parse(
                fields.object("person"), details.admission().eligibility().needsBirthDate(), today);
    }
}
