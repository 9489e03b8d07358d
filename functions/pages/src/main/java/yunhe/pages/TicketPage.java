package yunhe.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Group;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.shared.Language;

/**
 * What any phone's camera opens: which activity and group the ticket is for, and the code itself while it admits.
 * Whoever photographs a ticket sees this too, so nothing here says whose it is.
 */
record TicketPage(Frame frame, Summary summary, Optional<String> group, Optional<String> qrSvg) {
    static String render(
            Activity activity,
            Registration registration,
            String ticket,
            Instant now,
            Language language,
            String baseUrl) {
        var page = new TicketPage(
                Frame.of(language, PageTexts.in(language).get("ticket.title"), "/t/" + ticket),
                Summary.of(activity, List.of(), now, language),
                activity.details().group(registration.group()).map(Group::title).map(title -> title.in(language)),
                Optional.of(ticket)
                        .filter(it -> admits(activity, registration))
                        .map(it -> QrCode.svg(baseUrl + "/t/" + it)));
        return Templates.render((output, interceptor) -> JteticketGenerated.render(output, interceptor, page));
    }

    private static boolean admits(Activity activity, Registration registration) {
        return registration.status() == Status.CONFIRMED && activity.phase() == Activity.Phase.PUBLISHED;
    }
}
