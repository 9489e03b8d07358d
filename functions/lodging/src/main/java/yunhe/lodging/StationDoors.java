package yunhe.lodging;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Refusal;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stays;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** Stations for everyone, and what is free in them. */
final class StationDoors {

    private final Stations stations;
    private final Stays stays;
    private final Optional<String> publicUrl;

    StationDoors(Stations stations, Stays stays, Optional<String> publicUrl) {
        this.stations = stations;
        this.stays = stays;
        this.publicUrl = publicUrl;
    }

    Reply list(Request request, PathParameters path) {
        var page = StationList.page(stations.all(), Paging.of(request));
        return Reply.json(200, Paging.list(page, station -> StationView.published(station, url(station, request))));
    }

    Reply get(Request request, PathParameters path) {
        var station = find(path);
        return Reply.json(200, StationView.published(station, url(station, request)));
    }

    Reply availability(Request request, PathParameters path) {
        var query = new DayQuery(request);
        var from = query.required("from");
        var until = query.required("until");
        if (from.isPresent() && until.isPresent()) {
            long nights = ChronoUnit.DAYS.between(from.get(), until.get());
            if (nights < 1 || nights > Nights.COUNT_MAX) {
                query.refuse(
                        "until",
                        FieldError.Code.OUT_OF_RANGE,
                        from.get().plusDays(1),
                        from.get().plusDays(Nights.COUNT_MAX));
            }
        }
        query.orRefuse();
        var availability = stays.availability(find(path), from.orElseThrow(), until.orElseThrow());
        return Reply.json(200, StationView.availability(availability, from.orElseThrow(), until.orElseThrow()));
    }

    private Station find(PathParameters path) {
        return StationId.parse(path.get("id"))
                .flatMap(stations::find)
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }

    private String url(Station station, Request request) {
        return request.baseUrl(publicUrl) + "/s/" + station.id();
    }
}
