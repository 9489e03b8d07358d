package yunhe.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import yunhe.core.shared.Language;

/**
 * What an organiser sees of the pitches of a roadshow.
 *
 * @param projects all that are confirmed
 * @param minutes how long each of them speaks
 * @param isSaved whether this was just saved, which the page then says
 * @param form what was typed and refused; {@link SignUpForm#EMPTY} when nothing was
 */
public record PitchesView(
        Language language,
        ConsoleShow show,
        List<Pitch> projects,
        int minutes,
        Ways ways,
        boolean isSaved,
        SignUpForm form) {

    /**
     * A project, and whether and when it speaks.
     *
     * @param id of its registration
     * @param position from 1; empty for one that does not speak
     */
    public record Pitch(String id, String organisation, OptionalInt position, Optional<Instant> startsAt) {}

    /** Paths of what is made of the order: the programme on paper in both languages, and the screen in the hall. */
    public record Ways(String programmeZh, String programmeEn, String hall) {}
}
