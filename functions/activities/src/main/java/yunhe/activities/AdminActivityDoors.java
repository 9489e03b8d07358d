package yunhe.activities;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activities.Actor;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;
import yunhe.core.shared.Environment;
import yunhe.core.shared.StoreUnavailable;
import yunhe.web.Caller;
import yunhe.web.Fields;
import yunhe.web.Json;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.IfMatch;

/** Making, changing, publishing and cancelling activities. */
final class AdminActivityDoors {

    private static final int TRIES_MAX = 5;
    private static final int REASON_LENGTH_MAX = 500;
    private static final int QUESTIONS_VERSIONS_MAX = 50;

    private final ActivityType type;
    private final AskedActivity asked;
    private final Activities activities;
    private final Registrations registrations;
    private final Optional<String> publicUrl;
    private final Clock clock;
    private final RandomGenerator random;

    AdminActivityDoors(ActivityType type, Activities activities, Registrations registrations, Environment environment) {
        this.type = type;
        this.asked = new AskedActivity(type, activities);
        this.activities = activities;
        this.registrations = registrations;
        this.publicUrl = environment.optional("PUBLIC_URL");
        this.clock = environment.clock();
        this.random = environment.random();
    }

    Reply create(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var details = ActivityForm.parse(type, Fields.of(request.json()));
        var id = ActivityId.fresh(type, random);
        return reply(201, activities.create(id, details, actor(caller)), request);
    }

    Reply list(Request request, PathParameters path) {
        Roles.require(request, Role.STAFF);
        var paging = Paging.of(request);
        var page = activities.listAll(type, paging.limit(), paging.cursor());
        var now = clock.instant();
        return Reply.json(
                200,
                Paging.list(
                        page,
                        activity -> ActivityView.administered(activity, seats(activity), now, url(activity, request))));
    }

    Reply get(Request request, PathParameters path) {
        Roles.require(request, Role.STAFF);
        return reply(200, asked.find(path), request);
    }

    /** Every version of the questions, the last one first: a registration names the one that its answers are to. */
    Reply questions(Request request, PathParameters path) {
        Roles.require(request, Role.STAFF);
        var activity = asked.find(path);
        long last = activity.edits().questions();
        var items = Json.array();
        for (long version = last; version > 0 && version > last - QUESTIONS_VERSIONS_MAX; version--) {
            var questions = version == last
                    ? Optional.of(activity.details().questions())
                    : activities.formerQuestions(activity.id(), version);
            var item = items.addObject().put("version", version);
            item.set("questions", ActivityView.questions(questions.orElse(List.of())));
        }
        var body = Json.object();
        body.set("items", items);
        return Reply.json(200, body.putNull("next"));
    }

    Reply replace(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var body = request.json();
        var seen = asked.find(path);
        long expected = IfMatch.version(request)
                .orElseThrow(() -> Problem.of(ProblemCode.VERSION_REQUIRED).exception());
        if (expected != seen.version()) {
            throw Problem.of(Refusal.VERSION_STALE).exception();
        }
        if (seen.phase() == Activity.Phase.CANCELLED) {
            throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        }
        var details = ActivityForm.parse(type, Fields.of(body));
        var errors = seen.phase() == Activity.Phase.PUBLISHED
                ? PublishedChange.refused(seen.details(), details)
                : List.<FieldError>of();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        return activities
                .replace(seen, details, actor(caller))
                .map(changed -> reply(200, changed, request))
                .orElseThrow(() -> Problem.of(Refusal.VERSION_STALE).exception());
    }

    Reply publish(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var published = retrying(path, seen -> switch (seen.phase()) {
            case DRAFT -> activities.publish(seen, actor(caller));
            case PUBLISHED -> Optional.of(seen);
            case CANCELLED -> throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        });
        return reply(200, published, request);
    }

    Reply cancel(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var body = request.json();
        var cancelled = retrying(path, seen -> {
            if (seen.phase() == Activity.Phase.CANCELLED) {
                return Optional.of(seen);
            }
            var fields = Fields.of(body);
            var reason = fields.required("reason", fields.bilingual("reason", REASON_LENGTH_MAX, true));
            fields.orRefuse();
            return activities.cancel(seen, reason.orElseThrow(), actor(caller));
        });
        return reply(200, cancelled, request);
    }

    /** Looks again as long as somebody else was faster. */
    private Activity retrying(PathParameters path, Function<Activity, Optional<Activity>> change) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var changed = change.apply(asked.find(path));
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new StoreUnavailable("change " + path.get("id"), new IllegalStateException("it kept changing"));
    }

    private Actor actor(Caller caller) {
        return new Actor(caller.subject(), clock.instant());
    }

    private Reply reply(int status, Activity activity, Request request) {
        var body = ActivityView.administered(activity, seats(activity), clock.instant(), url(activity, request));
        return Reply.json(status, body).withHeader("etag", '"' + Long.toString(activity.version()) + '"');
    }

    private List<Seats> seats(Activity activity) {
        return activity.phase() == Activity.Phase.DRAFT ? List.of() : registrations.seats(activity);
    }

    private String url(Activity activity, Request request) {
        return request.baseUrl(publicUrl) + activity.id().pagePath();
    }
}
