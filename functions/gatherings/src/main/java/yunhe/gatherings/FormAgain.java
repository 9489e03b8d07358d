package yunhe.gatherings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Seats;
import yunhe.core.shared.StoreUnavailable;
import yunhe.pages.ErrorPage;
import yunhe.pages.GatheringPage;
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

    private static final Pattern SIGN_UP = Pattern.compile("/gatherings/([^/]+)/registrations");
    private static final Pattern CHANGE = Pattern.compile("/gatherings/([^/]+)/registrations/([^/]+)/change");
    private static final Pattern BUTTON =
            Pattern.compile("/gatherings/([^/]+)/registrations/([^/]+)/(?:accept|decline|cancel)");

    private final PublishedActivities activities;
    private final Registrations registrations;
    private final OwnRegistration own;
    private final GatheringPage gatheringPage;
    private final ManagePage managePage;

    FormAgain(
            PublishedActivities activities,
            Registrations registrations,
            OwnRegistration own,
            GatheringPage gatheringPage,
            ManagePage managePage) {
        this.activities = activities;
        this.registrations = registrations;
        this.own = own;
        this.gatheringPage = gatheringPage;
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
        var signUp = SIGN_UP.matcher(request.path());
        if (signUp.matches()) {
            return ActivityId.parse(signUp.group(1))
                    .flatMap(activities::find)
                    .map(it -> gatheringPage.render(it, seats(it), request.language(), typed))
                    .map(page -> html(problem, page));
        }
        var change = CHANGE.matcher(request.path());
        if (change.matches()) {
            return Optional.of(html(problem, managePage(request, change, typed)));
        }
        // A button has nothing typed to keep: the page as it is now, and why not.
        var button = BUTTON.matcher(request.path());
        return button.matches()
                ? Optional.of(html(
                        problem,
                        managePage(request, button, new SignUpForm(Map.of(), typed.errors(), typed.trouble()))))
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
