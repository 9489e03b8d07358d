package yunhe.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.checkin.ScanResult;
import yunhe.core.shared.Language;

/**
 * What the door's page shows.
 *
 * @param staff how the person who is signed in is called
 * @param activities those whose doors are open today, from which one is chosen
 * @param chosen the activity that is being admitted to; empty means any of them
 * @param entrance where this door is, as its staff typed it
 * @param answer what became of the ticket that was typed in, without JavaScript
 * @param nonce a fresh one for the form, so that sending it twice is one scan
 */
public record DoorView(
        Language language,
        String staff,
        List<Activity> activities,
        Optional<String> chosen,
        Optional<String> entrance,
        Optional<Answer> answer,
        String nonce) {

    /**
     * One scan's outcome, as {@code POST /checkins} tells it.
     *
     * @param name masked
     * @param group the group's id; the page shows its title if the activity is among those listed
     * @param activityId the activity that the ticket is for, when it is known
     */
    public record Answer(
            ScanResult result,
            Optional<String> name,
            Optional<String> group,
            Optional<String> activityId,
            Optional<Instant> admittedAt,
            Optional<String> admittedBy,
            Optional<String> admittedDevice) {
        public static Answer of(ScanResult result) {
            return new Answer(
                    result,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
