package yunhe.pages;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;

/** Free nights close to those that somebody wants and cannot have. */
record Alternative(RoomType room, Nights nights) {
    private static final int OF_A_KIND_MAX = 2;

    /**
     * The same nights in another room type, some of the nights, as many nights some days earlier or later.
     *
     * @param gender the guest's, as far as it is known: beds for others are none for them
     */
    static List<Alternative> to(
            Nights wanted,
            RoomType room,
            Availability availability,
            Bookable bookable,
            Optional<RoomType.Gender> gender) {
        var found = new ArrayList<Alternative>();
        availability.details().rooms().stream()
                .filter(other -> !other.code().equals(room.code()))
                .filter(other -> gender.filter(it -> !other.guests().admits(it)).isEmpty())
                .filter(other -> isFree(other, wanted, availability))
                .map(other -> new Alternative(other, wanted))
                .forEach(found::add);
        var parts = availability.partsOf(room.code(), wanted).stream()
                .filter(bookable::contains)
                .map(part -> new Alternative(room, part))
                .toList();
        parts.stream()
                .filter(part -> part.nights().count() * 2 >= wanted.count())
                .limit(OF_A_KIND_MAX)
                .forEach(found::add);
        shifted(wanted, bookable)
                .filter(nights -> isFree(room, nights, availability))
                .limit(OF_A_KIND_MAX)
                .map(nights -> new Alternative(room, nights))
                .forEach(found::add);
        // A night out of a week is better than nothing, but not than anything else.
        return found.isEmpty() ? parts.stream().limit(1).toList() : List.copyOf(found);
    }

    /** Those that lie closest come first. */
    private static Stream<Nights> shifted(Nights wanted, Bookable bookable) {
        return bookable.first()
                .datesUntil(bookable.last().plusDays(1))
                .filter(day -> !day.equals(wanted.arrive()))
                .sorted(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(wanted.arrive(), day))))
                .map(day -> new Nights(day, day.plusDays(wanted.count())));
    }

    private static boolean isFree(RoomType room, Nights nights, Availability availability) {
        return availability.full(room.code(), nights).isEmpty();
    }
}
