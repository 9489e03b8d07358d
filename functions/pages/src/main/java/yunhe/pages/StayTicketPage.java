package yunhe.pages;

import java.util.Optional;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.shared.Language;

/**
 * What any phone's camera opens: where the stay is, from when until when, and the code itself while it admits. Whoever
 * photographs a ticket sees this too, so nothing here says whose it is.
 */
record StayTicketPage(
        Frame frame, Station station, Stay stay, String name, Optional<String> room, Optional<String> qrSvg) {
    static String render(Station station, Stay stay, String ticket, Language language, String baseUrl) {
        var page = new StayTicketPage(
                Frame.of(language, PageTexts.in(language).get("ticket.title"), "/t/" + ticket),
                station,
                stay,
                station.details().name().in(language),
                station.details().room(stay.roomType()).map(RoomType::title).map(title -> title.in(language)),
                Optional.of(ticket)
                        .filter(it -> StayPage.hasTicket(stay.status()))
                        .map(it -> QrCode.svg(baseUrl + "/t/" + it)));
        return Templates.render((output, interceptor) -> JtestayticketGenerated.render(output, interceptor, page));
    }
}
