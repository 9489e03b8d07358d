package yunhe.activities;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registrations;
import yunhe.core.person.PersonKey;
import yunhe.core.person.PersonKeys;
import yunhe.core.person.PhoneNumbers;
import yunhe.pages.ActivityPage;
import yunhe.web.Fields;
import yunhe.web.Json;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.PageForm;

/**
 * {@code POST …/{id}/registrations/resend}: sends the manage link to the stored address. The answer is the same whether
 * somebody is registered or not.
 */
final class ResendDoor {

    static final Duration ONCE_PER = Duration.ofMinutes(1);

    private final ActivityType type;
    private final Registrations registrations;
    private final PersonKeys personKeys;
    private final PhoneNumbers phones;
    private final Clock clock;

    ResendDoor(
            ActivityType type, Registrations registrations, PersonKeys personKeys, PhoneNumbers phones, Clock clock) {
        this.type = type;
        this.registrations = registrations;
        this.personKeys = personKeys;
        this.phones = phones;
        this.clock = clock;
    }

    Reply post(Request request, PathParameters path) {
        var body = request.body();
        var fields = Fields.of(body);
        var id = ActivityId.parse(type, path.get("id"));
        id.ifPresent(activity -> {
            byEmail(activity, fields).ifPresent(contact -> resend(activity, contact));
            byPhone(activity, fields).ifPresent(contact -> resend(activity, contact));
        });
        return id.filter(activity -> PageForm.wantsPage(request, body))
                .map(activity -> Reply.html(202, ActivityPage.renderLinkSent(activity, request.language())))
                .orElseGet(() -> Reply.json(202, Json.object()));
    }

    private Optional<PersonKey> byEmail(ActivityId activity, Fields fields) {
        return fields.email("email").map(email -> personKeys.ofEmail(activity.value(), email));
    }

    private Optional<PersonKey> byPhone(ActivityId activity, Fields fields) {
        return fields.phone("phone", phones).map(phone -> personKeys.ofPhone(activity.value(), phone));
    }

    private void resend(ActivityId activity, PersonKey contact) {
        var now = clock.instant();
        registrations
                .findByContact(activity, contact)
                .filter(registration -> registration.status().isLive())
                .ifPresent(registration -> registrations.requestLink(registration.id(), now, now.minus(ONCE_PER)));
    }
}
