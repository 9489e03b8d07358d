package yunhe.core.lodging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Language;

/**
 * Who asks for a room, and with what.
 *
 * @param identities the keys of e-mail, phone and document: any of them equal is the same guest
 */
public record Applicant(
        Person person,
        Optional<RoomType.Gender> gender,
        Optional<LocalDate> graduationDate,
        List<PersonKey> identities,
        Optional<String> purpose,
        List<Proof> proofs,
        Language language) {

    public static final int PURPOSE_LENGTH_MAX = 500;
    public static final int DOCUMENT_LENGTH_MAX = 40;

    /** Documents that tell who somebody is. */
    public static final List<String> DOCUMENTS = List.of("id-card", "passport", "permit");

    @Override
    public String toString() {
        return "Applicant[hidden]";
    }
}
