package yunhe.notifications;

import java.time.Instant;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.agenda.QuietHours;
import yunhe.core.notice.DailyCap;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord.Reason;
import yunhe.core.notice.OptOuts;
import yunhe.core.person.PersonKeys;

/**
 * How somebody may be reminded: not at night, not too often, not against their will. What answers a person's own act,
 * an offer or a change always goes.
 */
record Manners(QuietHours quietHours, PersonKeys keys, OptOuts optOuts, DailyCap cap) {

    Answer about(Notice notice, Entry entry, Instant now) {
        return notice.kind() == NoticeKind.REMINDER && entry instanceof Entry.OfActivity(var registration, var activity)
                ? aboutReminder(notice, registration, activity, now)
                : new Answer.Go();
    }

    private Answer aboutReminder(Notice notice, Registration registration, Activity activity, Instant now) {
        var contacts = keys.everywhere(registration.person());
        if (contacts.isEmpty()) {
            return new Answer.Go();
        }
        if (optOuts.isOut(contacts)) {
            return new Answer.Drop(Reason.OPTED_OUT);
        }
        var times = activity.times();
        var earliest = quietHours.earliest(now, times.startsAt(), times.zone());
        if (earliest.isAfter(now)) {
            boolean tooLateThen = notice.reminderOf(activity)
                    .filter(reminder -> !reminder.isTooLate(earliest))
                    .isEmpty();
            return tooLateThen ? new Answer.Drop(Reason.LATE) : new Answer.Later(earliest);
        }
        // The last question, because its answer counts.
        var today = now.atZone(times.zone()).toLocalDate();
        return cap.count(notice, contacts.getFirst(), today) ? new Answer.Go() : new Answer.Drop(Reason.DAILY_CAP);
    }

    /** Whether it may go. */
    sealed interface Answer {

        record Go() implements Answer {}

        record Later(Instant then) implements Answer {}

        record Drop(String reason) implements Answer {}
    }
}
