package yunhe.roadshow;

import java.time.Clock;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityType;
import yunhe.pages.ConsolePage;
import yunhe.pages.ConsoleView;
import yunhe.signin.StaffSession;
import yunhe.web.Paging;
import yunhe.web.Reply;
import yunhe.web.Request;

/** The organiser's first page. */
final class ConsoleList {

    /** Some years of roadshows: the list is by start, and the next one should be on its first page. */
    private static final int LISTED_MAX = 200;

    private final Activities activities;
    private final Clock clock;

    ConsoleList(Activities activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    Reply page(Request request, StaffSession staff) {
        var language = request.language();
        var found = activities.listAll(
                ActivityType.ROADSHOW, LISTED_MAX, Paging.of(request).cursor());
        var view = new ConsoleView(
                language, staff.name(), found.items(), found.next().map(Paging::text), clock.instant());
        return Reply.html(200, ConsolePage.render(view)).withHeader("content-language", language.code());
    }
}
