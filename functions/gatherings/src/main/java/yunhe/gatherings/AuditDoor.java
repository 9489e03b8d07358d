package yunhe.gatherings;

import java.time.ZoneOffset;
import java.util.List;
import yunhe.core.activity.Activities;
import yunhe.core.activity.FieldError;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays;
import yunhe.web.Json;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;

/** {@code GET /admin/audit?subject=}: who did what to an activity, a registration, a station or a stay, and when. */
record AuditDoor(Activities activities, Stays stays) {

    private static final int SUBJECT_LENGTH_MAX = 100;

    Reply list(Request request, PathParameters path) {
        Roles.require(request, Role.ORGANISER);
        var paging = Paging.of(request);
        var subject = request.query("subject")
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> invalid(FieldError.Code.REQUIRED));
        if (subject.length() > SUBJECT_LENGTH_MAX) {
            throw invalid(FieldError.Code.TOO_LONG);
        }
        // Entries lie with what they are about.
        var page = subject.startsWith(StationId.PREFIX) || subject.startsWith(StayId.PREFIX)
                ? stays.auditOf(subject, paging.limit(), paging.cursor())
                : activities.auditOf(subject, paging.limit(), paging.cursor());
        return Reply.json(
                200,
                Paging.list(
                        page,
                        entry -> Json.object()
                                .put("at", Json.instant(entry.at(), ZoneOffset.UTC))
                                .put("actor", entry.actor())
                                .put("action", entry.action())
                                .put("subject", entry.subject())));
    }

    private static RuntimeException invalid(FieldError.Code code) {
        return Problem.invalid(List.of(FieldError.of("subject", code))).exception();
    }
}
