package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.checkin.ScanResult;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDay;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/** A busy day at a station, and a quiet one. */
final class KeeperSamples {

    static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    static final Instant AFTERNOON = Instant.parse("2026-11-24T07:20:00Z");

    private KeeperSamples() {}

    static Map<String, String> pages(Language language) {
        var pages = new HashMap<String, String>();
        var list = List.of(new KeeperPage.Tonight(station(), month(station())));
        pages.put("keeper-list", KeeperPage.renderList(list, language, AFTERNOON));
        pages.put("keeper-list-empty", KeeperPage.renderList(List.of(), language, AFTERNOON));
        var none = Optional.<KeeperView.Note>empty();
        pages.put("keeper", KeeperPage.render(view(language, busy(), false, none)));
        pages.put("keeper-in-full", KeeperPage.render(view(language, busy(), true, none)));
        pages.put("keeper-quiet", KeeperPage.render(view(language, List.of(), false, none)));
        pages.put("keeper-tomorrow", KeeperPage.render(view(language, busy(), TODAY.plusDays(1), false, none)));
        for (var status : List.of(StayStatus.CHECKED_IN, StayStatus.CHECKED_OUT, StayStatus.CONFIRMED)) {
            var done = new KeeperView.Note.Done(stay(1, "韩梅梅", "single", 0, 3, status));
            pages.put(
                    "keeper-done-" + status.name().toLowerCase(java.util.Locale.ROOT),
                    KeeperPage.render(view(language, busy(), false, Optional.of(done))));
        }
        Stream.of(
                        new KeeperView.Note.NotCheckedIn(ScanResult.TOO_EARLY),
                        new KeeperView.Note.NotCheckedOut(),
                        new KeeperView.Note.NotUndone())
                .forEach(note -> pages.put(
                        "keeper-" + note.getClass().getSimpleName(),
                        KeeperPage.render(view(language, busy(), false, Optional.of(note)))));
        return pages;
    }

    private static KeeperView view(
            Language language, List<Stay> stays, boolean inFull, Optional<KeeperView.Note> note) {
        return view(language, stays, TODAY, inFull, note);
    }

    private static KeeperView view(
            Language language, List<Stay> stays, LocalDate day, boolean inFull, Optional<KeeperView.Note> note) {
        var station = station();
        return new KeeperView(
                language,
                inFull,
                station,
                StationDay.of(station, day, stays, AFTERNOON),
                month(station),
                stays.isEmpty() ? 0 : 4,
                AFTERNOON,
                note,
                "nonce-1");
    }

    /** With two beds under repair, and a room type that is closed for some days. */
    private static Station station() {
        var station = Samples.station();
        var details = station.details();
        var repair = new NightRule(
                TODAY.minusDays(3),
                TODAY.plusDays(4),
                Optional.of("bed-women"),
                Optional.empty(),
                2,
                Optional.of(new Bilingual("空调检修", "air conditioning under repair")));
        var closed = new NightRule(
                TODAY.minusDays(16), TODAY.minusDays(11), Optional.of("bed-men"), Optional.of(0), 0, Optional.empty());
        return new Station(
                station.id(),
                new StationDetails(
                        details.name(),
                        details.address(),
                        details.zone(),
                        details.checkInFrom(),
                        details.checkOutUntil(),
                        details.noShowAt(),
                        details.rooms(),
                        details.policy(),
                        List.of(repair, closed)),
                station.version(),
                station.longestStay(),
                station.sweepAt());
    }

    private static Availability month(Station station) {
        var random = new Random(11);
        var taken = new HashMap<LocalDate, Map<String, Integer>>();
        for (var day = TODAY.minusDays(40); day.isBefore(TODAY.plusDays(40)); day = day.plusDays(1)) {
            var night = new HashMap<String, Integer>();
            for (var room : station.details().rooms()) {
                int places = station.details().places(room.code(), day);
                double demand =
                        day.isAfter(TODAY) ? Math.max(0, 1 - (day.toEpochDay() - TODAY.toEpochDay()) / 12.0) : 1;
                night.put(room.code(), (int) Math.round(places * demand * (0.5 + random.nextDouble() * 0.5)));
            }
            taken.put(day, night);
        }
        taken.get(TODAY).put("single", 20);
        taken.get(TODAY).put("bed-women", 11);
        return new Availability(station.details(), taken);
    }

    private static List<Stay> busy() {
        return List.of(
                stay(1, "韩梅梅", "single", 0, 3, StayStatus.CONFIRMED),
                stay(2, "李雷", "bed-men", 0, 6, StayStatus.CONFIRMED),
                stay(3, "欧阳娜娜", "bed-women", 0, 1, StayStatus.PENDING),
                stay(4, "Anna Katharina Schmidt-Hohenberg", "single", 0, 2, StayStatus.CHECKED_IN),
                stay(5, "王小虎", "single", -1, 2, StayStatus.CONFIRMED),
                stay(6, "张伟", "bed-men", -4, 4, StayStatus.CHECKED_IN),
                stay(7, "Jean-Baptiste Dupont", "single", -3, 3, StayStatus.CHECKED_IN),
                stay(8, "陈静", "bed-women", -2, 4, StayStatus.CHECKED_IN),
                stay(9, "刘洋", "single", -5, 6, StayStatus.CHECKED_IN),
                left(stay(10, "赵敏", "bed-women", -2, 2, StayStatus.CHECKED_OUT)),
                stay(11, "孙悦", "single", 0, 2, StayStatus.NO_SHOW));
    }

    private static Stay left(Stay stay) {
        return stay.moved(StayStatus.CHECKED_OUT, stay.history().left(TODAY));
    }

    static Stay stay(int number, String name, String room, int after, int nights, StayStatus status) {
        var arrive = TODAY.plusDays(after);
        var station = Samples.station();
        var person = new Person(
                name,
                Optional.of(new Email("guest" + number + "@example.com")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var history = StayHistory.NONE.confirmed(AFTERNOON.minus(Duration.ofDays(9)));
        var admitted = new Admitted(AFTERNOON.minus(Duration.ofHours(1)), "li.lei", "", "nonce-0");
        return new Stay(
                StayId.fresh(station.id(), arrive, new Random(number)),
                room,
                new Nights(arrive, arrive.plusDays(nights)),
                status,
                new Applicant(
                        person,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Language.ZH),
                new Stay.Origin(
                        AFTERNOON.minus(Duration.ofDays(9)),
                        "2026-11",
                        Optional.empty(),
                        station.terms(arrive),
                        AFTERNOON.plus(Duration.ofDays(180))),
                Optional.empty(),
                status == StayStatus.CHECKED_IN ? history.arrived(admitted) : history,
                2);
    }
}
