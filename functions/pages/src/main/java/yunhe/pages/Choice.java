package yunhe.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;

/**
 * What a visitor of a station's page has chosen so far; it travels in the address, so that choosing needs no script.
 * What cannot be had is as if it had not been chosen.
 *
 * @param month what the calendar shows, unless that follows from the rest
 */
record Choice(
        StationId station,
        RoomType room,
        Optional<LocalDate> arrive,
        Optional<LocalDate> depart,
        Optional<YearMonth> month) {

    /** @param given what was given under a name: {@code room}, {@code arrive}, {@code depart}, {@code month} */
    static Choice of(Station station, Bookable bookable, Function<String, Optional<String>> given) {
        var rooms = station.details().rooms();
        var arrive = given.apply("arrive").flatMap(Choice::day).filter(bookable::mayArrive);
        return new Choice(
                station.id(),
                given.apply("room").flatMap(station.details()::room).orElse(rooms.getFirst()),
                arrive,
                arrive.flatMap(from ->
                        given.apply("depart").flatMap(Choice::day).filter(until -> bookable.mayLeave(from, until))),
                given.apply("month").flatMap(text -> parsed(text, YearMonth::parse)));
    }

    /** What was chosen in a form that was sent. */
    static Choice of(Station station, Bookable bookable, SignUpForm form) {
        UnaryOperator<String> field = name -> name.equals("room") ? "roomType" : name;
        return of(
                station,
                bookable,
                name -> Optional.of(form.value(field.apply(name))).filter(it -> !it.isEmpty()));
    }

    private static Optional<LocalDate> day(String text) {
        return parsed(text, LocalDate::parse);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    Optional<Nights> nights() {
        return arrive.flatMap(from -> depart.map(until -> new Nights(from, until)));
    }

    /** Whether the next day that is tapped is the day of departure. */
    boolean isLeavingNext() {
        return arrive.isPresent() && depart.isEmpty();
    }

    Choice in(RoomType other) {
        return new Choice(station, other, arrive, depart, month);
    }

    /** Begins anew. */
    Choice arriving(LocalDate day, YearMonth shown) {
        return new Choice(station, room, Optional.of(day), Optional.empty(), Optional.of(shown));
    }

    Choice leaving(LocalDate day, YearMonth shown) {
        return new Choice(station, room, arrive, Optional.of(day), Optional.of(shown));
    }

    Choice withoutDays() {
        return new Choice(station, room, Optional.empty(), Optional.empty(), month);
    }

    Choice withoutDeparture() {
        return new Choice(station, room, arrive, Optional.empty(), month);
    }

    Choice at(YearMonth shown) {
        return new Choice(station, room, arrive, depart, Optional.of(shown));
    }

    static Choice of(StationId station, RoomType room, Nights nights) {
        return new Choice(station, room, Optional.of(nights.arrive()), Optional.of(nights.depart()), Optional.empty());
    }

    /** The address of the page with this choice. */
    String path() {
        var path = new StringBuilder("/s/" + station + "?room=" + room.code());
        arrive.ifPresent(day -> path.append("&arrive=").append(day));
        depart.ifPresent(day -> path.append("&depart=").append(day));
        month.ifPresent(shown -> path.append("&month=").append(shown));
        return path.toString();
    }
}
