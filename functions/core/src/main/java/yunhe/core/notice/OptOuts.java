package yunhe.core.notice;

import java.time.Instant;
import java.util.List;
import yunhe.core.person.PersonKey;

/** Who wants no reminders, across activities. The keys are those of {@code PersonKeys.reminded}. */
public interface OptOuts {

    /** Whether one of a person's contacts has opted out. Strongly consistent. */
    boolean isOut(List<PersonKey> contacts);

    void optOut(List<PersonKey> contacts, Instant now);

    void comeBack(List<PersonKey> contacts);
}
