package yunhe.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registrations;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stays;
import yunhe.core.shared.Environment;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;

/** What anyone may see. */
final class PublicPages {
    private static final int LISTED_MAX = 200;

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Environment environment;
    private final Activities activities;
    private final Registrations registrations;
    private final Stations stations;
    private final Stays stays;
    private final ActivityPage activityPage;
    private final StationPage stationPage;

    PublicPages(
            Environment environment,
            Activities activities,
            Registrations registrations,
            Stations stations,
            Stays stays) {
        this.environment = environment;
        this.stations = stations;
        this.stays = stays;
        this.stationPage = new StationPage(environment);
        this.activities = activities;
        this.registrations = registrations;
        this.activityPage = new ActivityPage(environment);
    }

    Reply home(Request request) {
        var language = request.language();
        var now = environment.clock().instant();
        var cursor = Paging.of(request).cursor();
        var page = activities.listUpcoming(ActivityType.GATHERING, now, LISTED_MAX, cursor);
        var upcoming = new ArrayList<>(page.items());
        // Whoever leafs on has seen the roadshows, of which there are few, and the stations.
        if (cursor.isEmpty()) {
            upcoming.addAll(activities
                    .listUpcoming(ActivityType.ROADSHOW, now, LISTED_MAX, Optional.empty())
                    .items());
            upcoming.sort(Comparator.comparing(activity -> activity.times().startsAt()));
        }
        var seats = registrations.seats(upcoming);
        var summaries = upcoming.stream()
                .map(activity -> Summary.of(activity, seats.getOrDefault(activity.id(), List.of()), now, language))
                .toList();
        var cards = cursor.isPresent()
                ? List.<StationCard>of()
                : stations.all().stream()
                        .map(station -> StationCard.of(station, language))
                        .toList();
        return Reply.html(200, HomePage.render(summaries, cards, page.next().map(Paging::text), language));
    }

    Reply station(Request request, String id) {
        var station = StationId.parse(id)
                .flatMap(stations::find)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).exception());
        var window = stationPage.window(station);
        var availability = stays.availability(station, window.arrive(), window.depart());
        return Reply.html(200, stationPage.render(station, availability, request::query, request.language()));
    }

    Reply activity(Request request, ActivityType type, String id) {
        var activity = ActivityId.parse(type, id)
                .flatMap(activities::find)
                .filter(it -> it.phase() != Activity.Phase.DRAFT)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).exception());
        if (request.query("link").filter("sent"::equals).isPresent()) {
            return Reply.html(200, ActivityPage.renderLinkSent(activity.id(), request.language()));
        }
        return Reply.html(
                200,
                activityPage.open(activity, registrations.seats(activity), request.query("group"), request.language()));
    }

    Reply asset(Request request) {
        var asset = Assets.at(request.path())
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).exception());
        return Reply.text(200, asset.contentType(), asset.content())
                .cached(FOR_EVER)
                .withHeader("vary", "Accept-Encoding");
    }
}
