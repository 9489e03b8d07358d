package yunhe.activities;

import java.time.Clock;
import java.util.List;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registrations;
import yunhe.web.Etags;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** The list of activities, and one of them. */
final class ActivityDoors {

    // Anyone may keep it and has to ask whether it still holds: places change from one second to the next.
    private static final String ASK_AGAIN = "public, no-cache";

    private final ActivityType type;
    private final Activities activities;
    private final PublishedActivities published;
    private final Registrations registrations;
    private final Clock clock;

    ActivityDoors(
            ActivityType type,
            Activities activities,
            PublishedActivities published,
            Registrations registrations,
            Clock clock) {
        this.type = type;
        this.activities = activities;
        this.published = published;
        this.registrations = registrations;
        this.clock = clock;
    }

    Reply list(Request request, PathParameters path) {
        var paging = Paging.of(request);
        var now = clock.instant();
        var page = activities.listUpcoming(type, now, paging.limit(), paging.cursor());
        var seats = registrations.seats(page.items());
        var body = Paging.list(
                page, activity -> ActivityView.visible(activity, seats.getOrDefault(activity.id(), List.of()), now));
        return Etags.conditional(request, Reply.json(200, body).cached(ASK_AGAIN));
    }

    Reply get(Request request, PathParameters path) {
        var activity = ActivityId.parse(type, path.get("id"))
                .flatMap(published::findFresh)
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
        var seats = registrations.seats(activity);
        // A draft that was cancelled never had places and was never public.
        if (activity.phase() == Activity.Phase.CANCELLED && seats.isEmpty()) {
            throw Problem.of(Refusal.NOT_FOUND).exception();
        }
        var body = ActivityView.visible(activity, seats, clock.instant());
        return Etags.conditional(request, Reply.json(200, body).cached(ASK_AGAIN));
    }
}
