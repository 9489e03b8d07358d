package yunhe.roadshow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import yunhe.activities.AskedActivity;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programme;
import yunhe.core.roadshow.Roll;
import yunhe.core.roadshow.RunningOrder;
import yunhe.core.roadshow.Wishes;
import yunhe.core.shared.Language;
import yunhe.pages.HallPage;
import yunhe.pages.PitchesPage;
import yunhe.pages.PitchesView;
import yunhe.pages.SignUpForm;
import yunhe.roadshow.programme.ProgrammePdf;
import yunhe.signin.StaffSession;
import yunhe.web.Fields;
import yunhe.web.Problem;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.PageForm;

/** {@code /console/roadshows/{id}/pitches}: the running order, its programme on paper, and the screen in the hall. */
record ConsolePitches(
        AskedActivity asked, SetRunningOrder order, Registrations registrations, Wishes wishes, Clock clock) {

    private static final int MINUTES_DEFAULT = 8;

    Reply page(Request request, StaffSession staff, PathParameters path) {
        return page(200, request, asked.find(path), SignUpForm.EMPTY);
    }

    /** A project without a position does not pitch; of two with the same one the first in the list goes first. */
    Reply save(Request request, StaffSession staff, PathParameters path) {
        var roadshow = asked.find(path);
        try {
            var fields = Fields.of(request.body());
            var given = fields.object("position");
            var placed = new ArrayList<Placed>();
            for (var id : given.names()) {
                given.integer(id, 1, RunningOrder.PITCHES_MAX).ifPresent(at -> placed.add(new Placed(id, at)));
            }
            var ids = placed.stream()
                    .sorted(Comparator.comparingInt(Placed::at))
                    .map(Placed::id)
                    .toList();
            order.set(roadshow, fields, ids, i -> PitchesPage.POSITION + ids.get(i), staff.subject());
            var saved = "/console/roadshows/" + roadshow.id() + "/pitches?saved=1";
            return Reply.seeOther(PageForm.inLanguage(request, saved));
        } catch (ProblemException refused) {
            var problem = refused.problem();
            return page(
                    problem.code().status(),
                    request,
                    roadshow,
                    SignUpForm.refused(request.body(), problem, request.language()));
        }
    }

    Reply programme(Request request, StaffSession staff, PathParameters path) {
        var pdf = new ProgrammePdf().render(programme(path), request.language());
        return Reply.bytes("application/pdf", pdf)
                .withHeader("content-disposition", "inline; filename=\"programme.pdf\"")
                .cached("no-store");
    }

    Reply hall(Request request, StaffSession staff, PathParameters path) {
        return Reply.html(200, HallPage.render(programme(path), clock.instant(), request.language()));
    }

    private Programme programme(PathParameters path) {
        return order.programmes()
                .of(asked.find(path))
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }

    private Reply page(int status, Request request, Activity roadshow, SignUpForm form) {
        var language = request.language();
        var programme = order.programmes().of(roadshow);
        var pitching = programme.map(Programme::pitches).orElse(List.of());
        var rows = Roll.read(roadshow.id(), registrations, wishes).confirmed().stream()
                .filter(it -> it.group().equals(Side.PROJECT.group()))
                .map(it -> row(it, pitching))
                .sorted(Comparator.comparingInt(
                                (PitchesView.Pitch it) -> it.position().orElse(Integer.MAX_VALUE))
                        .thenComparing(PitchesView.Pitch::organisation))
                .toList();
        int minutes = order.programmes()
                .timetables()
                .runningOrder(roadshow.id())
                .map(it -> Math.toIntExact(it.each().toMinutes()))
                .orElse(MINUTES_DEFAULT);
        var here = "/console/roadshows/" + roadshow.id();
        var view = new PitchesView(
                language,
                ConsoleTimetableViews.show(roadshow, language),
                rows,
                minutes,
                new PitchesView.Ways(
                        here + "/programme.pdf?lang=" + Language.ZH.code(),
                        here + "/programme.pdf?lang=" + Language.EN.code(),
                        here + "/hall"),
                request.query("saved").isPresent(),
                form);
        return Reply.html(status, PitchesPage.render(view));
    }

    private static PitchesView.Pitch row(Registration project, List<Pitch> pitching) {
        var pitch = pitching.stream().filter(it -> it.id().equals(project.id())).findFirst();
        return new PitchesView.Pitch(
                project.id().value(),
                project.person().organisation().orElse(project.person().name()),
                pitch.map(it -> OptionalInt.of(it.position())).orElse(OptionalInt.empty()),
                pitch.map(Pitch::startsAt));
    }

    private record Placed(String id, int at) {}
}
