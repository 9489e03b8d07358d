package yunhe.roadshow;

import java.util.LinkedHashSet;
import java.util.Set;
import yunhe.activities.AskedActivity;
import yunhe.core.activity.Activity;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.DraftTimetable;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.roadshow.Timetables;
import yunhe.pages.SignUpForm;
import yunhe.pages.TimetablePage;
import yunhe.signin.StaffSession;
import yunhe.web.Fields;
import yunhe.web.Problem;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.PageForm;

/** {@code /console/roadshows/{id}/timetable}: solve, look, pin and forbid pairs, publish. */
record ConsoleTimetable(AskedActivity asked, Timetables timetables, MakeTimetable make, ConsoleTimetableViews views) {

    private static final int ID_LENGTH_MAX = 100;
    private static final String PATH = "/console/roadshows/%s/timetable";

    Reply page(Request request, StaffSession staff, PathParameters path) {
        var view = views.of(asked.find(path), staff, request.language(), SignUpForm.EMPTY);
        return Reply.html(200, TimetablePage.render(view));
    }

    /** What was pinned and forbidden before stays so. */
    Reply solve(Request request, StaffSession staff, PathParameters path) {
        return done(request, staff, asked.find(path), roadshow -> {
            var before = timetables.lastDraft(roadshow.id()).map(DraftTimetable::setting);
            make(
                    roadshow,
                    staff,
                    ConsoleTimetableForm.parse(
                            Fields.of(request.body()),
                            roadshow.times().zone(),
                            before.map(Setting::pinned).orElse(Set.of()),
                            before.map(Setting::forbidden).orElse(Set.of())));
        });
    }

    Reply pin(Request request, StaffSession staff, PathParameters path) {
        return decide(request, staff, path, true, false);
    }

    Reply forbid(Request request, StaffSession staff, PathParameters path) {
        return decide(request, staff, path, false, true);
    }

    Reply release(Request request, StaffSession staff, PathParameters path) {
        return decide(request, staff, path, false, false);
    }

    /** Solved again around it at once. */
    private Reply decide(Request request, StaffSession staff, PathParameters path, boolean pin, boolean forbid) {
        return done(request, staff, asked.find(path), roadshow -> {
            var draft = draft(roadshow, path);
            var pair = pair(Fields.of(request.body()), roadshow);
            var pinned = changed(draft.setting().pinned(), pair, pin);
            var forbidden = changed(draft.setting().forbidden(), pair, forbid);
            make(
                    roadshow,
                    staff,
                    new Setting(draft.setting().slots(), draft.setting().rules(), pinned, forbidden));
        });
    }

    Reply publish(Request request, StaffSession staff, PathParameters path) {
        return done(request, staff, asked.find(path), roadshow -> {
            var fields = Fields.of(request.body());
            if (!fields.required("sure", fields.bool("sure")).orElse(true)) {
                fields.refuse("sure", Code.REQUIRED);
            }
            fields.orRefuse();
            var id = draft(roadshow, path).id();
            switch (make.publish(roadshow, id, staff.subject())) {
                case MakeTimetable.Published(var _) -> {}
                case MakeTimetable.TooMany() ->
                    throw Problem.of(Refusal.REGISTRATION_STATE).exception();
                case MakeTimetable.Refused(var refusal) ->
                    throw Problem.of(refusal).exception();
            }
        });
    }

    /** The page as it is then; what was refused is shown on it, with what was typed. */
    private Reply done(Request request, StaffSession staff, Activity roadshow, Act act) {
        var language = request.language();
        try {
            act.on(roadshow);
            return Reply.seeOther(PageForm.inLanguage(request, PATH.formatted(roadshow.id())));
        } catch (ProblemException refused) {
            var problem = refused.problem();
            var typed = SignUpForm.refused(request.body(), problem, language);
            return Reply.html(
                    problem.code().status(), TimetablePage.render(views.of(roadshow, staff, language, typed)));
        } catch (PinsRefused refused) {
            var typed = views.refused(refused.problems(), roadshow, language);
            return Reply.html(400, TimetablePage.render(views.of(roadshow, staff, language, typed)));
        }
    }

    private void make(Activity roadshow, StaffSession staff, Setting setting) {
        switch (make.make(roadshow, setting, staff.subject())) {
            case MakeTimetable.Made(var _) -> {}
            case MakeTimetable.WrongPins(var problems) -> throw new PinsRefused(problems);
            case MakeTimetable.UnknownForbidden(var gone) -> {
                // Whoever is gone meets nobody anyway.
                var forbidden = new LinkedHashSet<>(setting.forbidden());
                forbidden.removeAll(gone);
                make(roadshow, staff, new Setting(setting.slots(), setting.rules(), setting.pinned(), forbidden));
            }
            case MakeTimetable.TooMany() ->
                throw Problem.of(Refusal.REGISTRATION_STATE).exception();
            case MakeTimetable.Refused(var refusal) -> throw Problem.of(refusal).exception();
        }
    }

    private DraftTimetable draft(Activity roadshow, PathParameters path) {
        return TimetableId.parse(path.get("timetable"))
                .flatMap(id -> timetables.draft(roadshow.id(), id))
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }

    private static Pair pair(Fields fields, Activity roadshow) {
        var project = participant(fields, "project", roadshow);
        var investor = participant(fields, "investor", roadshow);
        fields.orRefuse();
        return new Pair(project, investor);
    }

    private static RegistrationId participant(Fields fields, String name, Activity roadshow) {
        var text = fields.required(name, fields.line(name, ID_LENGTH_MAX));
        fields.orRefuse();
        return text.flatMap(RegistrationId::parse)
                .filter(id -> id.activity().equals(roadshow.id()))
                .orElseThrow(() -> {
                    fields.refuse(name, Code.UNKNOWN_OPTION);
                    return Problem.invalid(fields.errors()).exception();
                });
    }

    private static Set<Pair> changed(Set<Pair> pairs, Pair pair, boolean isIn) {
        var changed = new LinkedHashSet<>(pairs);
        changed.remove(pair);
        if (isIn && changed.size() < Setting.PAIRS_MAX) {
            changed.add(pair);
        }
        return changed;
    }

    private interface Act {
        void on(Activity roadshow);
    }
}
