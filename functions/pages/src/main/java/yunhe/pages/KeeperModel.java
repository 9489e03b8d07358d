package yunhe.pages;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import yunhe.core.checkin.ScanResult;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;
import yunhe.core.person.Masked;

/**
 * What the template of a keeper's day is given.
 *
 * @param isToday only then is there anything to be done
 */
record KeeperModel(
        Frame frame,
        KeeperView view,
        String path,
        String name,
        String address,
        boolean isToday,
        Optional<Banner> banner,
        List<Rooms> rooms,
        List<String> outOfUse,
        Section arrivals,
        Section departures,
        Section inHouse,
        Section noShows,
        NightsPicture nights) {

    static KeeperModel of(KeeperView view) {
        var texts = PageTexts.in(view.language());
        var station = view.station();
        var details = station.details();
        var path = KeeperPage.PATH + "/" + station.id();
        var day = view.day();
        var title = details.name().in(view.language());
        return new KeeperModel(
                Frame.of(view.language(), title, path + "?day=" + day.day()),
                view,
                path,
                title,
                details.address(),
                station.today(view.now()).equals(day.day()),
                view.note().flatMap(note -> Banner.of(note, view, texts)),
                details.rooms().stream()
                        .map(room -> Rooms.of(room.code(), view, texts))
                        .toList(),
                NightsPicture.outOfUse(details, day.day(), texts, when(view)),
                section(day.arrivals(), view, stay -> stay.status() == StayStatus.CONFIRMED),
                section(day.departures(), view, stay -> stay.status() == StayStatus.CHECKED_IN),
                section(day.inHouse(), view, stay -> stay.status() == StayStatus.CHECKED_IN),
                section(day.noShows(), view, stay -> false),
                NightsPicture.of(view, path, texts));
    }

    private static Section section(List<Stay> stays, KeeperView view, Predicate<Stay> open) {
        return new Section(
                stays.stream().map(stay -> Guest.of(stay, view)).toList(),
                stays.stream().filter(open).count());
    }

    String link(LocalDate day) {
        return frame.link(path + "?day=" + day);
    }

    String action(String what) {
        return frame.link(path + "/" + what);
    }

    LocalDate day() {
        return view.day().day();
    }

    String dayTitle() {
        return when(view).day(day());
    }

    String checkInFrom() {
        return time(view.station().details().checkInFrom());
    }

    String checkOutUntil() {
        return time(view.station().details().checkOutUntil());
    }

    private static String time(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    /** What became of what was just done. */
    record Banner(Tone tone, String title, Optional<String> text) {

        static Optional<Banner> of(KeeperView.Note note, KeeperView view, PageTexts texts) {
            return switch (note) {
                case KeeperView.Note.Done(var stay) -> done(stay, view, texts);
                case KeeperView.Note.NotCheckedIn(var result) -> Optional.of(notIn(result, texts));
                case KeeperView.Note.NotCheckedOut() ->
                    Optional.of(new Banner(Tone.BAD, texts.get("keeper.refused.check_out"), Optional.empty()));
                case KeeperView.Note.NotUndone() ->
                    Optional.of(new Banner(Tone.BAD, texts.get("keeper.refused.undo"), Optional.empty()));
            };
        }

        /** What the stay is now says what was done. */
        private static Optional<Banner> done(Stay stay, KeeperView view, PageTexts texts) {
            var title = switch (stay.status()) {
                case CHECKED_IN -> Optional.of("keeper.done.check_in");
                case CHECKED_OUT -> Optional.of("keeper.done.check_out");
                case CONFIRMED -> Optional.of("keeper.done.undo");
                case PENDING, WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, NO_SHOW -> Optional.<String>empty();
            };
            var guest = Guest.of(stay, view);
            return title.map(key -> new Banner(
                    Tone.GOOD, texts.get(key, guest.name()), Optional.of(guest.room() + " · " + guest.nights())));
        }

        private static Banner notIn(ScanResult result, PageTexts texts) {
            return new Banner(
                    Tone.BAD, texts.get("keeper.refused.check_in"), Optional.of(texts.of("door.stay.", result)));
        }
    }

    /**
     * Rooms of one type in the night that begins on the day.
     *
     * @param over how many more are taken than there are
     */
    record Rooms(String title, int count, int taken, int blocked, int free, int over) {

        static Rooms of(String code, KeeperView view, PageTexts texts) {
            var details = view.station().details();
            var night = view.day().day();
            int taken = view.month().taken(code, night);
            return new Rooms(
                    roomTitle(view.station(), code, texts),
                    details.count(code, night),
                    taken,
                    details.blocked(code, night),
                    view.month().free(code, night),
                    Math.max(0, taken - details.places(code, night)));
        }
    }

    /**
     * Guests of whom something is to be seen.
     *
     * @param open how many of them something is still to be done for
     */
    record Section(List<Guest> guests, long open) {
        boolean isEmpty() {
            return guests.isEmpty();
        }
    }

    /**
     * One guest, with what can be done for them now.
     *
     * @param mayUndo a check-in by mistake is noticed on the same day
     */
    record Guest(
            String id,
            String name,
            String room,
            String nights,
            String status,
            Tone tone,
            boolean mayCheckIn,
            boolean mayCheckOut,
            boolean mayLeaveEarly,
            boolean mayUndo) {

        static Guest of(Stay stay, KeeperView view) {
            var texts = PageTexts.in(view.language());
            var station = view.station();
            var name = stay.applicant().person().name();
            var status = stay.statusAt(view.now());
            var today = station.today(view.now());
            boolean canAct = today.equals(view.day().day());
            var nights = stay.nights();
            return new Guest(
                    stay.id().value(),
                    view.inFull() ? name : Masked.name(name),
                    roomTitle(station, stay.roomType(), texts),
                    when(view).nights(nights),
                    texts.of("keeper.status.", status),
                    toneOf(status),
                    canAct
                            && status == StayStatus.CONFIRMED
                            && !view.now().isBefore(station.checkInFrom(nights.arrive())),
                    canAct && status == StayStatus.CHECKED_IN && !today.isBefore(nights.depart()),
                    canAct && status == StayStatus.CHECKED_IN && today.isBefore(nights.depart()),
                    canAct
                            && status == StayStatus.CHECKED_IN
                            && stay.history()
                                    .checkedIn()
                                    .filter(it -> station.today(it.at()).equals(today))
                                    .isPresent());
        }
    }

    private static When when(KeeperView view) {
        return new When(view.language(), view.station().details().zone());
    }

    /** To a keeper, whoever is expected is somebody to wait for. */
    private static Tone toneOf(StayStatus status) {
        return switch (status) {
            case CONFIRMED, PENDING, OFFERED, WAITLISTED -> Tone.WAIT;
            case CHECKED_IN -> Tone.GOOD;
            case REJECTED, CANCELLED, NO_SHOW -> Tone.BAD;
            case EXPIRED, CHECKED_OUT -> Tone.CALM;
        };
    }

    private static String roomTitle(Station station, String code, PageTexts texts) {
        return station.details()
                .room(code)
                .map(room -> room.title().in(texts.language()))
                .orElse(code);
    }
}
