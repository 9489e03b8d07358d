package yunhe.pages;

import java.util.List;
import yunhe.core.roadshow.Slot;

/** What a participant's page says about its meetings. */
public sealed interface OwnMeetings {

    /** There is nothing to say: it is no project or investor, or has no place for sure. */
    record None() implements OwnMeetings {}

    /** The timetable is not published: one may say whom one would like to meet. */
    record Wishing(int wished) implements OwnMeetings {}

    /** The timetable is published. */
    record Published(List<Appointment> appointments) implements OwnMeetings {}

    /**
     * A meeting as one of the two sees it.
     *
     * @param table counted from 0
     * @param organisation whom it is with
     */
    record Appointment(Slot slot, int table, String organisation) {}
}
