package yunhe.activities;

import java.util.List;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Group;

/**
 * What must not change once people may have signed up: a group that is there stays, because people are in it.
 * Everything else may, and whoever has to be told is.
 */
final class PublishedChange {

    private PublishedChange() {}

    static List<FieldError> refused(ActivityDetails before, ActivityDetails after) {
        boolean allStay = before.groups().stream()
                .map(Group::id)
                .allMatch(id -> after.group(id).isPresent());
        return allStay ? List.of() : List.of(FieldError.of("groups", FieldError.Code.READ_ONLY));
    }
}
