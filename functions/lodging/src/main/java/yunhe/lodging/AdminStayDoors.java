package yunhe.lodging;

import java.time.Clock;
import java.util.Optional;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.ChangeStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.ReviewStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays;
import yunhe.core.shared.Environment;
import yunhe.web.Fields;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.DecisionForm;
import yunhe.web.form.IfMatch;

/**
 * Stays for those who keep a station: looking, reviewing, changing, checking out, letting in who stands at the desk.
 */
final class AdminStayDoors {

    private final Stations stations;
    private final Stays stays;
    private final StayForm form;
    private final BookStay bookStay;
    private final StayView view;
    private final ReviewStay reviewStay;
    private final ChangeStay changeStay;
    private final EndStay endStay;
    private final Clock clock;
    private final Environment environment;

    AdminStayDoors(OwnStay own, StayForm form, BookStay bookStay, StayView view, Environment environment) {
        this.stations = own.stations();
        this.stays = own.stays();
        this.form = form;
        this.bookStay = bookStay;
        this.view = view;
        this.clock = environment.clock();
        this.environment = environment;
        this.reviewStay = new ReviewStay(stations, stays, clock, environment.random());
        this.changeStay = new ChangeStay(stations, stays, clock);
        this.endStay = new EndStay(stations, stays, clock);
    }

    /** Masked for everyone: whoever decides about one looks at that one. */
    Reply list(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.STAFF);
        var paging = Paging.of(request);
        var query = new DayQuery(request);
        var night = query.optional("night");
        query.orRefuse();
        var station = station(StationId.parse(path.get("id")));
        var page = night.isPresent()
                ? stays.listNight(station, night.get(), paging.limit(), paging.cursor())
                : stays.list(station.id(), paging.limit(), paging.cursor());
        stays.audit(new AuditEntry(
                clock.instant(),
                caller.subject(),
                Stations.Action.LISTED,
                station.id().value()));
        return Reply.json(200, Paging.list(page, stay -> view.forStaff(stay, station)));
    }

    /** Everything that a reviewer has to see, and an entry that it was seen. */
    Reply get(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var stay = stays.find(id(path)).orElseThrow(AdminStayDoors::notFound);
        var reply = unmasked(stay);
        stays.audit(new AuditEntry(
                clock.instant(),
                caller.subject(),
                Stations.Action.STAY_READ,
                stay.id().value()));
        return reply;
    }

    Reply decide(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var decision = DecisionForm.parse(Fields.of(request.json()));
        var judgement = decision.by(caller.subject(), IfMatch.version(request));
        return unmasked(StayReplies.done(reviewStay.decide(id(path), judgement)));
    }

    Reply checkOut(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.STAFF);
        return masked(StayReplies.done(endStay.checkOut(id(path), caller.subject())));
    }

    Reply change(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.STAFF);
        var wish = ChangeForm.parse(request.json());
        return masked(StayReplies.done(changeStay.change(id(path), wish, Optional.of(caller.subject()))));
    }

    /** Somebody stands at the desk, and there is a room. */
    Reply walkIn(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.STAFF);
        var body = request.json();
        var arrival = new Admitted(
                clock.instant(),
                caller.subject(),
                "",
                Long.toString(environment.random().nextLong(), Character.MAX_RADIX));
        var application = form.walkIn(StationId.parse(path.get("id")), arrival, request, body);
        var stay = StayReplies.done(bookStay.book(application));
        return Reply.json(201, view.forStaff(stay, station(Optional.of(stay.station()))));
    }

    private Reply masked(Stay stay) {
        return Reply.json(200, view.forStaff(stay, station(Optional.of(stay.station()))));
    }

    private Reply unmasked(Stay stay) {
        return Reply.json(200, view.forOrganiser(stay, station(Optional.of(stay.station()))));
    }

    private Station station(Optional<StationId> id) {
        return id.flatMap(stations::find).orElseThrow(AdminStayDoors::notFound);
    }

    private static StayId id(PathParameters path) {
        return StayId.parse(path.get("id")).orElseThrow(AdminStayDoors::notFound);
    }

    private static RuntimeException notFound() {
        return Problem.of(Refusal.NOT_FOUND).exception();
    }
}
