package yunhe.roadshow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import yunhe.activities.AskedActivity;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Refusal;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PinProblem;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.roadshow.Timetables;
import yunhe.web.Fields;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;

/** {@code /admin/roadshows/{id}/timetable}: drafts, and the publication of one of them. */
record TimetableDoors(AskedActivity asked, Timetables timetables, MakeTimetable make) {

    /** A draft that everybody's wishes and the organiser's pins go into. Nobody else hears of it. */
    Reply post(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var body = request.json();
        var roadshow = asked.find(path);
        make.refusal(roadshow).ifPresent(TimetableDoors::refuse);
        var setting = TimetableForm.parse(Fields.of(body), roadshow.id());
        return switch (make.make(roadshow, setting, caller.subject())) {
            case MakeTimetable.Made(var draft) ->
                Reply.json(201, TimetableJson.of(draft, roadshow.times().zone()));
            case MakeTimetable.WrongPins(var problems) -> throw wrongPins(setting.pinned(), problems);
            case MakeTimetable.UnknownForbidden(var pairs) ->
                throw invalid("forbidden", setting.forbidden(), pairs::contains, Code.UNKNOWN_OPTION);
            case MakeTimetable.TooMany() ->
                throw Problem.of(Refusal.REGISTRATION_STATE).exception();
            case MakeTimetable.Refused(var refusal) -> throw Problem.of(refusal).exception();
        };
    }

    /** What is published, and the draft that was made last; either may be null. */
    Reply get(Request request, PathParameters path) {
        Roles.require(request, Role.ORGANISER);
        var roadshow = asked.find(path);
        var zone = roadshow.times().zone();
        var body = Json.object();
        body.set(
                "published",
                timetables
                        .published(roadshow.id())
                        .map(it -> TimetableJson.of(it, zone))
                        .orElse(null));
        body.set(
                "draft",
                timetables
                        .lastDraft(roadshow.id())
                        .map(it -> TimetableJson.of(it, zone))
                        .orElse(null));
        return Reply.json(200, body);
    }

    Reply publish(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var roadshow = asked.find(path);
        var id = TimetableId.parse(path.get("timetable"))
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
        return switch (make.publish(roadshow, id, caller.subject())) {
            case MakeTimetable.Published(var timetable) ->
                Reply.json(200, TimetableJson.of(timetable, roadshow.times().zone()));
            case MakeTimetable.Refused(var refusal) -> throw Problem.of(refusal).exception();
            case MakeTimetable.TooMany() ->
                throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        };
    }

    private static void refuse(Refusal refusal) {
        throw Problem.of(refusal).exception();
    }

    private static RuntimeException wrongPins(Collection<Pair> pinned, List<PinProblem> problems) {
        var unknown = problems.stream()
                .filter(it -> it.reason() == PinProblem.Reason.UNKNOWN_PARTICIPANT)
                .map(PinProblem::pair)
                .toList();
        return unknown.isEmpty()
                ? invalid(
                        "pinned",
                        pinned,
                        pair -> problems.stream().anyMatch(it -> it.pair().equals(pair)),
                        Code.OUT_OF_RANGE)
                : invalid("pinned", pinned, unknown::contains, Code.UNKNOWN_OPTION);
    }

    private static RuntimeException invalid(String name, Collection<Pair> all, Predicate<Pair> wrong, Code code) {
        var errors = new ArrayList<FieldError>();
        int i = 0;
        for (var pair : all) {
            if (wrong.test(pair)) {
                errors.add(FieldError.of(name + "[" + i + "]", code));
            }
            i++;
        }
        return Problem.invalid(errors).exception();
    }
}
