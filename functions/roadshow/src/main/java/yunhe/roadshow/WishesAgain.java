package yunhe.roadshow;

import java.util.regex.Pattern;
import yunhe.core.shared.StoreUnavailable;
import yunhe.pages.OwnDirectory;
import yunhe.pages.SignUpForm;
import yunhe.web.Http;
import yunhe.web.Problem;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;

/**
 * Shows refused wishes again on the directory's page, as they were typed. Every other refusal is answered as those of
 * all activities are.
 */
record WishesAgain(OwnDirectory directory, Http.ProblemReply others) implements Http.ProblemReply {

    private static final Pattern WISHES = Pattern.compile("/roadshows/([^/]+)/registrations/([^/]+)/wishes");

    @Override
    public Reply of(Request request, Problem problem) {
        var path = WISHES.matcher(request.path());
        if (!path.matches() || !request.prefersHtml() || !request.method().equals("POST")) {
            return others.of(request, problem);
        }
        try {
            var typed = SignUpForm.refused(request.body(), problem, request.language());
            var page = directory.again(request, path.group(1), path.group(2), typed);
            return Reply.html(problem.code().status(), page);
        } catch (ProblemException | StoreUnavailable alsoForThePage) {
            return others.of(request, problem);
        }
    }
}
