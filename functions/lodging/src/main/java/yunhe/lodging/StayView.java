package yunhe.lodging;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.History;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.core.person.Email;
import yunhe.core.person.Masked;
import yunhe.core.person.Phone;
import yunhe.core.shared.Bilingual;
import yunhe.web.Json;
import yunhe.web.Links;
import yunhe.web.Request;
import yunhe.web.form.Codes;

/** A stay as JSON: for its guest with everything in the hand, for organisers without, for staff masked. */
final class StayView {

    private final Links links;
    private final Stays stays;
    private final Clock clock;

    StayView(Links links, Stays stays, Clock clock) {
        this.links = links;
        this.stays = stays;
        this.clock = clock;
    }

    ObjectNode own(Stay stay, Station station, Request request) {
        var now = clock.instant();
        var body = summary(stay, station, now);
        if (stay.statusAt(now) == StayStatus.WAITLISTED) {
            waiting(body, stay, station);
        }
        var token = links.token(stay.id());
        var base = links.base(request);
        if (stay.status() == StayStatus.CONFIRMED) {
            var ticket = links.tickets().ticketFor(stay.id());
            body.put("ticket", ticket)
                    .put("ticketUrl", Links.ticketPath(ticket))
                    .put("calendarUrl", base + calendarPath(stay.id().value(), token));
        }
        body.put("manageUrl", base + links.managePath(stay.id())).put("token", token);
        return withApplicant(body, stay.applicant());
    }

    /** Its place in the line, counted from 1, and what could be had instead. */
    private void waiting(ObjectNode body, Stay stay, Station station) {
        stays.position(stay).ifPresent(position -> body.put("waitlistPosition", position));
        var nights = stay.nights();
        var parts =
                stays.availability(station, nights.arrive(), nights.depart()).partsOf(stay.roomType(), nights);
        body.set("alternatives", alternatives(stay.roomType(), parts));
    }

    static ArrayNode alternatives(String roomType, List<Nights> parts) {
        var list = Json.array();
        parts.forEach(part -> list.addObject()
                .put("roomType", roomType)
                .put("arrive", part.arrive().toString())
                .put("depart", part.depart().toString())
                .put("nights", part.count()));
        return list;
    }

    static String calendarPath(String id, String token) {
        return "/stays/" + id + "/calendar.ics?token=" + token;
    }

    ObjectNode forOrganiser(Stay stay, Station station) {
        var body = summary(stay, station, clock.instant());
        var history = stay.history();
        history.decision()
                .ifPresent(decision -> body.put("decision", Codes.of(decision.verdict()))
                        .put("decidedBy", decision.by())
                        .put(
                                "decidedAt",
                                Json.instant(decision.at(), station.details().zone())));
        reason(stay).ifPresent(reason -> body.set("reason", StationView.bilingual(reason)));
        return withApplicant(body, stay.applicant());
    }

    private static Optional<Bilingual> reason(Stay stay) {
        return stay.history()
                .ended()
                .map(History.Ended::reason)
                .orElseGet(() -> stay.history().decision().flatMap(History.Decision::reason));
    }

    ObjectNode forStaff(Stay stay, Station station) {
        var body = summary(stay, station, clock.instant());
        var person = stay.applicant().person();
        var masked = body.putObject("person").put("name", Masked.name(person.name()));
        person.email().map(Masked::email).ifPresent(email -> masked.put("email", email));
        person.phone().map(Masked::phone).ifPresent(phone -> masked.put("phone", phone));
        return body;
    }

    private static ObjectNode summary(Stay stay, Station station, Instant now) {
        var zone = station.details().zone();
        var status = stay.statusAt(now);
        var body = Json.object()
                .put("id", stay.id().value())
                .put("stationId", stay.station().value())
                .put("roomType", stay.roomType())
                .put("arrive", stay.nights().arrive().toString())
                .put("depart", stay.nights().depart().toString())
                .put("nights", stay.nights().count())
                .put("status", Codes.of(status));
        stay.history()
                .deadline()
                .filter(end -> status == StayStatus.OFFERED)
                .ifPresent(end -> body.put("offerExpiresAt", Json.instant(end, zone)));
        stay.history()
                .deadline()
                .filter(end -> status == StayStatus.PENDING)
                .ifPresent(end -> body.put("reviewUntil", Json.instant(end, zone)));
        if (status == StayStatus.CONFIRMED || status == StayStatus.PENDING) {
            body.put("cancelUntil", Json.instant(stay.origin().terms().cancelUntil(), zone));
        }
        stay.history().checkedIn().ifPresent(admitted -> body.put("checkedInAt", Json.instant(admitted.at(), zone)));
        stay.history().leftOn().map(LocalDate::toString).ifPresent(day -> body.put("leftOn", day));
        return body.put("locale", stay.applicant().language().code())
                .put("createdAt", Json.instant(stay.origin().createdAt(), zone))
                .put("version", stay.version());
    }

    private static ObjectNode withApplicant(ObjectNode body, Applicant applicant) {
        var person = applicant.person();
        var json = body.putObject("person").put("name", person.name());
        person.email().map(Email::address).ifPresent(email -> json.put("email", email));
        person.phone().map(Phone::e164).ifPresent(phone -> json.put("phone", phone));
        person.birthDate().map(LocalDate::toString).ifPresent(day -> json.put("birthDate", day));
        person.organisation().ifPresent(organisation -> json.put("organisation", organisation));
        applicant.gender().map(Codes::of).ifPresent(gender -> json.put("gender", gender));
        applicant.graduationDate().map(LocalDate::toString).ifPresent(day -> json.put("graduationDate", day));
        applicant.purpose().ifPresent(purpose -> body.put("purpose", purpose));
        var proofs = body.putArray("proof");
        applicant
                .proofs()
                .forEach(proof -> proofs.addObject().put("kind", proof.kind()).put("ref", proof.reference()));
        return body;
    }
}
