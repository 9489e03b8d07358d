package yunhe.signin;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import yunhe.core.shared.Environment;
import yunhe.pages.ErrorPage;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router;

/**
 * Pages and forms for staff who sign in with the issuer. Reads {@code PUBLIC_URL}, the signing secrets and the issuer's
 * client.
 */
public final class StaffPages {

    private final StaffArea area;
    private final StaffSignIn signIn;
    private final Optional<String> publicUrl;

    /**
     * @param realTime for tokens and cookies: issuers and browsers count real time, also where the clock of the
     *     activities is moved
     */
    public StaffPages(Environment environment, Clock realTime, StaffArea area) {
        this.area = area;
        this.signIn = new StaffSignIn(environment, realTime, area);
        this.publicUrl = environment.optional("PUBLIC_URL");
    }

    /** Signing in, coming back from the issuer, signing out. */
    public Router.Builder routes() {
        return Router.routes()
                .on("GET " + area.start(), (request, path) -> signIn.begin(request))
                .on("GET " + area.callback(), (request, path) -> signIn.finish(request))
                .on("POST " + area.end(), (request, path) -> signOut(request));
    }

    /** A page for staff; whoever is not signed in is asked to. */
    public Reply seen(Request request, Function<StaffSession, Reply> page) {
        return signIn.session(request).map(page).orElseGet(() -> signIn.page(request));
    }

    /** What staff send from one of our pages. */
    public Reply sent(Request request, Function<StaffSession, Reply> answer) {
        SameOrigin.require(request, publicUrl);
        var staff = signIn.session(request);
        if (staff.isEmpty()) {
            // The script learns that the session is over; a form leads back to the sign-in.
            if (request.prefersHtml()) {
                return Reply.seeOther(
                        area.path() + "?lang=" + request.language().code());
            }
            throw Problem.of(ProblemCode.UNAUTHENTICATED).exception();
        }
        return answer.apply(staff.get());
    }

    private Reply signOut(Request request) {
        SameOrigin.require(request, publicUrl);
        return signIn.signOut(request);
    }

    /** A problem as a page that says what is wrong, to whoever wants a page. */
    public static Reply problem(Request request, Problem problem) {
        var language = request.language();
        var reply = problem.reply(language);
        if (!request.prefersHtml()) {
            return reply;
        }
        var wrong = problem.errors().stream()
                .map(error -> problem.message(error, language))
                .collect(Collectors.joining(" "));
        var detail = wrong.isEmpty() ? problem.detail(language) : wrong;
        var page = Reply.html(reply.status(), ErrorPage.render(reply.status(), language, Optional.of(detail)));
        for (var header : problem.headers().entrySet()) {
            page = page.withHeader(header.getKey(), header.getValue());
        }
        return page;
    }
}
