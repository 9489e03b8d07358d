package yunhe.core.person;

import java.time.LocalDate;
import java.util.Optional;

/** Who signs up. At least one contact is there. */
public record Person(
        String name,
        Optional<Email> email,
        Optional<Phone> phone,
        Optional<LocalDate> birthDate,
        Optional<String> organisation) {

    public static final int NAME_LENGTH_MAX = 80;
    public static final int ORGANISATION_LENGTH_MAX = 120;

    public Person {
        if (email.isEmpty() && phone.isEmpty()) {
            throw new IllegalArgumentException("a person needs an e-mail address or a phone number");
        }
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
