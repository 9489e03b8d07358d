package yunhe.activities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.activity.Times;
import yunhe.core.person.Email;
import yunhe.core.person.Masked;
import yunhe.core.person.Person;
import yunhe.core.person.Phone;
import yunhe.core.shared.Bilingual;
import yunhe.web.Json;
import yunhe.web.Links;
import yunhe.web.Request;
import yunhe.web.form.Codes;

/** A registration as JSON: for its person with everything in the hand, for organisers without, for staff masked. */
final class RegistrationView {

    private final Links links;
    private final Registrations registrations;
    private final Clock clock;

    RegistrationView(Links links, Registrations registrations, Clock clock) {
        this.links = links;
        this.registrations = registrations;
        this.clock = clock;
    }

    ObjectNode own(Registration registration, Times times, Request request) {
        var id = registration.id();
        var body = summary(registration, times, clock.instant());
        position(registration).ifPresent(position -> body.put("waitlistPosition", position));
        var secrets = new Secrets(links.tickets().ticketFor(id), links.token(id));
        inHand(body, registration, secrets, links.base(request));
        return withAnswers(body.put("token", secrets.token()), registration);
    }

    /** @param secrets the ticket and the token that go with it */
    static void inHand(ObjectNode body, Registration registration, Secrets secrets, String base) {
        var id = registration.id().value();
        if (registration.status() == Status.CONFIRMED) {
            body.put("ticket", secrets.ticket())
                    .put("ticketUrl", Links.ticketPath(secrets.ticket()))
                    .put("calendarUrl", base + calendarPath(registration.activity(), id, secrets.token()));
        }
        body.put("manageUrl", base + Links.managePath(id, secrets.token()));
    }

    static String calendarPath(ActivityId activity, String id, String token) {
        return activity.path() + "/registrations/" + id + "/calendar.ics?token=" + token;
    }

    /** What opens the door and the manage page. */
    record Secrets(String ticket, String token) {

        @Override
        public String toString() {
            return "Secrets[hidden]";
        }
    }

    static ObjectNode forOrganiser(Registration registration, Times times, Instant now) {
        var body = summary(registration, times, now);
        var history = registration.history();
        history.decision()
                .ifPresent(decision -> body.put("decision", Codes.of(decision.verdict()))
                        .put("decidedBy", decision.by())
                        .put("decidedAt", Json.instant(decision.at(), times.zone())));
        reason(history).ifPresent(reason -> body.set("reason", bilingual(reason)));
        body.put("questionsVersion", history.questions());
        return withAnswers(body, registration);
    }

    /** Why it ended, or else why it was decided as it was. */
    private static Optional<Bilingual> reason(History history) {
        return history.ended()
                .map(History.Ended::reason)
                .orElseGet(() -> history.decision().flatMap(History.Decision::reason));
    }

    private static ObjectNode bilingual(Bilingual text) {
        return Json.object().put("zh", text.zh()).put("en", text.en());
    }

    static ObjectNode forStaff(Registration registration, Times times, Instant now) {
        var body = summary(registration, times, now);
        var person = registration.person();
        var masked = body.putObject("person").put("name", Masked.name(person.name()));
        person.email().map(Masked::email).ifPresent(email -> masked.put("email", email));
        person.phone().map(Masked::phone).ifPresent(phone -> masked.put("phone", phone));
        return body;
    }

    /** Counted from 1, only while it waits. */
    private Optional<Integer> position(Registration registration) {
        return registration
                .linePlace()
                .filter(place -> registration.status() == Status.WAITLISTED)
                .map(place -> registrations.ahead(registration.activity(), registration.group(), place) + 1);
    }

    private static ObjectNode summary(Registration registration, Times times, Instant now) {
        var zone = times.zone();
        var status = registration.statusAt(times, now);
        var body = Json.object()
                .put("id", registration.id().value())
                .put("activityId", registration.activity().value())
                .put("group", registration.group())
                .put("status", Codes.of(status));
        registration
                .offerEndsAt(times)
                .filter(end -> status == Status.OFFERED)
                .ifPresent(end -> body.put("offerExpiresAt", Json.instant(end, zone)));
        registration.admitted().ifPresent(admitted -> body.put("checkedInAt", Json.instant(admitted.at(), zone)));
        return body.put("locale", registration.language().code())
                .put("createdAt", Json.instant(registration.origin().createdAt(), zone))
                .put("version", registration.version());
    }

    static ObjectNode withAnswers(ObjectNode body, Registration registration) {
        body.set("person", person(registration.person()));
        body.set("answers", answers(registration.answers()));
        registration.profile().ifPresent(profile -> body.set("profile", ProfileView.of(profile)));
        return body;
    }

    private static ObjectNode person(Person person) {
        var body = Json.object().put("name", person.name());
        person.email().map(Email::address).ifPresent(email -> body.put("email", email));
        person.phone().map(Phone::e164).ifPresent(phone -> body.put("phone", phone));
        person.birthDate().map(LocalDate::toString).ifPresent(day -> body.put("birthDate", day));
        person.organisation().ifPresent(organisation -> body.put("organisation", organisation));
        return body;
    }

    private static ObjectNode answers(Map<String, Object> answers) {
        var body = Json.object();
        answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(answer -> body.set(answer.getKey(), answer(answer.getValue())));
        return body;
    }

    private static JsonNode answer(Object value) {
        return switch (value) {
            case String text -> Json.object().textNode(text);
            case BigDecimal number -> Json.object().numberNode(number);
            case Boolean flag -> Json.object().booleanNode(flag);
            case Collection<?> list -> {
                var array = Json.array();
                list.forEach(one -> array.add(one.toString()));
                yield array;
            }
            default -> throw new IllegalArgumentException("an answer of type " + value.getClass());
        };
    }
}
