package yunhe.lodging;

import java.util.Optional;
import java.util.regex.Pattern;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stays;
import yunhe.core.shared.StoreUnavailable;
import yunhe.pages.ErrorPage;
import yunhe.pages.OwnStays;
import yunhe.pages.SignUpForm;
import yunhe.pages.StationPage;
import yunhe.web.Body;
import yunhe.web.Http;
import yunhe.web.Problem;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;

/** Shows a refused form again, with what was typed and what is wrong with it. Whoever sent no form gets plain data. */
final class FormAgain implements Http.ProblemReply {

    private static final String BOOKING = "/stays";
    private static final Pattern CHANGE = Pattern.compile("/stays/([^/]+)/change");
    private static final Pattern BUTTON = Pattern.compile("/stays/([^/]+)/(?:accept|decline|cancel)");

    private final Stations stations;
    private final Stays stays;
    private final StationPage stationPage;
    private final OwnStays ownStays;

    FormAgain(Stations stations, Stays stays, StationPage stationPage, OwnStays ownStays) {
        this.stations = stations;
        this.stays = stays;
        this.stationPage = stationPage;
        this.ownStays = ownStays;
    }

    @Override
    public Reply of(Request request, Problem problem) {
        if (!request.prefersHtml() || !request.method().equals("POST")) {
            return ErrorPage.reply(request, problem);
        }
        try {
            return page(request, problem).orElseGet(() -> ErrorPage.reply(request, problem));
        } catch (ProblemException unreadable) {
            return ErrorPage.reply(request, problem);
        } catch (StoreUnavailable alsoForThePage) {
            return ErrorPage.reply(request, problem);
        }
    }

    private Optional<Reply> page(Request request, Problem problem) {
        // A button has nothing typed to keep, and need not send a body: the page as it is now, and why not.
        var button = BUTTON.matcher(request.path());
        if (button.matches()) {
            return Optional.of(html(
                    problem,
                    ownStays.again(request, button.group(1), SignUpForm.refused(problem, request.language()))));
        }
        var body = request.body();
        if (!body.isForm()) {
            return Optional.of(problem.reply(request.language()));
        }
        var typed = SignUpForm.refused(body, problem, request.language());
        var change = CHANGE.matcher(request.path());
        if (change.matches()) {
            return Optional.of(html(problem, ownStays.again(request, change.group(1), typed)));
        }
        return request.path().equals(BOOKING)
                ? booking(request, body, typed).map(page -> html(problem, page))
                : Optional.empty();
    }

    private Optional<String> booking(Request request, Body body, SignUpForm typed) {
        return StationId.parse(body.tree().path("stationId").asText())
                .flatMap(stations::find)
                .map(station -> {
                    var window = stationPage.window(station);
                    var availability = stays.availability(station, window.arrive(), window.depart());
                    return stationPage.render(station, availability, request.language(), typed);
                });
    }

    private static Reply html(Problem problem, String page) {
        var reply = Reply.html(problem.code().status(), page);
        for (var header : problem.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }
}
