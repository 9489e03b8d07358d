package yunhe.activities;

import java.time.Clock;
import java.util.Optional;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registrations;
import yunhe.core.shared.StoreUnavailable;
import yunhe.web.Body;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.IfMatch;

/** {@code PATCH …/registrations/{rid}}, and the same for a form without JavaScript. */
final class ChangeDoor {

    private static final int TRIES_MAX = 5;

    private final OwnRegistration own;
    private final Registrations registrations;
    private final ManageDoors manage;
    private final ChangeForm form;
    private final Clock clock;

    ChangeDoor(OwnRegistration own, Registrations registrations, ManageDoors manage, ChangeForm form, Clock clock) {
        this.own = own;
        this.registrations = registrations;
        this.manage = manage;
        this.form = form;
        this.clock = clock;
    }

    Reply patch(Request request, PathParameters path) {
        return manage.reply(changed(request, path), request);
    }

    /** The form of the manage page: a form knows no PATCH. */
    Reply post(Request request, PathParameters path) {
        return manage.pageOrJson(request, changed(request, path));
    }

    private OwnRegistration.Found changed(Request request, PathParameters path) {
        var body = request.body();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var changed = tryChange(own.find(request, path), IfMatch.version(request), body, attempt > 0);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new StoreUnavailable("change " + path.get("rid"), new IllegalStateException("it kept changing"));
    }

    /**
     * Empty when somebody else changed it in between.
     *
     * @param again whether it was tried before: what was lost may have been the answer only, and then all is done
     */
    private Optional<OwnRegistration.Found> tryChange(
            OwnRegistration.Found found, Optional<Long> expected, Body body, boolean again) {
        var registration = found.registration();
        boolean stale =
                expected.filter(version -> version != registration.version()).isPresent();
        if (stale && !again) {
            throw Problem.of(Refusal.VERSION_STALE).exception();
        }
        var now = clock.instant();
        if (!registration.statusAt(found.activity().times(), now).isLive()) {
            throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        }
        var changes = form.parse(body, registration, found.activity()).of(registration, found.activity(), now);
        if (changes.isEmpty()) {
            return Optional.of(found);
        }
        if (stale) {
            throw Problem.of(Refusal.VERSION_STALE).exception();
        }
        return registrations.change(registration, changes.get()).map(found::with);
    }
}
