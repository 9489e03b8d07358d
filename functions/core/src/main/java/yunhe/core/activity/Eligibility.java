package yunhe.core.activity;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.person.Person;

/** Who may sign up. Ages count on the activity's day in its venue's zone; both bounds are inclusive. */
public record Eligibility(Optional<Integer> minAge, Optional<Integer> maxAge) {

    public static final Eligibility ANYONE = new Eligibility(Optional.empty(), Optional.empty());

    public boolean needsBirthDate() {
        return minAge.isPresent() || maxAge.isPresent();
    }

    /** One error for each rule that the person does not meet. The birth date is there when a rule needs it. */
    public List<FieldError> judge(Person person, LocalDate day) {
        var errors = new ArrayList<FieldError>();
        person.birthDate().ifPresent(birthDate -> {
            int age = Period.between(birthDate, day).getYears();
            minAge.filter(bound -> age < bound)
                    .ifPresent(bound -> errors.add(FieldError.of("person.birthDate", FieldError.Code.MIN_AGE, bound)));
            maxAge.filter(bound -> age > bound)
                    .ifPresent(bound -> errors.add(FieldError.of("person.birthDate", FieldError.Code.MAX_AGE, bound)));
        });
        return List.copyOf(errors);
    }
}
