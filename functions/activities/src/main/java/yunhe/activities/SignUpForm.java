package yunhe.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Group;
import yunhe.core.activity.Registration;
import yunhe.core.activity.SignUp;
import yunhe.core.person.Person;
import yunhe.core.profile.Profile.Side;
import yunhe.core.shared.Language;
import yunhe.web.Body;
import yunhe.web.Fields;
import yunhe.web.Request;
import yunhe.web.form.Codes;
import yunhe.web.form.IdempotencyKey;
import yunhe.web.form.PersonForm;
import yunhe.web.form.RequestDigest;

/** Reads sign-ups, whether they come as a form or as JSON. */
final class SignUpForm {

    private static final List<String> PERSON = List.of("name", "birthDate", "organisation");

    private final ActivityType type;
    private final PersonForm persons;
    private final RequestDigest digest;
    private final Clock clock;

    SignUpForm(ActivityType type, PersonForm persons, Clock clock) {
        this.type = type;
        this.persons = persons;
        this.digest = new RequestDigest(persons.phones());
        this.clock = clock;
    }

    SignUp.Application parse(Request request, Body body) {
        var key = IdempotencyKey.of(request, body);
        return new SignUp.Application(
                persons.applicant(Fields.of(body).object("person")),
                key.map(it -> new Registration.Request(
                        RequestDigest.hash(it), digest.of(body, fields(), List.of("consent"), PERSON))),
                details -> against(details, body, request.language()));
    }

    private SignUp.Form.Checked against(ActivityDetails details, Body body, Language byDefault) {
        var fields = Fields.of(body);
        var group = group(fields, details);
        var side = group.filter(any -> type == ActivityType.ROADSHOW).flatMap(it -> Side.ofGroup(it.id()));
        var person = person(fields, details);
        side.ifPresent(meets -> requireOrganisation(fields.object("person")));
        var profile = side.flatMap(it -> ProfileForm.parse(fields, it));
        var form = new AnswersForm(details.questions(), persons.phones());
        var answersGiven = fields.object("answers");
        var answers = form.parse(answersGiven);
        form.requireAll(answersGiven, answers);
        var language = fields.choice("locale", Codes.LANGUAGES).orElse(byDefault);
        if (!fields.required("consent", fields.bool("consent")).orElse(true)) {
            fields.refuse("consent", Code.REQUIRED);
        }
        if (fields.errors().isEmpty() && group.isPresent() && person.isPresent()) {
            return new SignUp.Form.Valid(group.get(), person.get(), answers, profile, language);
        }
        return new SignUp.Form.Invalid(fields.errors());
    }

    private List<String> fields() {
        return type == ActivityType.ROADSHOW ? List.of("group", "profile") : List.of("group");
    }

    private static void requireOrganisation(Fields person) {
        person.required("organisation", person.line("organisation", Person.ORGANISATION_LENGTH_MAX));
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
