package yunhe.pages;

import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.door.ScanAnswer;
import yunhe.core.lodging.Station;
import yunhe.core.shared.Language;

/**
 * What the door's page shows.
 *
 * @param staff how the person who is signed in is called
 * @param activities those whose doors are open today, from which one is chosen
 * @param stations all of them, each of which may be chosen as well
 * @param chosen the activity or station that is being admitted to; empty means any of them
 * @param entrance where this door is, as its staff typed it
 * @param answer what became of the ticket that was typed in, without JavaScript; the page masks the name
 * @param nonce a fresh one for the form, so that sending it twice is one scan
 */
public record DoorView(
        Language language,
        String staff,
        List<Activity> activities,
        List<Station> stations,
        Optional<String> chosen,
        Optional<String> entrance,
        Optional<ScanAnswer> answer,
        String nonce) {}
