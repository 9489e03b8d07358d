package yunhe.core.person;

import java.util.Optional;

/** Reads phone numbers as people type them, in the deployment's region when no country code is given. */
public interface PhoneNumbers {

    /** Empty when the text is no phone number that could exist. */
    Optional<Phone> parse(String typed);
}
