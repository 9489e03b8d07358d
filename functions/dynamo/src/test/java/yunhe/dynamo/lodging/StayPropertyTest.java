package yunhe.dynamo.lodging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.Review.Judgement;
import yunhe.core.agenda.Budget;
import yunhe.core.lodging.AnswerStayOffer;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.ChangeStay;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.LodgingTick;
import yunhe.core.lodging.MoveUp;
import yunhe.core.lodging.NightRule;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.ReviewStay;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayArrival;
import yunhe.core.lodging.StayOutcome;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.lodging.StayStatus;
import yunhe.core.lodging.Stays;
import yunhe.core.person.PersonKey;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;

/**
 * Twenty thousand operations in an order that nobody has thought of. Whatever happens, every night is taken exactly as
 * often as stays hold it, nobody takes one that is not there, and no guest has more than they are entitled to.
 */
class StayPropertyTest {

    private static final int OPERATIONS = 2_000;
    private static final int LOOK_EVERY = 100;
    private static final int PEOPLE = 30;
    private static final int NIGHTS_PER_YEAR = 9;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_books_are_in_order_whatever_happens(long seed) {
        try (var keeping = new Keeping()) {
            var run = new Run(keeping, seed);
            for (int operation = 1; operation <= OPERATIONS; operation++) {
                run.step();
                if (operation % LOOK_EVERY == 0) {
                    run.look("seed " + seed + ", operation " + operation);
                }
            }
            System.out.println("seed " + seed + ": " + run.done);
            assertTrue(
                    run.done
                            .keySet()
                            .containsAll(List.of(
                                    "book",
                                    "cancel",
                                    "extend",
                                    "shorten",
                                    "move",
                                    "no-show",
                                    "check-out",
                                    "scan ADMITTED",
                                    "moved up")),
                    run.done::toString);
        }
    }

    /** One seed. */
    private static final class Run {

        private final Keeping keeping;
        private final SplittableRandom random;
        private final List<StationId> houses;
        final Map<String, Integer> done = new TreeMap<>();

        Run(Keeping keeping, long seed) {
            this.keeping = keeping;
            this.random = new SplittableRandom(seed);
            // No year ends on the way: two who turn out to be one guest may have had more in a year that is over.
            keeping.clock.advance(Duration.ofDays(60));
            this.houses = List.of(
                    keeping.open(StaySamples.station(limited(StaySamples.policy()), "single:4", "twin:2")),
                    keeping.open(StaySamples.station(limited(StaySamples.offering()), "single:3", "twin:1")),
                    keeping.open(StaySamples.station(limited(StaySamples.reviewed()), "single:2", "twin:2")));
        }

        private static StayPolicy limited(StayPolicy policy) {
            var year = StaySamples.entitling(NIGHTS_PER_YEAR, 0);
            return new StayPolicy(
                    year.maxNightsPerStay(),
                    year.maxNightsPerYear(),
                    0,
                    12,
                    policy.approval(),
                    policy.reviewFor(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofHours(6),
                    policy.waitlist(),
                    false,
                    List.of());
        }

        void step() {
            int choice = random.nextInt(100);
            if (choice < 38) {
                book();
            } else if (choice < 48) {
                ofSome("cancel", StayStatus.CONFIRMED, stay -> end().cancel(stay.id()));
            } else if (choice < 58) {
                change();
            } else if (choice < 66) {
                ofSome("arrive", StayStatus.CONFIRMED, this::arrive);
            } else if (choice < 71) {
                ofSome("check-out", StayStatus.CHECKED_IN, stay -> end().checkOut(stay.id(), "keeper"));
            } else if (choice < 78) {
                ofSome("decide", StayStatus.PENDING, this::decide);
            } else if (choice < 84) {
                ofSome("answer", StayStatus.OFFERED, this::answer);
            } else if (choice < 86) {
                changeHouse();
            } else {
                time();
            }
            if (random.nextInt(10) < 4) {
                stream();
            }
        }

        private void book() {
            var house = house();
            var now = keeping.station(house).today(keeping.clock.instant());
            var arrive = now.plusDays(random.nextInt(13));
            var nights = new Nights(arrive, arrive.plusDays(1 + random.nextInt(4)));
            var room = random.nextInt(4) == 0 ? "twin" : "single";
            var booking =
                    StaySamples.booking(house, applicant(), nights, room, random.nextInt(3) > 0, Optional.empty());
            tell("book", keeping.bookStay(keeping.stays).book(booking));
        }

        /** By mail, by phone, with a document, or with all; now and then with what is somebody else's. */
        private Applicant applicant() {
            int who = random.nextInt(PEOPLE);
            int other = random.nextInt(25) == 0 ? random.nextInt(PEOPLE) : who;
            var identities = new ArrayList<PersonKey>();
            var mail = Samples.withEmail(who);
            int given = 1 + random.nextInt(7);
            if ((given & 1) != 0) {
                identities.addAll(Samples.PERSON_KEYS.of("stays", mail));
            }
            if ((given & 2) != 0) {
                identities.addAll(Samples.PERSON_KEYS.of("stays", Samples.withPhone(other)));
            }
            if ((given & 4) != 0) {
                identities.add(Samples.PERSON_KEYS.ofDocument("stays", "passport", "E%08d".formatted(who)));
            }
            var plain = StaySamples.applicant(mail);
            return new Applicant(
                    plain.person(),
                    plain.gender(),
                    plain.graduationDate(),
                    identities,
                    plain.purpose(),
                    plain.proofs(),
                    plain.language());
        }

        private void change() {
            ofSome("change", random.nextBoolean() ? StayStatus.CONFIRMED : StayStatus.CHECKED_IN, stay -> {
                boolean moves = random.nextInt(3) == 0;
                var depart = stay.nights().depart().plusDays(moves ? 0 : random.nextInt(-2, 4));
                var room = Optional.of(stay.roomType().equals("twin") ? "single" : "twin")
                        .filter(it -> moves);
                var outcome = new ChangeStay(keeping.stations, keeping.stays, keeping.clock)
                        .change(stay.id(), new ChangeStay.Wish(Optional.of(depart), room), Optional.empty());
                if (outcome instanceof StayOutcome.Done(var changed) && changed.version() > stay.version()) {
                    int more = depart.compareTo(stay.nights().depart());
                    count(more > 0 ? "extend" : more < 0 ? "shorten" : "move");
                    assertThereIsRoom(Optional.of(stay), changed);
                }
                return outcome;
            });
        }

        private StayOutcome arrive(Stay stay) {
            // Most guests come in the afternoon of their first day.
            if (random.nextInt(3) > 0 && stay.nights().arrive().equals(today(stay.station()))) {
                keeping.clock.moveTo(stay.origin().terms().noShowAt().minus(Duration.ofHours(6)));
            }
            var scan = new Admitted(keeping.clock.instant(), "keeper", "desk", "nonce-" + random.nextInt());
            var answer = new StayArrival(keeping.stations, keeping.stays, keeping.clock).arrive(stay.id(), scan);
            count("scan " + answer.result());
            return new StayOutcome.Done(stay);
        }

        private StayOutcome decide(Stay stay) {
            var verdicts = List.of(Verdict.APPROVE, Verdict.APPROVE, Verdict.REJECT, Verdict.REOPEN);
            var verdict = verdicts.get(random.nextInt(verdicts.size()));
            return new ReviewStay(keeping.stations, keeping.stays, keeping.clock, keeping.random)
                    .decide(stay.id(), new Judgement(verdict, "reviewer", Optional.empty(), Optional.empty()));
        }

        private StayOutcome answer(Stay stay) {
            return new AnswerStayOffer(keeping.stations, keeping.stays, keeping.clock)
                    .answer(stay.id(), random.nextBoolean() ? Answer.ACCEPTED : Answer.DECLINED);
        }

        /** Another count, for good or for some nights: it throws nobody out. */
        private void changeHouse() {
            var seen = keeping.station(house());
            var details = seen.details();
            var rooms = details.rooms().stream()
                    .map(room -> new RoomType(room.code(), room.title(), random.nextInt(5), room.guests()))
                    .toList();
            var from = seen.today(keeping.clock.instant()).plusDays(random.nextInt(6));
            var rule = new NightRule(
                    from, from.plusDays(2), Optional.empty(), Optional.of(random.nextInt(4)), 0, Optional.empty());
            keeping.stations.replace(
                    seen,
                    new StationDetails(
                            details.name(),
                            details.address(),
                            details.zone(),
                            details.checkInFrom(),
                            details.checkOutUntil(),
                            details.noShowAt(),
                            rooms,
                            details.policy(),
                            random.nextBoolean() ? List.of(rule) : List.of()),
                    keeping.actor());
            count("change house");
        }

        private void time() {
            keeping.clock.advance(Duration.ofMinutes(random.nextInt(8 * 60)));
            if (random.nextInt(4) > 0) {
                new LodgingTick(keeping.stations, keeping.stays, keeping.clock).run(new Budget(1000, () -> false));
            }
        }

        /** What the stream would do, sooner or later: move lines up, and note what is held. */
        private void stream() {
            var house = house();
            for (var room : List.of("single", "twin")) {
                if (new MoveUp(keeping.stations, keeping.stays, keeping.clock).moveUp(house, room) > 0) {
                    count("moved up");
                }
            }
        }

        /** Mostly one in that status that is near, sometimes any. */
        private void ofSome(String what, StayStatus status, Function<Stay, StayOutcome> act) {
            var house = house();
            var today = today(house);
            var near = keeping.stays.arriving(house, today.minusDays(5), today.plusDays(14));
            boolean any = random.nextInt(5) == 0;
            boolean comesToday = what.equals("arrive");
            var some = near.stream()
                    .filter(stay -> any || stay.status() == status)
                    .filter(stay -> any || !comesToday || stay.nights().arrive().equals(today))
                    .toList();
            if (!some.isEmpty()) {
                var outcome = act.apply(some.get(random.nextInt(some.size())));
                if (!what.equals("change")) {
                    tell(what, outcome);
                }
            }
        }

        private LocalDate today(StationId house) {
            return keeping.station(house).today(keeping.clock.instant());
        }

        private void tell(String what, StayOutcome outcome) {
            if (outcome instanceof StayOutcome.Done(var stay)) {
                count(what);
                stay.history().deadline().ifPresent(until -> keeping.stays.noteHold(new Stays.Hold(until, stay.id())));
                if (what.equals("book")) {
                    assertThereIsRoom(Optional.empty(), stay);
                }
            }
        }

        /** Whoever has just taken a night has taken one that was there. */
        private void assertThereIsRoom(Optional<Stay> before, Stay after) {
            var station = keeping.station(after.station());
            var nights = after.nights();
            var availability = keeping.stays.availability(station, nights.arrive(), nights.depart());
            var had = before.filter(it -> it.roomType().equals(after.roomType()))
                    .map(Stay::held)
                    .orElse(List.of());
            for (var night : after.held()) {
                int places = station.details().places(after.roomType(), night);
                boolean isThere = had.contains(night) || availability.taken(after.roomType(), night) <= places;
                assertTrue(isThere, () -> after.id() + " oversells " + night);
            }
        }

        void look(String where) {
            var books = keeping.books();
            assertEquals(List.of(), books.faults(), where);
            books.nightsByGuestAndYear()
                    .forEach((guest, nights) -> assertTrue(
                            nights <= NIGHTS_PER_YEAR, () -> where + ": " + guest + " has " + nights + " nights"));
            int missing = books.count("no_show");
            if (missing > 0) {
                done.put("no-show", missing);
            }
        }

        private StationId house() {
            return houses.get(random.nextInt(houses.size()));
        }

        private EndStay end() {
            return new EndStay(keeping.stations, keeping.stays, keeping.clock);
        }

        private void count(String what) {
            done.merge(what, 1, Integer::sum);
        }
    }
}
