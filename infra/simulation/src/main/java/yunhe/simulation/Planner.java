package yunhe.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import yunhe.simulation.Setting.Hall;
import yunhe.simulation.Step.Act;
import yunhe.simulation.Step.Chore;
import yunhe.simulation.Step.Moment;
import yunhe.simulation.Step.Reader;
import yunhe.simulation.Step.Trouble;
import yunhe.simulation.Step.Wish;
import yunhe.testkit.simulation.Fault;

/** Makes a plan of a seed. */
final class Planner {

    /** Far ahead: the embedded store deletes by the real time what is marked to expire. */
    private static final Instant SOME_DAY = Instant.parse("2041-03-20T01:00:00Z");

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));

    private static final List<List<String>> REMINDERS =
            List.of(List.of("P1D", "PT2H"), List.of("PT3H"), List.of("P2D", "P1D", "PT1H", "PT20M"), List.of());

    /** As soon as organisers may ask for them. */
    private static final boolean REVIEWS_AND_OFFERS = true;

    private static final int CALLS_MAX = 9;
    private static final int LEAVING_AT_THE_END = 4;
    private static final int COMING_AT_THE_END = 4;

    private final SplittableRandom random;
    private final int people;
    private final boolean mayBeCancelled;
    private final List<Step> steps = new ArrayList<>();
    private Setting.Terms terms = new Setting.Terms(false, 0, List.of());

    private Planner(long seed, int people) {
        this.random = new SplittableRandom(seed);
        this.people = people / 2 + random.nextInt(people);
        this.mayBeCancelled = random.nextInt(5) == 0;
    }

    /** @param people about how many */
    static Plan plan(long seed, int people) {
        var planner = new Planner(seed, people);
        var setting = planner.setting();
        planner.terms = setting.terms();
        planner.life();
        return new Plan(seed, setting, List.copyOf(planner.steps));
    }

    private Setting setting() {
        int groups = 1 + random.nextInt(2);
        // To some of what is cancelled only few came: nothing but the cancellation is in the way of those who come
        // later.
        boolean isRoomy = mayBeCancelled && random.nextBoolean();
        int placesMax = Math.max(2, (isRoomy ? 2 * people : people / 2) / groups);
        var halls = IntStream.range(0, groups)
                .mapToObj(i ->
                        new Hall(i == 0 ? "women" : "men", random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(placesMax)))
                .toList();
        var now = SOME_DAY.plus(random.nextInt(20), ChronoUnit.DAYS);
        var start = now.plus(3 + random.nextInt(60), ChronoUnit.HOURS);
        var end = start.plus(1 + random.nextInt(5), ChronoUnit.HOURS);
        var closes = random.nextInt(4) == 0 ? start.minus(30, ChronoUnit.MINUTES) : start;
        var cancelUntil = random.nextInt(4) == 0 ? start.minus(1, ChronoUnit.HOURS) : start;
        return new Setting(
                halls,
                random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(placesMax),
                people,
                new Setting.When(ZONES.get(random.nextInt(ZONES.size())), now, start, end, closes, cancelUntil),
                new Setting.Terms(
                        REVIEWS_AND_OFFERS && random.nextInt(5) == 0,
                        REVIEWS_AND_OFFERS && random.nextInt(4) == 0 ? 1 + random.nextInt(90) : 0,
                        REMINDERS.get(random.nextInt(REMINDERS.size()))));
    }

    private void life() {
        opening();
        steps.add(new Step.Settle());
        comingAndGoing();
        steps.add(new Step.Settle());
        if (random.nextBoolean()) {
            steps.add(new Step.Until(Moment.START, Duration.ofHours(-24).plusSeconds(random.nextInt(-5, 60))));
            doors(people * 2);
            steps.add(new Step.Settle());
        }
        steps.add(new Step.Until(Moment.DOORS_OPEN, Duration.ofSeconds(random.nextInt(-3, 3))));
        doors(people * 3);
        if (random.nextBoolean()) {
            steps.add(new Step.Settle());
        }
        steps.add(new Step.Until(Moment.START, Duration.ofSeconds(random.nextInt(-5, 0))));
        doors(people * 3);
        steps.add(new Step.Settle());
        steps.add(new Step.Until(Moment.END, Duration.ofSeconds(random.nextInt(-3, 0))));
        doors(people * 2);
        steps.add(new Step.Settle());
        steps.add(new Step.Until(Moment.NO_SHOWS, Duration.ofSeconds(random.nextInt(-2, 2))));
        aftermath();
        steps.add(new Step.Settle());
    }

    /** Everybody at once. */
    private void opening() {
        for (int i = 0; i < people * 6; i++) {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4, 5 -> ask(Wish.SIGN_UP);
                case 6 -> ask(Wish.AGAIN);
                case 7 -> ask(random.nextInt(4) == 0 ? Wish.SAME_KEY_OTHER_BODY : Wish.CANCEL);
                case 8 -> organise();
                case 9, 10 -> deliver();
                case 11 -> tell();
                default -> go();
            }
        }
    }

    private void comingAndGoing() {
        int end = mayBeCancelled ? random.nextInt(people * 10) : -1;
        for (int i = 0; i < people * 10; i++) {
            if (i == end) {
                cancelAll();
            }
            switch (random.nextInt(30)) {
                case 0, 1, 2 -> ask(Wish.SIGN_UP);
                case 3, 4, 5 -> ask(Wish.CANCEL);
                case 6 -> ask(Wish.AGAIN);
                case 7 -> ask(Wish.CHANGE);
                case 8 -> ask(random.nextBoolean() ? Wish.LOOK : Wish.GUESS);
                case 9 -> ask(Wish.SEND_LINK);
                case 10 -> organise();
                case 11 -> steps.add(new Step.Pass(Duration.ofSeconds(random.nextInt(200))));
                case 12 -> steps.add(new Step.Tick(choice(), trouble(6)));
                case 13, 14, 15 -> deliver();
                case 16, 17 -> tell();
                case 18 -> steps.add(new Step.LoseWakeUps(choice(), 1 + random.nextInt(10)));
                case 19 -> contest();
                default -> go();
            }
        }
    }

    private void doors(int many) {
        for (int i = 0; i < many; i++) {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> steps.add(new Step.AtTheDoor(person(), Act.SCAN, choice(), trouble(3)));
                case 4 -> steps.add(new Step.AtTheDoor(person(), Act.SCAN_AGAIN, choice(), trouble(3)));
                case 5 ->
                    steps.add(new Step.AtTheDoor(
                            person(), random.nextInt(3) == 0 ? Act.UNDO : Act.SCAN, choice(), trouble(3)));
                case 6 -> ask(Wish.CANCEL);
                case 7 -> ask(Wish.SIGN_UP);
                case 8 -> deliver();
                case 9 -> tell();
                case 10 -> steps.add(new Step.Tick(choice(), trouble(6)));
                case 11 -> ask(random.nextBoolean() ? Wish.AGAIN : Wish.CHANGE);
                case 12 -> steps.add(new Step.Pass(Duration.ofMillis(random.nextInt(2_000))));
                case 13 -> organise();
                default -> go();
            }
        }
    }

    private void aftermath() {
        for (int i = 0; i < people * 2; i++) {
            switch (random.nextInt(8)) {
                case 0 -> steps.add(new Step.Tick(choice(), trouble(9)));
                case 1 -> steps.add(new Step.AtTheDoor(person(), Act.SCAN_AGAIN, choice(), trouble(3)));
                case 2 -> ask(Wish.LOOK);
                case 3 -> deliver();
                case 4 -> tell();
                default -> go();
            }
        }
    }

    /** Whatever the terms make possible. */
    private void answer() {
        if (terms.isReviewed()) {
            steps.add(new Step.Organise(Chore.DECIDE, choice(), trouble(CALLS_MAX)));
        }
        if (terms.offerMinutes() > 0) {
            ask(random.nextInt(3) == 0 ? Wish.DECLINE : Wish.ACCEPT);
        }
    }

    private void ask(Wish wish) {
        steps.add(new Step.Ask(person(), wish, choice(), trouble(CALLS_MAX)));
    }

    private void organise() {
        var chores = List.of(
                Chore.LIST, Chore.LIST_AS_STAFF, Chore.LIST_AS_NOBODY, Chore.CANCEL_ONE, Chore.RESIZE, Chore.RESIZE);
        steps.add(new Step.Organise(chores.get(random.nextInt(chores.size())), choice(), trouble(CALLS_MAX)));
    }

    private void deliver() {
        var reader = random.nextInt(3) == 0 ? Reader.PROMOTER : Reader.OUTBOX;
        steps.add(
                new Step.Deliver(reader, choice(), 1 + random.nextInt(12), trouble(reader == Reader.OUTBOX ? 3 : 12)));
    }

    /** People leave while the line moves up. */
    private void contest() {
        ask(Wish.CANCEL);
        go();
        for (int i = 0; i < 2; i++) {
            steps.add(new Step.Deliver(Reader.PROMOTER, choice(), 12, Trouble.NONE));
            ask(Wish.CANCEL);
            go();
        }
    }

    /** Some leave, the line moves up, others find the activity open and are about to take a place: it is cancelled. */
    private void cancelAll() {
        for (int i = 0; i < LEAVING_AT_THE_END; i++) {
            ask(Wish.CANCEL);
            go();
        }
        for (int shard = 0; shard < World.SHARDS; shard++) {
            steps.add(new Step.Deliver(Reader.PROMOTER, shard, 12, Trouble.NONE));
            go();
        }
        for (int i = 0; i < COMING_AT_THE_END; i++) {
            ask(Wish.SIGN_UP);
            go();
        }
        steps.add(new Step.Organise(Chore.CANCEL_ALL, choice(), trouble(3)));
        go();
        ask(Wish.SIGN_UP);
    }

    private void tell() {
        // Often to two at once.
        for (int i = random.nextInt(2); i < 2; i++) {
            steps.add(new Step.Notify(
                    1 + random.nextInt(10), choice(), new Trouble(trouble(14).faults(), random.nextInt(4) == 0)));
        }
    }

    private void go() {
        if (random.nextInt(4) == 0) {
            answer();
        }
        int millis = random.nextInt(12) == 0 ? random.nextInt(4_000) : random.nextInt(30);
        steps.add(new Step.Go(choice(), 1 + random.nextInt(6), millis));
    }

    private int person() {
        return random.nextInt(people);
    }

    private int choice() {
        return random.nextInt(1 << 20);
    }

    private Trouble trouble(int callsMax) {
        var faults = new ArrayList<Fault>();
        for (int i = random.nextInt(4); i < 2; i++) {
            // About half of all processes have a good day.
            if (random.nextInt(2) == 0) {
                var kinds = Fault.Kind.values();
                faults.add(new Fault(1 + random.nextInt(callsMax), kinds[random.nextInt(kinds.length)]));
            }
        }
        return new Trouble(List.copyOf(faults), random.nextInt(12) == 0);
    }
}
