package yunhe.notifications.message;

import java.util.Optional;
import yunhe.notifications.channel.Mail;
import yunhe.pages.CalendarEntry;
import yunhe.pages.MeetingsCalendar;

/**
 * The calendar file that comes with a mail.
 *
 * @param mailFrom the sender, who is also the organiser in the calendar
 */
record Calendars(Links links, String mailFrom) {

    Optional<Mail.Calendar> of(Occasion occasion) {
        var manage = links.manage(occasion.notice().about());
        return switch (occasion) {
            case ActivityOccasion of -> ofActivity(of, manage);
            case StayOccasion of -> ofStay(of, manage);
            case MeetingsOccasion of -> ofMeetings(of, manage);
        };
    }

    private Optional<Mail.Calendar> ofActivity(ActivityOccasion of, String manage) {
        if (of.hasInvitation()) {
            return invitation(CalendarEntry.request(
                    of.activity(), of.registration(), of.language(), manage, links.base(), mailFrom));
        }
        return of.hasWithdrawal()
                ? withdrawal(CalendarEntry.cancel(
                        of.activity(), of.registration(), of.language(), manage, links.base(), mailFrom))
                : Optional.empty();
    }

    private Optional<Mail.Calendar> ofStay(StayOccasion of, String manage) {
        if (of.hasInvitation()) {
            return invitation(
                    CalendarEntry.request(of.station(), of.stay(), of.language(), manage, links.base(), mailFrom));
        }
        return of.hasWithdrawal()
                ? withdrawal(
                        CalendarEntry.cancel(of.station(), of.stay(), of.language(), manage, links.base(), mailFrom))
                : Optional.empty();
    }

    private static Optional<Mail.Calendar> ofMeetings(MeetingsOccasion of, String manage) {
        return of.hasFile()
                ? Optional.of(new Mail.Calendar(
                        "meetings.ics",
                        "PUBLISH",
                        MeetingsCalendar.publish(
                                of.at().activity(),
                                of.at().registration(),
                                of.timetable(),
                                of.organisations(),
                                of.language(),
                                manage)))
                : Optional.empty();
    }

    private static Optional<Mail.Calendar> invitation(String ics) {
        return Optional.of(new Mail.Calendar("invite.ics", "REQUEST", ics));
    }

    private static Optional<Mail.Calendar> withdrawal(String ics) {
        return Optional.of(new Mail.Calendar("cancel.ics", "CANCEL", ics));
    }
}
