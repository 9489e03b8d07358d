package yunhe.lodging;

import yunhe.core.lodging.BookStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.Stay;
import yunhe.web.Links;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.Honeypot;
import yunhe.web.form.PageForm;

/** {@code POST /stays}. */
final class BookDoor {

    private final BookStay bookStay;
    private final StayForm form;
    private final Stations stations;
    private final StayView view;
    private final Links links;
    private final Decoy decoy;

    BookDoor(BookStay bookStay, StayForm form, OwnStay own, StayView view, Decoy decoy) {
        this.bookStay = bookStay;
        this.form = form;
        this.stations = own.stations();
        this.view = view;
        this.links = own.links();
        this.decoy = decoy;
    }

    Reply post(Request request, PathParameters path) {
        var body = request.body();
        var application = form.parse(request, body);
        if (Honeypot.isFilled(body)) {
            return decoy.answer(request, body);
        }
        var stay = StayReplies.done(bookStay.book(application));
        return PageForm.wantsPage(request, body)
                ? Reply.seeOther(PageForm.inLanguage(request, links.managePath(stay.id())))
                : Reply.json(201, view.own(stay, station(stay), request));
    }

    private Station station(Stay stay) {
        return stations.find(stay.station()).orElseThrow(() -> new IllegalStateException("a stay without its station"));
    }
}
