package yunhe.core.lodging;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.core.person.PersonKey;

/**
 * What is known of a guest, under whatever identity: every identity that was ever given together leads to one record.
 *
 * @param stays those that still count for something, or may be asked for again
 * @param roots where it is kept; several when identities that were apart until now were given together
 * @param unknown identities that nobody has given before
 */
public record GuestRecord(List<Entry> stays, List<Root> roots, List<PersonKey> unknown) {

    /** A record under one identity, and its version as it was read. */
    public record Root(PersonKey identity, long version) {}

    /**
     * One stay, as far as it matters to others of its guest.
     *
     * @param until the day up to which its nights count, or block
     * @param request the idempotency key that made it
     */
    public record Entry(StayId id, LocalDate until, StayStatus status, Optional<String> request) {

        private List<LocalDate> nights() {
            return id.arrive()
                    .datesUntil(until.isBefore(id.arrive()) ? id.arrive() : until)
                    .toList();
        }

        private Optional<Nights> range() {
            return id.arrive().isBefore(until) ? Optional.of(new Nights(id.arrive(), until)) : Optional.empty();
        }
    }

    /**
     * Whether its guest may have these nights as well, by what a station allows. The stay itself does not stand in its
     * way.
     *
     * <p>Two who turn out to be one guest by what they give now may hold the same nights already. Then there is nothing
     * for them until one of these stays is over.
     */
    public Optional<Objection> objection(StayId own, Nights wanted, Entitlement entitlement) {
        var others = stays.stream().filter(entry -> !entry.id().equals(own)).toList();
        return exhausted(others, wanted, entitlement)
                .or(() -> tooSoon(others, wanted, entitlement))
                .or(() -> overlapping(others, wanted));
    }

    private boolean joinsGuests() {
        return roots.size() > 1;
    }

    private static Optional<Objection> exhausted(List<Entry> others, Nights wanted, Entitlement entitlement) {
        var used = byYear(
                others.stream().filter(entry -> entry.status().counts()).flatMap(entry -> entry.nights().stream()));
        var asked = byYear(wanted.stream());
        return new TreeSet<>(asked.keySet())
                .stream()
                        .filter(year -> used.getOrDefault(year, 0L) + asked.getOrDefault(year, 0L)
                                > entitlement.nightsPerYear())
                        .findFirst()
                        .map(year -> new Objection.Exhausted(
                                year, Math.toIntExact(used.getOrDefault(year, 0L)), entitlement.nightsPerYear()));
    }

    private static Map<Integer, Long> byYear(Stream<LocalDate> nights) {
        return nights.collect(Collectors.groupingBy(LocalDate::getYear, Collectors.counting()));
    }

    private static Optional<Objection> tooSoon(List<Entry> others, Nights wanted, Entitlement entitlement) {
        boolean tooSoon = others.stream()
                .filter(entry -> entry.status().counts())
                .flatMap(entry -> entry.range().stream())
                // What shares a night is no stay before or after this one.
                .filter(range -> !range.overlaps(wanted))
                .anyMatch(range -> range.daysBetween(wanted) < entitlement.daysBetweenStays());
        return tooSoon ? Optional.of(new Objection.TooSoon(entitlement.daysBetweenStays())) : Optional.empty();
    }

    private Optional<Objection> overlapping(List<Entry> others, Nights wanted) {
        boolean overlap =
                ranges(others, entry -> entry.status().blocks()).stream().anyMatch(wanted::overlaps);
        var live = ranges(others, entry -> entry.status().isLive());
        for (int i = 0; joinsGuests() && !overlap && i < live.size(); i++) {
            overlap = live.subList(i + 1, live.size()).stream().anyMatch(live.get(i)::overlaps);
        }
        return overlap ? Optional.of(new Objection.Overlaps()) : Optional.empty();
    }

    private static List<Nights> ranges(List<Entry> entries, Predicate<Entry> which) {
        return entries.stream()
                .filter(which)
                .flatMap(entry -> entry.range().stream())
                .toList();
    }

    /** Why somebody may not have the nights. */
    public sealed interface Objection {

        /** @param used nights of the year that count already */
        record Exhausted(int year, int used, int allowed) implements Objection {}

        record TooSoon(int daysBetween) implements Objection {}

        /** They have a stay with one of these nights. Which one is not said. */
        record Overlaps() implements Objection {}
    }
}
