package yunhe.core.roadshow;

import java.time.Instant;
import yunhe.core.activity.ActivityId;

/** A timetable that its organiser looks at. Nobody else sees it until it is published; it never changes. */
public record DraftTimetable(
        TimetableId id, ActivityId roadshow, Instant madeAt, Setting setting, Timetable timetable) {}
