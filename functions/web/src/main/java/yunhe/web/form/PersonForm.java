package yunhe.web.form;

import java.time.LocalDate;
import java.util.Optional;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.person.Person;
import yunhe.core.person.PhoneNumbers;
import yunhe.web.Fields;

/**
 * Who signs up.
 *
 * @param emailRequired whether the deployment reaches people by mail only
 */
public record PersonForm(PhoneNumbers phones, boolean emailRequired) {

    private static final int AGE_MAX = 130;

    /** Notes what is wrong, and is empty then. */
    public Optional<Person> parse(Fields person, boolean needsBirthDate, LocalDate today) {
        int errorsBefore = person.errors().size();
        var name = person.required("name", person.line("name", Person.NAME_LENGTH_MAX));
        var email = person.email("email");
        var phone = person.phone("phone", phones);
        if (emailRequired || !person.has("phone")) {
            person.required("email", email);
        } else if (email.isEmpty() && phone.isEmpty() && person.errors().size() == errorsBefore) {
            // Both fields are there and blank.
            person.required("email", email);
        }
        var birthDate = person.day("birthDate");
        birthDate
                .filter(day -> !day.isBefore(today) || day.isBefore(today.minusYears(AGE_MAX)))
                .ifPresent(impossible -> person.refuse("birthDate", Code.OUT_OF_RANGE));
        if (needsBirthDate) {
            person.required("birthDate", birthDate);
        }
        var organisation = person.line("organisation", Person.ORGANISATION_LENGTH_MAX);
        return person.errors().size() > errorsBefore || name.isEmpty() || email.isEmpty() && phone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person(name.get(), email, phone, birthDate, organisation));
    }

    /** Who it is, as far as the contacts can be read: enough to find an earlier registration. */
    public Optional<Person> applicant(Fields person) {
        var email = person.email("email");
        var phone = person.phone("phone", phones);
        return email.isEmpty() && phone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Person("", email, phone, Optional.empty(), Optional.empty()));
    }
}
