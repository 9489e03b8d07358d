package yunhe.core.door;

import java.time.ZoneId;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.checkin.Guest;
import yunhe.core.checkin.ScanResult;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayArrival;
import yunhe.core.shared.Bilingual;

/**
 * What a door is told about a scan.
 *
 * @param place what the ticket is for; empty when the ticket is invalid or its activity or station deleted
 * @param holder whose ticket it is, where the store was asked
 * @param admitted the admission this scan led to, or the first one when there was one before
 */
public record ScanAnswer(
        ScanResult result, Optional<Place> place, Optional<Holder> holder, Optional<Admitted> admitted) {

    /**
     * An activity or a station.
     *
     * @param zone in which its clocks go
     */
    public record Place(String id, Bilingual title, ZoneId zone) {

        static Place of(Activity activity) {
            return new Place(
                    activity.id().value(),
                    activity.details().headline().title(),
                    activity.times().zone());
        }

        static Place of(Station station) {
            return new Place(
                    station.id().value(),
                    station.details().name(),
                    station.details().zone());
        }
    }

    /**
     * Whoever shows the ticket.
     *
     * @param id of the registration or stay
     * @param group the group's id, or the room type's code
     * @param room what a guest of a station has
     */
    public record Holder(String id, String name, String group, Optional<Room> room) {

        static Holder of(Guest guest) {
            return new Holder(guest.id().value(), guest.name(), guest.group(), Optional.empty());
        }

        static Holder of(Stay stay, Station station) {
            var title = station.details()
                    .room(stay.roomType())
                    .map(RoomType::title)
                    .orElseGet(() -> Bilingual.same(stay.roomType()));
            return new Holder(
                    stay.id().value(),
                    stay.applicant().person().name(),
                    stay.roomType(),
                    Optional.of(new Room(title, stay.nights())));
        }
    }

    /** A room or bed of some type, and for how long. */
    public record Room(Bilingual title, Nights nights) {}

    public static ScanAnswer invalid() {
        return new ScanAnswer(ScanResult.INVALID, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A genuine ticket of an activity or a station that is no longer there. */
    static ScanAnswer unknown() {
        return new ScanAnswer(ScanResult.NOT_CONFIRMED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static ScanAnswer of(ScanResult result, Activity activity) {
        return new ScanAnswer(result, Optional.of(Place.of(activity)), Optional.empty(), Optional.empty());
    }

    static ScanAnswer of(ScanResult result, Station station) {
        return new ScanAnswer(result, Optional.of(Place.of(station)), Optional.empty(), Optional.empty());
    }

    static ScanAnswer of(StayArrival.Answer arrival) {
        return new ScanAnswer(
                arrival.result(),
                arrival.station().map(Place::of),
                arrival.station().flatMap(station -> arrival.stay().map(stay -> Holder.of(stay, station))),
                arrival.admitted());
    }

    static ScanAnswer admitted(Activity activity, Guest guest, Admitted admitted) {
        return of(ScanResult.ADMITTED, activity, guest, Optional.of(admitted));
    }

    /** Why a guest was not admitted by this scan, or that the same scan admitted before. */
    static ScanAnswer refused(Activity activity, Guest guest, RegistrationId ticket, String nonce) {
        var earlier = guest.admittedBy(ticket, nonce);
        if (earlier.isPresent()) {
            return admitted(activity, guest, earlier.get());
        }
        var result = result(guest, ticket);
        return of(result, activity, guest, guest.admitted().filter(it -> result == ScanResult.ALREADY_ADMITTED));
    }

    private static ScanAnswer of(ScanResult result, Activity activity, Guest guest, Optional<Admitted> admitted) {
        return new ScanAnswer(result, Optional.of(Place.of(activity)), Optional.of(Holder.of(guest)), admitted);
    }

    private static ScanResult result(Guest guest, RegistrationId ticket) {
        // Whoever signed up again holds a new ticket; the one of the cancelled attempt stays cancelled.
        if (!guest.id().equals(ticket) || guest.status() == Status.CANCELLED) {
            return ScanResult.REVOKED;
        }
        return guest.status() == Status.CONFIRMED && guest.admitted().isPresent()
                ? ScanResult.ALREADY_ADMITTED
                : ScanResult.NOT_CONFIRMED;
    }
}
