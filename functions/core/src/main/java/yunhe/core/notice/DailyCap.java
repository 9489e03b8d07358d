package yunhe.core.notice;

import java.time.LocalDate;
import yunhe.core.person.PersonKey;

/** So many reminders one person gets in a day, across activities. */
public interface DailyCap {

    /** Counts the notice, if there is room for it. The same notice again is not counted twice, and stays counted. */
    boolean count(Notice notice, PersonKey person, LocalDate day);
}
