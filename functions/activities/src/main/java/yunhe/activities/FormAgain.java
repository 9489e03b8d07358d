package yunhe.activities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;
import yunhe.core.shared.StoreUnavailable;
import yunhe.pages.ActivityPage;
import yunhe.pages.ErrorPage;
import yunhe.pages.ManagePage;
import yunhe.pages.SignUpForm;
import yunhe.web.Body;
import yunhe.web.Http;
import yunhe.web.Problem;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** Shows a refused form again, with what was typed and what is wrong with it. Whoever sent no form gets plain data. */
final class FormAgain implements Http.ProblemReply {

    private final ActivityType type;
    private final Pattern signUp;
    private final Pattern change;
    private final Pattern button;
    private final PublishedActivities activities;
    private final Registrations registrations;
    private final OwnRegistration own;
    private final ActivityPage activityPage;
    private final ManagePage managePage;

    FormAgain(
            ActivityType type,
            PublishedActivities activities,
            Registrations registrations,
            OwnRegistration own,
            ActivityPage activityPage,
            ManagePage managePage) {
        this.type = type;
        this.signUp = Pattern.compile(type.collection() + "/([^/]+)/registrations");
        this.change = Pattern.compile(signUp + "/([^/]+)/change");
        this.button = Pattern.compile(signUp + "/([^/]+)/(?:accept|decline|cancel)");
        this.activities = activities;
        this.registrations = registrations;
        this.own = own;
        this.activityPage = activityPage;
        this.managePage = managePage;
    }

    @Override
    public Reply of(Request request, Problem problem) {
        if (!request.prefersHtml() || !request.method().equals("POST")) {
            return ErrorPage.reply(request, problem);
        }
        try {
            var body = request.body();
            return body.isForm()
                    ? page(request, body, problem).orElseGet(() -> ErrorPage.reply(request, problem))
                    : problem.reply(request.language());
        } catch (ProblemException unreadable) {
            return ErrorPage.reply(request, problem);
        } catch (StoreUnavailable alsoForThePage) {
            return ErrorPage.reply(request, problem);
        }
    }

    private Optional<Reply> page(Request request, Body body, Problem problem) {
        var typed = SignUpForm.refused(body, problem, request.language());
        var signedUp = signUp.matcher(request.path());
        if (signedUp.matches()) {
            return ActivityId.parse(type, signedUp.group(1))
                    .flatMap(activities::find)
                    .map(it -> activityPage.render(it, seats(it), request.language(), typed))
                    .map(page -> html(problem, page));
        }
        var changed = change.matcher(request.path());
        if (changed.matches()) {
            return Optional.of(html(problem, managePage(request, changed, typed)));
        }
        // A button has nothing typed to keep: the page as it is now, and why not.
        var pressed = button.matcher(request.path());
        return pressed.matches()
                ? Optional.of(html(
                        problem,
                        managePage(request, pressed, new SignUpForm(Map.of(), typed.errors(), typed.trouble()))))
                : Optional.empty();
    }

    private String managePage(Request request, Matcher path, SignUpForm typed) {
        var found = own.find(request, PathParameters.of("id", path.group(1), "rid", path.group(2)));
        return managePage.render(
                found.activity(),
                found.registration(),
                OptionalInt.empty(),
                request.language(),
                own.links().base(request),
                typed);
    }

    /** The form is worth showing also while nobody can say how many places are left. */
    private List<Seats> seats(Activity activity) {
        try {
            return registrations.seats(activity);
        } catch (StoreUnavailable unknown) {
            int line = activity.details().admission().waitlist().capacityPerGroup();
            return activity.details().groups().stream()
                    .map(group -> new Seats(group.id(), group.capacity(), 0, line, 0))
                    .toList();
        }
    }

    private static Reply html(Problem problem, String page) {
        var reply = Reply.html(problem.code().status(), page);
        for (var header : problem.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }
}
