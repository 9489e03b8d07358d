package yunhe.pages;

import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.Directory;
import yunhe.core.shared.Language;

/**
 * What a participant sees of the other side. Of nobody, not even of its reader, there is a contact in it.
 *
 * @param self the reader's registration, confirmed, whose token was shown
 * @param side the reader's own
 * @param entries everyone of the other side, also those whom the filter hides
 * @param wishes the reader's, dearest first
 * @param form what was refused, to be shown again: ranks by {@code rank.<id>}; else {@link SignUpForm#EMPTY}
 */
public record DirectoryView(
        Language language,
        Activity activity,
        RegistrationId self,
        Side side,
        List<Directory.Entry> entries,
        List<RegistrationId> wishes,
        Filter filter,
        State state,
        SignUpForm form) {

    /** Whom to show: all, or those that name a sector, a stage or both. */
    public record Filter(Optional<String> sector, Optional<String> stage) {

        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty());

        boolean isNone() {
            return sector.isEmpty() && stage.isEmpty();
        }
    }

    /** What has become of the wishes. */
    public enum State {
        OPEN,
        /** The reader has just changed them. */
        SAVED,
        /** The timetable is published: nothing comes of a wish any more. */
        PUBLISHED
    }
}
