package yunhe.core.lodging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Page;
import yunhe.core.person.PersonKey;

/**
 * Stays, the nights they hold, the lines for them, and what each guest has used, in a store where every write is one
 * atomic step or none at all.
 *
 * <p>Every method throws {@link yunhe.core.shared.StoreUnavailable} when the store does not answer; a write may then
 * have happened, and asking for it again is safe.
 */
public interface Stays {

    /** Strongly consistent. */
    Optional<Stay> find(StayId id);

    /** What is known of whoever has one of these identities, strongly consistent. */
    GuestRecord guest(List<PersonKey> identities);

    /**
     * Stores a stay, if all is still as the change believes it to be. Nights that it holds and did not hold before are
     * taken, those it held and no longer holds are given back; likewise its place in the line, and what its guest has
     * used. Each exactly once, all or nothing.
     */
    Written write(Change change);

    /** What is taken on these nights, strongly consistent, with one query. */
    Availability availability(Station station, LocalDate from, LocalDate until);

    /** Stays whose first night lies in {@code [from, until)}, in that order, strongly consistent. */
    List<Stay> arriving(StationId station, LocalDate from, LocalDate until);

    /** One page of a station's stays that include a night, whatever has become of them. */
    Page<Stay> listNight(Station station, LocalDate night, int limit, Optional<String> cursor);

    /** One page of all of a station's stays, by first night. */
    Page<Stay> list(StationId station, int limit, Optional<String> cursor);

    /** The whole line for one room type, strongly consistent, first come first. */
    List<Waiter> line(StationId station, String roomType);

    /** Where a stay stands in its line, counted from 1, while it waits. */
    default OptionalInt position(Stay stay) {
        if (stay.status() != StayStatus.WAITLISTED) {
            return OptionalInt.empty();
        }
        var line = line(stay.station(), stay.roomType());
        return IntStream.range(0, line.size())
                .filter(ahead -> line.get(ahead).id().equals(stay.id()))
                .map(ahead -> ahead + 1)
                .findFirst();
    }

    /** Stays whose nights are held only until now, or until earlier. */
    List<Hold> holdsOver(Instant now, int limit);

    /** Notes until when a stay's nights are held. */
    void noteHold(Hold hold);

    /** The hold needs no more looking after. */
    void forget(Hold hold);

    /** Appends an entry for something that is no write of its own: a list that was read. */
    void audit(AuditEntry entry);

    /** Entries about a station or a stay, oldest first. */
    Page<AuditEntry> auditOf(String subject, int limit, Optional<String> cursor);

    /**
     * A stay as it is to be.
     *
     * @param before as it was seen; empty when it is new
     * @param station as it was when the change was judged: the counts of its rooms hold if it is still the one
     * @param judged the guest's record, when the change depends on it
     */
    record Change(
            Optional<Stay> before,
            Stay after,
            Station station,
            Optional<GuestRecord> judged,
            Optional<AuditEntry> audit) {

        /** One that nothing scarce depends on. */
        public static Change of(Stay before, Stay after, Station station) {
            return new Change(Optional.of(before), after, station, Optional.empty(), Optional.empty());
        }

        public Change audited(AuditEntry entry) {
            return new Change(before, after, station, judged, Optional.of(entry));
        }
    }

    /** What became of a change. */
    sealed interface Written {

        record Done(Stay stay) implements Written {}

        /** The stay, its guest's record or the station are no longer as they were seen: look again. */
        record Changed() implements Written {}

        /** Nothing is free on these nights. */
        record Full(List<LocalDate> nights) implements Written {}

        record LineFull() implements Written {}
    }

    /** Someone in the line. */
    record Waiter(StayId id, LocalDate depart, LinePlace place) {

        public Nights nights() {
            return new Nights(id.arrive(), depart);
        }
    }

    /** That a stay's nights are held until then. */
    record Hold(Instant until, StayId stay) {}
}
