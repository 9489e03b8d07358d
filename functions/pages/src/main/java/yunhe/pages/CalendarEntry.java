package yunhe.pages;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.parameter.Role;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import java.util.Date;
import java.util.regex.Pattern;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Venue;
import yunhe.core.person.Email;
import yunhe.core.shared.Language;

/**
 * A registration as a calendar entry (RFC 5545). Its {@code UID} stays the same for the registration's whole life and
 * its {@code SEQUENCE} rises with every change of registration or activity, so that calendars replace what they hold.
 * The same facts give the same file.
 */
public final class CalendarEntry {
    private static final Pattern MAILBOX = Pattern.compile("\\s*(.*?)\\s*<([^<>]+)>\\s*");

    private CalendarEntry() {}

    /** For downloading: {@code METHOD:PUBLISH}, without anyone's address. */
    public static String publish(
            Activity activity, Registration registration, Language language, String manageUrl, String baseUrl) {
        return write(Method.publish(), event(activity, registration, language, manageUrl, baseUrl));
    }

    /**
     * For the mail of a confirmation: {@code METHOD:REQUEST}, accepted already.
     *
     * @param mailFrom the deployment's sender, as in {@code yunhe <no-reply@example.org>}
     */
    public static String request(
            Activity activity,
            Registration registration,
            Language language,
            String manageUrl,
            String baseUrl,
            String mailFrom) {
        var event = event(activity, registration, language, manageUrl, baseUrl);
        invite(event, registration, mailFrom);
        return write(Method.request(), event);
    }

    /** For the mail of a cancellation: {@code METHOD:CANCEL}. */
    public static String cancel(
            Activity activity,
            Registration registration,
            Language language,
            String manageUrl,
            String baseUrl,
            String mailFrom) {
        var event = event(activity, registration, language, manageUrl, baseUrl);
        event.setStatus(Status.cancelled());
        invite(event, registration, mailFrom);
        return write(Method.cancel(), event);
    }

    private static VEvent event(
            Activity activity, Registration registration, Language language, String manageUrl, String baseUrl) {
        var headline = activity.details().headline();
        var event = new VEvent();
        event.setUid(registration.id().value() + "@yunhe");
        event.setSequence((int) (activity.version() + registration.version()));
        event.setDateTimeStamp(Date.from(registration.origin().createdAt()));
        event.setDateStart(Date.from(activity.times().startsAt()));
        event.setDateEnd(Date.from(activity.times().endsAt()));
        event.setSummary(headline.title().in(language));
        headline.venue()
                .map(CalendarEntry::location)
                .filter(it -> !it.isBlank())
                .ifPresent(event::setLocation);
        event.setDescription(description(activity, language, manageUrl, baseUrl));
        event.setUrl(manageUrl);
        event.setStatus(Status.confirmed());
        return event;
    }

    private static String location(Venue venue) {
        return venue.address().isBlank() ? venue.name() : venue.name() + ", " + venue.address();
    }

    private static String description(Activity activity, Language language, String manageUrl, String baseUrl) {
        var texts = PageTexts.in(language);
        var page = baseUrl + "/g/" + activity.id();
        var summary = activity.details().headline().summary().map(it -> it.in(language) + "\n\n");
        return summary.orElse("") + texts.get("calendar.manage", manageUrl) + "\n" + texts.get("calendar.page", page);
    }

    private static void invite(VEvent event, Registration registration, String mailFrom) {
        event.setOrganizer(organizer(mailFrom));
        registration
                .person()
                .email()
                .map(email -> attendee(registration, email))
                .ifPresent(event::addAttendee);
    }

    private static Organizer organizer(String mailFrom) {
        var mailbox = MAILBOX.matcher(mailFrom);
        return mailbox.matches()
                ? new Organizer(commonName(mailbox.group(1)), mailbox.group(2))
                : new Organizer("yunhe", mailFrom.strip());
    }

    private static Attendee attendee(Registration registration, Email email) {
        var attendee = new Attendee(commonName(registration.person().name()), email.address());
        attendee.setRole(Role.ATTENDEE);
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        return attendee;
    }

    /** A parameter's value holds neither quotes nor control characters (RFC 5545, section 3.2). */
    private static String commonName(String name) {
        return name.replaceAll("\\p{Cc}+", " ").replace('"', '\'').strip();
    }

    private static String write(Method method, VEvent event) {
        var calendar = new ICalendar();
        calendar.setProductId("-//yunhe//registrations//EN");
        calendar.setMethod(method);
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }
}
