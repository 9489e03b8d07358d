package yunhe.roadshow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import yunhe.activities.AskedActivity;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programmes;
import yunhe.core.roadshow.RunningOrder;
import yunhe.core.roadshow.Timetables;
import yunhe.core.shared.Environment;
import yunhe.web.Fields;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;

/** {@code /admin/roadshows/{id}/pitches}: in which order projects pitch, and how long each has. */
record PitchesDoors(AskedActivity asked, Timetables timetables, Programmes programmes, Environment environment) {

    private static final int ID_LENGTH_MAX = 100;

    Reply get(Request request, PathParameters path) {
        Roles.require(request, Role.STAFF);
        return reply(asked.find(path));
    }

    Reply put(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var fields = Fields.of(request.json());
        var roadshow = asked.find(path);
        if (roadshow.phase() != Activity.Phase.PUBLISHED) {
            throw Problem.of(
                            roadshow.phase() == Activity.Phase.CANCELLED
                                    ? Refusal.ACTIVITY_CANCELLED
                                    : Refusal.REGISTRATION_STATE)
                    .exception();
        }
        var minutes = fields.required("minutes", fields.integer("minutes", 1, RunningOrder.MINUTES_MAX));
        var order = fields.required("order", fields.texts("order", RunningOrder.PITCHES_MAX, ID_LENGTH_MAX))
                .map(texts -> projects(fields, roadshow.id(), texts));
        fields.orRefuse();
        var now = environment.clock().instant();
        timetables.put(
                new RunningOrder(roadshow.id(), order.orElseThrow(), Duration.ofMinutes(minutes.orElseThrow())),
                roadshow.times().endsAt().plus(Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")))),
                new AuditEntry(
                        now,
                        caller.subject(),
                        Action.RUNNING_ORDER_SET,
                        roadshow.id().value()));
        return reply(roadshow);
    }

    /** Confirmed projects, each once. */
    private List<RegistrationId> projects(Fields fields, ActivityId roadshow, List<String> texts) {
        var seen = new HashSet<RegistrationId>();
        var projects = new ArrayList<RegistrationId>();
        for (int i = 0; i < texts.size(); i++) {
            var project = RegistrationId.parse(texts.get(i))
                    .filter(id -> programmes.project(roadshow, id).isPresent());
            if (project.isEmpty()) {
                fields.refuse("order[" + i + "]", Code.UNKNOWN_OPTION);
            } else if (!seen.add(project.get())) {
                fields.refuse("order[" + i + "]", Code.FORMAT);
            } else {
                projects.add(project.get());
            }
        }
        return projects;
    }

    private Reply reply(Activity roadshow) {
        var body = Json.object();
        var items = body.putArray("items");
        for (var pitch : programmes.of(roadshow).map(it -> it.pitches()).orElse(List.<Pitch>of())) {
            items.addObject()
                    .put("position", pitch.position())
                    .put("id", pitch.id().value())
                    .put("organisation", pitch.organisation())
                    .put(
                            "startsAt",
                            Json.instant(pitch.startsAt(), roadshow.times().zone()));
        }
        return Reply.json(200, body.putNull("next"));
    }
}
