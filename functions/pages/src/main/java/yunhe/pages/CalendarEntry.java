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
import java.util.List;
import java.util.regex.Pattern;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Venue;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.shared.Language;

/**
 * A registration or a stay as a calendar entry (RFC 5545). Its {@code UID} stays the same for its whole life and its
 * {@code SEQUENCE} rises with every change of it, or of its activity or station, so that calendars replace what they
 * hold. The same facts give the same file.
 */
public final class CalendarEntry {
    private static final Pattern MAILBOX = Pattern.compile("\\s*(.*?)\\s*<([^<>]+)>\\s*");

    private CalendarEntry() {}

    /** For downloading: {@code METHOD:PUBLISH}, without anyone's address. */
    public static String publish(
            Activity activity, Registration registration, Language language, String manageUrl, String baseUrl) {
        return write(Method.publish(), event(activity, registration, language, manageUrl, baseUrl));
    }

    public static String publish(Station station, Stay stay, Language language, String manageUrl, String baseUrl) {
        return write(Method.publish(), event(station, stay, language, manageUrl, baseUrl));
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
        invite(event, registration.person(), mailFrom);
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
        invite(event, registration.person(), mailFrom);
        return write(Method.cancel(), event);
    }

    /** For the mail that confirms a stay, or tells its guest of a change. */
    public static String request(
            Station station, Stay stay, Language language, String manageUrl, String baseUrl, String mailFrom) {
        var event = event(station, stay, language, manageUrl, baseUrl);
        invite(event, stay.applicant().person(), mailFrom);
        return write(Method.request(), event);
    }

    /** For the mail that takes a stay back. */
    public static String cancel(
            Station station, Stay stay, Language language, String manageUrl, String baseUrl, String mailFrom) {
        var event = event(station, stay, language, manageUrl, baseUrl);
        event.setStatus(Status.cancelled());
        invite(event, stay.applicant().person(), mailFrom);
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

    /** From when one may check in until when one has to leave. */
    private static VEvent event(Station station, Stay stay, Language language, String manageUrl, String baseUrl) {
        var details = station.details();
        var nights = stay.nights();
        var event = new VEvent();
        event.setUid(stay.id().value() + "@yunhe");
        event.setSequence((int) (station.version() + stay.version()));
        event.setDateTimeStamp(Date.from(stay.origin().createdAt()));
        event.setDateStart(Date.from(station.checkInFrom(nights.arrive())));
        event.setDateEnd(Date.from(station.at(nights.depart(), details.checkOutUntil())));
        var name = details.name().in(language);
        event.setSummary(PageTexts.in(language).get("calendar.stay", name));
        event.setLocation(details.address().isBlank() ? name : name + ", " + details.address());
        event.setDescription(description(station, stay, language, manageUrl, baseUrl));
        event.setUrl(manageUrl);
        event.setStatus(Status.confirmed());
        return event;
    }

    private static String description(Station station, Stay stay, Language language, String manageUrl, String baseUrl) {
        var texts = PageTexts.in(language);
        var details = station.details();
        var room = details.room(stay.roomType())
                .map(it -> it.title().in(language) + "\n")
                .orElse("");
        var by = new When(language, details.zone()).moment(EndStay.noShowAt(stay));
        return room
                + texts.get("calendar.arrive", by)
                + "\n\n"
                + texts.get("calendar.manage", manageUrl)
                + "\n"
                + texts.get("calendar.station", baseUrl + "/s/" + station.id());
    }

    static String location(Venue venue) {
        return venue.address().isBlank() ? venue.name() : venue.name() + ", " + venue.address();
    }

    private static String description(Activity activity, Language language, String manageUrl, String baseUrl) {
        var texts = PageTexts.in(language);
        var page = baseUrl + activity.id().pagePath();
        var summary = activity.details().headline().summary().map(it -> it.in(language) + "\n\n");
        return summary.orElse("") + texts.get("calendar.manage", manageUrl) + "\n" + texts.get("calendar.page", page);
    }

    private static void invite(VEvent event, Person person, String mailFrom) {
        event.setOrganizer(organizer(mailFrom));
        person.email().map(email -> attendee(person, email)).ifPresent(event::addAttendee);
    }

    private static Organizer organizer(String mailFrom) {
        var mailbox = MAILBOX.matcher(mailFrom);
        return mailbox.matches()
                ? new Organizer(commonName(mailbox.group(1)), mailbox.group(2))
                : new Organizer("yunhe", mailFrom.strip());
    }

    private static Attendee attendee(Person person, Email email) {
        var attendee = new Attendee(commonName(person.name()), email.address());
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
        return write(method, List.of(event));
    }

    static String write(Method method, List<VEvent> events) {
        var calendar = new ICalendar();
        calendar.setProductId("-//yunhe//registrations//EN");
        calendar.setMethod(method);
        events.forEach(calendar::addEvent);
        return Biweekly.write(calendar).go();
    }
}
