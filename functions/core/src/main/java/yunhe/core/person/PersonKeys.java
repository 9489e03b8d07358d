package yunhe.core.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Secrets;

/** Folds contacts into {@link PersonKey}s. */
public final class PersonKeys {

    private final Secrets.Signer signer;

    public PersonKeys(Secrets identity) {
        this(identity.signer("person"));
    }

    private PersonKeys(Secrets.Signer signer) {
        this.signer = signer;
    }

    /** For what somebody said about reminders: the same in every activity, and leading to no registration. */
    public static PersonKeys reminded(Secrets identity) {
        return new PersonKeys(identity.signer("reminded"));
    }

    /** The keys of a person wherever they sign up. */
    public List<PersonKey> everywhere(Person person) {
        return of("*", person);
    }

    /**
     * The keys of a person within a scope (an activity): the e-mail's first, then the phone's. Someone who signs up
     * with either is the same person.
     */
    public List<PersonKey> of(String scope, Person person) {
        var keys = new ArrayList<PersonKey>(2);
        person.email().ifPresent(email -> keys.add(ofEmail(scope, email)));
        person.phone().ifPresent(phone -> keys.add(ofPhone(scope, phone)));
        return List.copyOf(keys);
    }

    public PersonKey ofEmail(String scope, Email email) {
        return key(scope + "|email|" + email.folded());
    }

    public PersonKey ofPhone(String scope, Phone phone) {
        return key(scope + "|phone|" + phone.e164());
    }

    /** An identity document's. How its number is spaced and whether its letters are small means nothing. */
    public PersonKey ofDocument(String scope, String kind, String number) {
        var folded = number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return key(scope + "|document|" + kind + "|" + folded);
    }

    private PersonKey key(String text) {
        return new PersonKey(Base64Url.encode(Arrays.copyOf(signer.sign(text), PersonKey.BYTES)));
    }
}
