package yunhe.activities;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Unreachable;
import yunhe.core.notice.Unreachables;
import yunhe.web.Json;

/** Whom messages do not reach, on a page of an organiser's list: one more call of the store for each page. */
record UnreachableView(Map<RegistrationId, Unreachable> marks) {

    static final UnreachableView NONE = new UnreachableView(Map.of());

    static UnreachableView of(ActivityId activity, List<Registration> page, Unreachables unreachables) {
        return new UnreachableView(
                unreachables.among(activity, page.stream().map(Registration::id).toList()));
    }

    ObjectNode on(ObjectNode body, Registration registration, ZoneId zone) {
        Optional.ofNullable(marks.get(registration.id()))
                .ifPresent(mark -> body.putObject("unreachable")
                        .put("channel", mark.channel().code())
                        .put("reason", mark.reason())
                        .put("at", Json.instant(mark.at(), zone)));
        return body;
    }
}
