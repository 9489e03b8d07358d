package yunhe.lodging;

import yunhe.core.activity.Refusal;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays;
import yunhe.web.Links;
import yunhe.web.Problem;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** Finds the stay of a manage link. Without its token it looks as if it did not exist. */
record OwnStay(Stations stations, Stays stays, Links links) {

    Found find(Request request, PathParameters path) {
        var id = id(request, path);
        return stays.find(id)
                .flatMap(stay -> stations.find(id.station()).map(station -> new Found(stay, station)))
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }

    StayId id(Request request, PathParameters path) {
        return StayId.parse(path.get("id"))
                .filter(id -> request.manageToken()
                        .filter(token -> links.accepts(id, token))
                        .isPresent())
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }

    /** A stay and where it is. */
    record Found(Stay stay, Station station) {

        Found with(Stay changed) {
            return new Found(changed, station);
        }
    }
}
