package yunhe.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Question;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.profile.Profile.Side;

/** Makes the fields of a form, with what was typed and what was wrong with it. */
record Fields(PageTexts texts, SignUpForm form) {
    private static final int LINE_LENGTH_MAX = 100;

    /** Digits, spaces and signs of a phone number as people write it. */
    private static final int PHONE_LENGTH_MAX = 40;

    private static final Field.Line ORGANISATION =
            Field.Line.of("text").autocomplete("organization").maxLength(Person.ORGANISATION_LENGTH_MAX);

    Field name() {
        return field(
                "person.name", true, Field.Line.of("text").autocomplete("name").maxLength(Person.NAME_LENGTH_MAX));
    }

    Field email(boolean required) {
        var line =
                Field.Line.of("email").autocomplete("email").inputMode("email").maxLength(Email.LENGTH_MAX);
        var field = field("person.email", required, line);
        return required
                ? field.withHint(texts.get("person.email.hint"))
                : asOneOf(field.withHint(texts.get("person.contact.hint")));
    }

    Field phone(boolean emailRequired) {
        var line = Field.Line.of("tel").autocomplete("tel").inputMode("tel").maxLength(PHONE_LENGTH_MAX);
        var field = field("person.phone", false, line);
        return emailRequired ? field : asOneOf(field);
    }

    Field birthDate(String hint) {
        return field("person.birthDate", true, Field.Line.of("date").autocomplete("bday"))
                .withHint(hint);
    }

    Field organisation() {
        return field("person.organisation", false, ORGANISATION);
    }

    /** Of whoever meets others at a roadshow: it is how they are found. */
    Field organisation(Side side) {
        return field("person.organisation", texts.get("roadshow.organisation." + side.group()), true, ORGANISATION)
                .withHint(texts.get("roadshow.organisation.hint"));
    }

    Field group(List<Field.Option> options) {
        var field = field("group", true, new Field.Choices(false, options));
        // Where there is nothing to choose, nobody has to.
        return options.size() == 1 && field.values().isEmpty()
                ? field.withValues(List.of(options.getFirst().value()))
                : field;
    }

    Field question(Question question) {
        var name = "answers." + question.id();
        var label = question.label().in(texts.language());
        return new Field(
                name,
                control(question),
                label,
                question.required(),
                optional(question.required()),
                hint(question),
                Optional.ofNullable(form.errors().get(name)),
                form.typed().getOrDefault(name, List.of()));
    }

    private Field.Control control(Question question) {
        var limits = question.limits();
        return switch (question.type()) {
            case TEXT ->
                limits.maxLength() > LINE_LENGTH_MAX
                        ? new Field.Lines(limits.maxLength())
                        : Field.Line.of("text").maxLength(limits.maxLength());
            case NUMBER ->
                Field.Line.of("number")
                        .inputMode("decimal")
                        .between(
                                limits.min().map(BigDecimal::toPlainString),
                                limits.max().map(BigDecimal::toPlainString));
            case CHOICE -> new Field.Choices(false, options(question));
            case CHOICES -> new Field.Choices(true, options(question));
            case DATE -> Field.Line.of("date");
            case YESNO ->
                new Field.Choices(
                        false,
                        List.of(
                                Field.Option.of("true", texts.get("answer.yes")),
                                Field.Option.of("false", texts.get("answer.no"))));
            case PHONE -> Field.Line.of("tel").inputMode("tel").maxLength(PHONE_LENGTH_MAX);
            case EMAIL -> Field.Line.of("email").inputMode("email").maxLength(Email.LENGTH_MAX);
        };
    }

    private Optional<String> hint(Question question) {
        if (question.type() == Question.Type.CHOICES) {
            return Optional.of(texts.get("answer.choices.hint"));
        }
        var limits = question.limits();
        if (limits.min().isPresent() && limits.max().isPresent()) {
            return Optional.of(texts.get(
                    "answer.between.hint",
                    limits.min().get().toPlainString(),
                    limits.max().get().toPlainString()));
        }
        return Optional.empty();
    }

    private List<Field.Option> options(Question question) {
        return question.options().stream()
                .map(id -> Field.Option.of(id, question.optionLabel(id).in(texts.language())))
                .toList();
    }

    /** A field whose label stands in the texts under its name. */
    Field field(String name, boolean required, Field.Control control) {
        return field(name, texts.get(name), required, control);
    }

    Field field(String name, String label, boolean required, Field.Control control) {
        return new Field(
                name,
                control,
                label,
                required,
                optional(required),
                Optional.empty(),
                Optional.ofNullable(form.errors().get(name)),
                form.typed().getOrDefault(name, List.of()));
    }

    private Optional<String> optional(boolean required) {
        return required ? Optional.empty() : Optional.of(texts.get("form.optional"));
    }

    /** One of several fields has to be filled in. */
    private Field asOneOf(Field field) {
        return field.withMark(texts.get("form.either"));
    }
}
