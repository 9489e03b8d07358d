package yunhe.roadshow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.Programmes;
import yunhe.core.roadshow.RunningOrder;
import yunhe.core.roadshow.Timetables;
import yunhe.core.shared.Environment;
import yunhe.web.Fields;
import yunhe.web.Problem;

/** Sets in which order projects pitch, for programs and for the organiser's page. */
record SetRunningOrder(Timetables timetables, Programmes programmes, Environment environment) {

    /**
     * Leaves with 400 when something is wrong.
     *
     * @param fields where {@code minutes} is, and what is wrong is noted
     * @param ids of confirmed projects, in order
     * @param fieldOf the field that named the project at this place of the order
     */
    void set(Activity roadshow, Fields fields, List<String> ids, IntFunction<String> fieldOf, String organiser) {
        switch (roadshow.phase()) {
            case DRAFT -> throw Problem.of(Refusal.REGISTRATION_STATE).exception();
            case CANCELLED -> throw Problem.of(Refusal.ACTIVITY_CANCELLED).exception();
            case PUBLISHED -> {}
        }
        var minutes = fields.required("minutes", fields.integer("minutes", 1, RunningOrder.MINUTES_MAX));
        var projects = new ArrayList<RegistrationId>();
        var seen = new HashSet<String>();
        for (int i = 0; i < ids.size(); i++) {
            var project = RegistrationId.parse(ids.get(i))
                    .filter(id -> programmes.project(roadshow.id(), id).isPresent());
            if (project.isEmpty()) {
                fields.refuse(fieldOf.apply(i), Code.UNKNOWN_OPTION);
            } else if (!seen.add(ids.get(i))) {
                fields.refuse(fieldOf.apply(i), Code.FORMAT);
            } else {
                projects.add(project.get());
            }
        }
        fields.orRefuse();
        var retention = Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")));
        timetables.put(
                new RunningOrder(roadshow.id(), projects, Duration.ofMinutes(minutes.orElseThrow())),
                roadshow.times().endsAt().plus(retention),
                new AuditEntry(
                        environment.clock().instant(),
                        organiser,
                        Action.RUNNING_ORDER_SET,
                        roadshow.id().value()));
    }
}
