package yunhe.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Question;
import yunhe.core.profile.Profile.Side;

/** Makes the fields of the form that signs someone up. */
record SignUpFields(Activity activity, Settings settings, Fields fields) {

    /** Fields that belong together. */
    record Part(Optional<String> heading, List<Field> fields) {}

    /** Of someone who says in the form which group it is. */
    List<Part> choosing(List<GroupLine> groups) {
        var all = new ArrayList<Field>();
        all.add(fields.group(groups.stream()
                .map(line -> new Field.Option(
                        line.id(), line.title(), Optional.of(line.note()), line.tone(), line.available()))
                .toList()));
        all.addAll(person());
        all.add(fields.organisation());
        all.addAll(questions());
        return List.of(new Part(Optional.empty(), all));
    }

    /** Of someone whose group is known, and who has a profile if that group stands on a side of the table. */
    List<Part> of(String group) {
        return Side.ofGroup(group).map(this::meeting).orElseGet(this::listening);
    }

    private List<Part> meeting(Side side) {
        var texts = fields.texts();
        var parts = new ArrayList<Part>();
        parts.add(
                new Part(Optional.of(texts.get("roadshow.part." + side.group())), new ProfileFields(fields).of(side)));
        parts.add(new Part(Optional.of(texts.get("roadshow.part.person")), person()));
        var questions = questions();
        if (!questions.isEmpty()) {
            parts.add(new Part(Optional.of(texts.get("roadshow.part.questions")), questions));
        }
        return List.copyOf(parts);
    }

    private List<Part> listening() {
        var all = new ArrayList<>(person());
        all.add(fields.organisation());
        all.addAll(questions());
        return List.of(new Part(Optional.empty(), all));
    }

    private List<Field> person() {
        var eligibility = activity.details().admission().eligibility();
        var all = new ArrayList<Field>();
        all.add(fields.name());
        all.add(fields.email(settings.emailRequired()));
        all.add(fields.phone(settings.emailRequired()));
        if (eligibility.needsBirthDate()) {
            all.add(fields.birthDate(ageHint(eligibility)));
        }
        return List.copyOf(all);
    }

    private List<Field> questions() {
        List<Question> questions = activity.details().questions();
        return questions.stream().map(fields::question).toList();
    }

    private String ageHint(Eligibility eligibility) {
        var texts = fields.texts();
        var least = eligibility.minAge();
        var most = eligibility.maxAge();
        if (least.isPresent() && most.isPresent()) {
            return texts.get("person.birthDate.between", least.get(), most.get());
        }
        return least.map(age -> texts.get("person.birthDate.from", age))
                .orElseGet(() -> texts.get("person.birthDate.to", most.orElseThrow()));
    }
}
