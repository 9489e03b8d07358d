package yunhe.checkin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.door.CheckIn;
import yunhe.core.door.UndoAdmission;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDay;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayArrival;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.core.shared.Environment;
import yunhe.pages.KeeperPage;
import yunhe.pages.KeeperView;
import yunhe.pages.KeeperView.Note;
import yunhe.signin.StaffSession;
import yunhe.web.Fields;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;

/** The pages of those who keep a station: who comes and goes today, and the buttons beside them. */
final class KeeperDoors {

    static final String STATIONS = "/door/stations";

    /** Nights are kept so long; nobody books so far ahead. */
    private static final int DAYS_AROUND_MAX = 400;

    private static final int DAYS_AHEAD = 366;
    private static final int ID_LENGTH_MAX = 100;
    private static final int CONFLICT = 409;

    private final Stations stations;
    private final Stays stays;
    private final StayArrival arrival;
    private final EndStay endStay;
    private final Clock clock;
    private final RandomGenerator random;

    KeeperDoors(Wiring wiring, Environment environment) {
        this.stations = wiring.stations();
        this.stays = wiring.stays();
        this.arrival = wiring.arrival();
        this.clock = environment.clock();
        this.random = environment.random();
        this.endStay = new EndStay(stations, stays, clock);
    }

    Reply list(Request request) {
        var now = clock.instant();
        var tonight = stations.all().stream()
                .map(station -> new KeeperPage.Tonight(
                        station,
                        stays.availability(
                                station, station.today(now), station.today(now).plusDays(1))))
                .toList();
        return page(request, 200, KeeperPage.renderList(tonight, request.language(), now));
    }

    Reply day(Request request, StaffSession staff, String id) {
        var station = station(id);
        var note = request.query("stay")
                .flatMap(StayId::parse)
                .filter(stay -> stay.station().equals(station.id()))
                .flatMap(stays::find)
                .<Note>map(Note.Done::new);
        return page(request, 200, render(request, staff, station, day(request, station), note));
    }

    /** By hand: the guest's phone is dead, and the keeper knows who stands there. */
    Reply checkIn(Request request, StaffSession staff, String id) {
        var station = station(id);
        var fields = Fields.of(request.body());
        var stay = stay(fields, station);
        var nonce = fields.required("nonce", fields.line("nonce", CheckIn.Scan.NONCE_LENGTH_MAX));
        fields.orRefuse();
        var scan = new Admitted(clock.instant(), staff.subject(), "", nonce.orElseThrow());
        var result = arrival.arrive(stay.id(), scan).result();
        return switch (result) {
            // Whoever is in already is in: a second press of the button is no mistake.
            case ADMITTED, ALREADY_ADMITTED -> done(request, station, stay);
            case NOT_CONFIRMED, WRONG_ACTIVITY, TOO_EARLY, TOO_LATE, REVOKED, INVALID ->
                refused(request, staff, station, new Note.NotCheckedIn(result));
        };
    }

    Reply checkOut(Request request, StaffSession staff, String id) {
        var station = station(id);
        var fields = Fields.of(request.body());
        var stay = stay(fields, station);
        return endStay.checkOut(stay.id(), staff.subject()) instanceof StayOutcome.Done
                ? done(request, station, stay)
                : refused(request, staff, station, new Note.NotCheckedOut());
    }

    Reply undo(Request request, StaffSession staff, String id) {
        var station = station(id);
        var fields = Fields.of(request.body());
        var stay = stay(fields, station);
        var reason = fields.required("reason", fields.lines("reason", UndoAdmission.REASON_LENGTH_MAX));
        fields.orRefuse();
        return arrival.undo(stay.id(), staff.subject(), reason.orElseThrow())
                ? done(request, station, stay)
                : refused(request, staff, station, new Note.NotUndone());
    }

    /** Back to the page, which says what the stay is now: reloading it sends nothing twice. */
    private static Reply done(Request request, Station station, Stay stay) {
        return Reply.seeOther(STATIONS + "/" + station.id() + "?stay=" + stay.id() + "&lang="
                + request.language().code());
    }

    private Reply refused(Request request, StaffSession staff, Station station, Note note) {
        var today = station.today(clock.instant());
        return page(request, CONFLICT, render(request, staff, station, today, Optional.of(note)));
    }

    private String render(Request request, StaffSession staff, Station station, LocalDate day, Optional<Note> note) {
        var now = clock.instant();
        var today = station.today(now);
        var month = YearMonth.from(day);
        var around = stays.arriving(station.id(), StationDay.earliestArrival(station, day), day.plusDays(1));
        var pending = stays.arriving(station.id(), today, today.plusDays(DAYS_AHEAD)).stream()
                .filter(stay -> stay.statusAt(now) == StayStatus.PENDING)
                .count();
        boolean inFull = staff.is(Role.ORGANISER);
        if (inFull) {
            // Names in full are an organiser's to see, and it is recorded who saw them.
            stays.audit(new AuditEntry(
                    now, staff.subject(), Stations.Action.LISTED, station.id().value()));
        }
        return KeeperPage.render(new KeeperView(
                request.language(),
                inFull,
                station,
                StationDay.of(station, day, around, now),
                stays.availability(station, month.atDay(1), month.plusMonths(1).atDay(1)),
                pending,
                now,
                note,
                Long.toString(random.nextLong(), Character.MAX_RADIX)));
    }

    private static Reply page(Request request, int status, String html) {
        return Reply.html(status, html)
                .withHeader("content-language", request.language().code());
    }

    /** Today, where the station is, when nothing is said. */
    private LocalDate day(Request request, Station station) {
        var today = station.today(clock.instant());
        var asked = request.query("day").filter(text -> !text.isBlank());
        try {
            var day = asked.map(LocalDate::parse).orElse(today);
            if (day.isBefore(today.minusDays(DAYS_AROUND_MAX)) || day.isAfter(today.plusDays(DAYS_AROUND_MAX))) {
                throw wrong(FieldError.Code.OUT_OF_RANGE);
            }
            return day;
        } catch (DateTimeParseException noDay) {
            throw wrong(FieldError.Code.FORMAT);
        }
    }

    private static RuntimeException wrong(FieldError.Code code) {
        return Problem.invalid(List.of(FieldError.of("day", code))).exception();
    }

    private Station station(String id) {
        return StationId.parse(id).flatMap(stations::find).orElseThrow(KeeperDoors::notFound);
    }

    /** The stay that the button belongs to. */
    private Stay stay(Fields fields, Station station) {
        return fields.line("stay", ID_LENGTH_MAX)
                .flatMap(StayId::parse)
                .filter(id -> id.station().equals(station.id()))
                .flatMap(stays::find)
                .orElseThrow(KeeperDoors::notFound);
    }

    private static RuntimeException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND).exception();
    }
}
