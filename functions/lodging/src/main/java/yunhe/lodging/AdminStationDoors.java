package yunhe.lodging;

import java.util.Optional;
import yunhe.core.activity.Activities.Actor;
import yunhe.core.activity.Refusal;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.shared.Environment;
import yunhe.web.Caller;
import yunhe.web.Fields;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.IfMatch;

/** Making and changing stations: their rooms, their policy, the nights on which something else holds. */
final class AdminStationDoors {

    private final Stations stations;
    private final Optional<String> publicUrl;
    private final Environment environment;

    AdminStationDoors(Stations stations, Environment environment) {
        this.stations = stations;
        this.publicUrl = environment.optional("PUBLIC_URL");
        this.environment = environment;
    }

    Reply create(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var details = StationForm.parse(Fields.of(request.json()));
        var id = StationId.fresh(environment.random());
        return reply(201, stations.create(id, details, actor(caller)), request);
    }

    Reply list(Request request, PathParameters path) {
        Roles.require(request, Role.ORGANISER);
        var page = StationList.page(stations.all(), Paging.of(request));
        return Reply.json(200, Paging.list(page, station -> StationView.administered(station, url(station, request))));
    }

    Reply get(Request request, PathParameters path) {
        Roles.require(request, Role.ORGANISER);
        return reply(200, find(path), request);
    }

    Reply replace(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var body = request.json();
        var seen = find(path);
        long expected = IfMatch.version(request)
                .orElseThrow(() -> Problem.of(ProblemCode.VERSION_REQUIRED).exception());
        if (expected != seen.version()) {
            throw Problem.of(Refusal.VERSION_STALE).exception();
        }
        return stations.replace(seen, StationForm.parse(Fields.of(body)), actor(caller))
                .map(changed -> reply(200, changed, request))
                .orElseThrow(() -> Problem.of(Refusal.VERSION_STALE).exception());
    }

    private Station find(PathParameters path) {
        return StationId.parse(path.get("id"))
                .flatMap(stations::find)
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }

    private Actor actor(Caller caller) {
        return new Actor(caller.subject(), environment.clock().instant());
    }

    private Reply reply(int status, Station station, Request request) {
        return Reply.json(status, StationView.administered(station, url(station, request)))
                .withHeader("etag", '"' + Long.toString(station.version()) + '"');
    }

    private String url(Station station, Request request) {
        return request.baseUrl(publicUrl) + "/s/" + station.id();
    }
}
