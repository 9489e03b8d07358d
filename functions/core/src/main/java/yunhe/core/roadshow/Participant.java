package yunhe.core.roadshow;

import java.util.HashSet;
import java.util.List;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;

/**
 * Who may be given meetings.
 *
 * @param wishes whom of the other side it would like to meet, dearest first
 */
public record Participant<P extends Profile>(RegistrationId id, P profile, List<RegistrationId> wishes) {

    public static final int WISHES_MAX = 20;

    public Participant {
        wishes = List.copyOf(wishes);
        if (wishes.size() > WISHES_MAX || new HashSet<>(wishes).size() < wishes.size()) {
            throw new IllegalArgumentException("more than " + WISHES_MAX + " wishes, or one twice");
        }
    }
}
