package yunhe.pages;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import yunhe.core.activity.Approval;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;

/**
 * One guest's own stay: what became of it and what happens next, the ticket, other nights, another room, cancelling.
 * For whoever has shown the manage token; the page does not ask again. Reads the signing secrets.
 */
public final class StayPage {
    private final Environment environment;
    private final Tickets tickets;
    private final ManageTokens tokens;

    public StayPage(Environment environment) {
        this.environment = environment;
        var signing = Secrets.signing(environment);
        this.tickets = new Tickets(signing);
        this.tokens = new ManageTokens(signing);
    }

    /** The nights that the page has to know about: those of the stay, and what it could be changed to. */
    public Nights window(Station station, Stay stay) {
        var bookable = Bookable.of(station, environment.clock().instant()).window();
        var nights = stay.nights();
        var until = StayChanges.lastDeparture(station, stay);
        return new Nights(
                nights.arrive().isBefore(bookable.arrive()) ? nights.arrive() : bookable.arrive(),
                until.isAfter(bookable.depart()) ? until : bookable.depart());
    }

    /**
     * @param position in the line, from 1, while it waits
     * @param availability of the {@link #window}
     * @param baseUrl of the deployment, without a slash at the end
     * @param form a change that was refused, to be shown again, or {@link SignUpForm#EMPTY}
     */
    public String render(
            Station station,
            Stay stay,
            OptionalInt position,
            Availability availability,
            Language language,
            String baseUrl,
            SignUpForm form) {
        var texts = PageTexts.in(language);
        var now = environment.clock().instant();
        var id = stay.id().value();
        var token = tokens.tokenFor(id);
        var words = StayWords.of(station, stay, now, texts);
        var when = new When(language, station.details().zone());
        var ticket =
                Optional.of(words.status()).filter(StayPage::hasTicket).map(status -> tickets.ticketFor(stay.id()));
        var model = new Model(
                Frame.of(language, texts.get("stay.title"), "/m/" + id + "?token=" + token),
                station,
                stay,
                words,
                position,
                ticket.map(it -> QrCode.svg(baseUrl + "/t/" + it)),
                ticket.map(it -> "/tickets/" + it + ".png"),
                new StayChanges(station, stay, availability, now, texts, when, form),
                alternatives(station, stay, words, availability, texts, when),
                form,
                token,
                when,
                now);
        return Templates.render((output, interceptor) -> JtestayGenerated.render(output, interceptor, model));
    }

    /** Whoever has arrived may have to show it once more. */
    static boolean hasTicket(StayStatus status) {
        return status == StayStatus.CONFIRMED || status == StayStatus.CHECKED_IN;
    }

    private List<NightsWords.Other> alternatives(
            Station station, Stay stay, StayWords words, Availability availability, PageTexts texts, When when) {
        var room = station.details().room(stay.roomType());
        if (words.status() != StayStatus.WAITLISTED || room.isEmpty()) {
            return List.of();
        }
        var bookable = Bookable.of(station, environment.clock().instant());
        var choice = Choice.of(station.id(), room.get(), stay.nights());
        return Alternative.to(
                        stay.nights(),
                        room.get(),
                        availability,
                        bookable,
                        stay.applicant().gender())
                .stream()
                .map(it -> NightsWords.Other.of(it, choice, texts, when))
                .toList();
    }

    /** What the template is given. */
    record Model(
            Frame frame,
            Station station,
            Stay stay,
            StayWords words,
            OptionalInt position,
            Optional<String> qrSvg,
            Optional<String> qrPath,
            StayChanges changes,
            List<NightsWords.Other> alternatives,
            SignUpForm form,
            String token,
            When when,
            Instant now) {

        String name() {
            return station.details().name().in(frame.language());
        }

        Optional<String> room() {
            return station.details().room(stay.roomType()).map(it -> it.title().in(frame.language()));
        }

        String guest() {
            return stay.applicant().person().name();
        }

        String stationPath() {
            return "/s/" + station.id();
        }

        String action(String what) {
            return "/stays/" + stay.id().value() + "/" + what + "?token=" + token;
        }

        Optional<String> zoneNote() {
            return when.zoneNote(now);
        }

        /** Until when an offer is held. */
        Optional<String> offeredUntil() {
            return stay.history()
                    .deadline()
                    .filter(until -> words.status() == StayStatus.OFFERED)
                    .map(when::moment);
        }

        boolean isReviewedNext() {
            return stay.origin().terms().approval() == Approval.REVIEW;
        }

        Optional<String> arrived() {
            return stay.history()
                    .checkedIn()
                    .filter(it -> words.status() == StayStatus.CHECKED_IN)
                    .map(it -> frame.t("stay.arrived", when.moment(it.at())));
        }

        /** Whoever waits or is asked may leave at any time. */
        boolean isWaiting() {
            return words.status() == StayStatus.WAITLISTED;
        }

        boolean holdsRoom() {
            return words.status() == StayStatus.CONFIRMED || words.status() == StayStatus.PENDING;
        }

        boolean isCancellable() {
            return holdsRoom() && now.isBefore(stay.origin().terms().cancelUntil());
        }

        String cancelUntil() {
            return when.moment(stay.origin().terms().cancelUntil());
        }

        boolean mayAskAgain() {
            return !words.status().isLive() && words.status() != StayStatus.REJECTED;
        }

        boolean hasErrors() {
            return !form.errors().isEmpty() || form.trouble().isPresent();
        }

        /** What is wrong, once each. */
        List<String> errors() {
            var all = new LinkedHashSet<String>();
            form.detail().ifPresent(all::add);
            all.addAll(form.errors().values());
            return List.copyOf(all);
        }
    }
}
