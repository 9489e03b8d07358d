package yunhe.bench.cost;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does everything that people do, and counts what each took with all that followed from it. */
final class Actions {

    static final String SIGN_UP = "sign-up with one contact";
    static final String RUSH = "sign-up, of 1,000 for one group, ten at a time";
    static final String SCAN = "scan at the door";
    static final String REMINDER = "reminder, of 100 at one gathering";
    static final String BOOKING = "stay of three nights: booking";
    static final String CHECK_IN = "stay: check-in at the door";
    static final String CHECK_OUT = "stay: check-out";

    private static final int TIMES = 10;
    private static final int TICKS_AN_HOUR = 12;
    private static final int RUSH_PEOPLE = 1_000;
    private static final int AT_ONCE = 10;
    private static final int REMINDED = 100;
    private static final int NIGHTS = 3;
    private static final Duration TICK = Duration.ofMinutes(5);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Deployment deployment;
    private final People people;
    private final List<Action> actions = new ArrayList<>();

    private Actions(Deployment deployment) {
        this.deployment = deployment;
        this.people = new People(deployment);
    }

    /** Each on average, in a process that has done the same before. */
    static List<Action> all() {
        try (var deployment = new Deployment()) {
            var actions = new Actions(deployment);
            actions.pages();
            actions.signUps();
            actions.line();
            actions.door();
            actions.stays();
            actions.reminders();
            actions.nothingDue();
            return List.copyOf(actions.actions);
        }
    }

    /** What a schedule costs while nothing is due. */
    static String idle(String function) {
        return function + "'s tick with nothing due";
    }

    private void pages() {
        var gathering = people.gathering(far(), 10, 0, "");
        var page = gathering.replace("/gatherings/", "/g/");
        people.open(page);
        measure("opening the page of an activity", TIMES, time -> people.open(page));
        people.open("/");
        measure("opening the list of activities, one on it", TIMES, time -> people.open("/"));
    }

    private void signUps() {
        var gathering = people.gathering(far(), 1_000, 0, "");
        people.signUp(gathering);
        var held = new ArrayList<People.Held>();
        measure(SIGN_UP, TIMES, time -> held.add(people.signUp(gathering)));
        measure("sign-up with two contacts", TIMES, time -> people.signUp(gathering, 201, people.phone()));
        measure("cancellation", TIMES, time -> people.cancel(held.get(time)));

        var hot = people.gathering(far(), RUSH_PEOPLE, 0, "");
        measure(RUSH, RUSH_PEOPLE / AT_ONCE, AT_ONCE, time -> {
            for (int person = 0; person < AT_ONCE; person++) {
                people.signUp(hot);
            }
        });
        people.signUp(hot, 409, "");
        measure("sign-up refused because all is taken", TIMES, time -> people.signUp(hot, 409, ""));
    }

    private void line() {
        var gathering = people.gathering(far(), 1, TIMES + 1, "");
        var held = new ArrayList<>(List.of(people.signUp(gathering), people.signUp(gathering)));
        measure("joining the waiting list", TIMES, time -> held.add(people.signUp(gathering)));
        measure("cancellation, and whoever waits moves up", TIMES, time -> people.cancel(held.get(time)));
    }

    private void door() {
        var gathering = people.gathering(deployment.clock.instant().plus(Duration.ofHours(1)), 2 * TIMES, 0, "");
        var tickets = IntStream.range(0, TIMES + 1)
                .mapToObj(person -> people.signUp(gathering).ticket())
                .toList();
        people.scan(tickets.get(TIMES));
        measure(SCAN, TIMES, time -> people.scan(tickets.get(time)));
        measure("scan of a ticket that was admitted before", TIMES, time -> people.scan(tickets.get(time)));
    }

    private void stays() {
        var station = people.station(2 * TIMES);
        var arrive = LocalDate.ofInstant(deployment.clock.instant(), ZONE).plusDays(1);
        people.book(station, arrive, NIGHTS);
        var stays = new ArrayList<People.Held>();
        measure(BOOKING, TIMES, time -> stays.add(people.book(station, arrive, NIGHTS)));
        var tickets = stays.stream().map(people::ticket).toList();
        deployment.clock.moveTo(arrive.atTime(15, 0).atZone(ZONE).toInstant());
        measure(CHECK_IN, TIMES, time -> people.scan(tickets.get(time)));
        deployment.clock.moveTo(
                arrive.plusDays(NIGHTS).atTime(9, 0).atZone(ZONE).toInstant());
        measure(CHECK_OUT, TIMES, time -> people.checkOut(stays.get(time)));
    }

    private void reminders() {
        var startsAt = deployment.clock.instant().plus(Duration.ofDays(2));
        var gathering = people.gathering(startsAt, REMINDED, 0, "\"P1D\"");
        IntStream.range(0, REMINDED).forEach(person -> people.signUp(gathering));
        deployment.settle(); // Whoever gets a place after a reminder was due is reminded with the confirmation.
        deployment.tick("RemindersFunction");
        deployment.clock.moveTo(startsAt.minus(Duration.ofDays(1)).minus(TICK));
        deployment.tick("RemindersFunction");
        deployment.clock.advance(TICK);
        measure(REMINDER, 1, REMINDED, time -> deployment.tick("RemindersFunction"));
    }

    /** Through one hour, in which the watermark moves once. */
    private void nothingDue() {
        for (var function : Idle.scheduled(Deployment.template())) {
            deployment.tick(function);
            deployment.settle();
            deployment.tick(function);
            measure(idle(function), TICKS_AN_HOUR, time -> {
                deployment.clock.advance(TICK);
                deployment.tick(function);
            });
        }
    }

    private void measure(String name, int times, IntConsumer act) {
        measure(name, times, 1, act);
    }

    /** @param each how many of it happen at a time */
    private void measure(String name, int times, int each, IntConsumer act) {
        var usage = Usage.NOTHING;
        for (int time = 0; time < times; time++) {
            deployment.settle();
            deployment.taken();
            act.accept(time);
            deployment.settle();
            usage = usage.plus(deployment.taken());
        }
        actions.add(new Action(name, usage.dividedBy((double) times * each)));
    }

    /** Nothing is due before everything is measured. */
    private Instant far() {
        return deployment.clock.instant().plus(Duration.ofDays(30));
    }
}
