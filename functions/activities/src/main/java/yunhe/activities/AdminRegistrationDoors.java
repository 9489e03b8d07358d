package yunhe.activities;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.History;
import yunhe.core.activity.Page;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.notice.Unreachables;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.ReasonForm;

/** Who is coming: masked for staff, in full for organisers, who leave an audit entry. */
final class AdminRegistrationDoors {

    /** So many reads of the store one request may cause; a filtered list goes on with the cursor. */
    private static final int READS_MAX = 40;

    private final AskedActivity asked;
    private final Activities activities;
    private final Registrations registrations;
    private final Unreachables unreachables;
    private final Clock clock;

    AdminRegistrationDoors(
            AskedActivity asked,
            Activities activities,
            Registrations registrations,
            Unreachables unreachables,
            Clock clock) {
        this.asked = asked;
        this.activities = activities;
        this.registrations = registrations;
        this.unreachables = unreachables;
        this.clock = clock;
    }

    Reply list(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.STAFF);
        var paging = Paging.of(request);
        var activity = asked.find(path);
        boolean masked = !caller.is(Role.ORGANISER);
        var times = activity.times();
        var now = clock.instant();
        var filter = RegistrationFilter.parse(request, activity, masked, now);
        if (!masked) {
            audit(caller.subject(), Action.LISTED, activity.id().value());
        }
        var page = page(activity.id(), paging, filter);
        var marks = masked ? UnreachableView.NONE : UnreachableView.of(activity.id(), page.items(), unreachables);
        return Reply.json(
                200,
                Paging.list(
                        page,
                        registration -> masked
                                ? RegistrationView.forStaff(registration, times, now)
                                : marks.on(
                                        RegistrationView.forOrganiser(registration, times, now),
                                        registration,
                                        times.zone())));
    }

    /** An organiser is not bound by {@code cancelUntil}. */
    Reply cancel(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var reason = ReasonForm.parse(request);
        var activity = asked.find(path);
        var registration = RegistrationId.parse(path.get("rid"))
                .filter(id -> id.activity().equals(activity.id()))
                .flatMap(registrations::find)
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
        var times = activity.times();
        var now = clock.instant();
        var entry = new AuditEntry(
                now,
                caller.subject(),
                Action.REGISTRATION_CANCELLED,
                registration.id().value());
        var ended = registration.statusAt(times, now).isLive()
                ? registrations.end(
                        registration,
                        Status.CANCELLED,
                        new History.Ended(now, History.By.ORGANISER, reason),
                        Optional.of(entry))
                : registration;
        if (ended.status() != Status.CANCELLED) {
            throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        }
        if (ended.version() == registration.version()) {
            audit(caller.subject(), Action.REGISTRATION_READ, registration.id().value());
        }
        return Reply.json(200, RegistrationView.forOrganiser(ended, times, now));
    }

    private Page<Registration> page(ActivityId id, Paging paging, Predicate<Registration> filter) {
        var found = new ArrayList<Registration>();
        var cursor = paging.cursor();
        for (int read = 0; read < READS_MAX; read++) {
            var page = registrations.list(id, paging.limit() - found.size(), cursor);
            page.items().stream().filter(filter).forEach(found::add);
            cursor = page.next();
            if (cursor.isEmpty() || found.size() >= paging.limit()) {
                return new Page<>(found, cursor);
            }
        }
        return new Page<>(found, cursor);
    }

    private void audit(String actor, String action, String subject) {
        activities.audit(new AuditEntry(clock.instant(), actor, action, subject));
    }
}
