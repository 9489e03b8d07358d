package yunhe.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import yunhe.simulation.Call.Purpose;
import yunhe.simulation.Step.Reader;
import yunhe.simulation.Step.Trouble;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.simulation.Invocation;

/** Carries out one plan, and holds what comes of it against the rules whenever everything has come to rest. */
final class Simulation {

    private static final int ROUNDS_MAX = 100;
    private static final int BATCH_MAX = 100;
    private static final int MESSAGES_MAX = 10;

    /** Nobody asks for these again when no answer comes. */
    private static final Set<Purpose> NOT_WORTH_REPEATING = Set.of(Purpose.LOOK, Purpose.GUESS);

    private final Plan plan;
    private final World world;
    private final People people;
    private final Organiser organiser;
    private final Doors doors;
    private final List<Call> unanswered = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private Simulation(EmbeddedStore store, Plan plan, Tampering tampering) {
        this.plan = plan;
        this.world = new World(store, plan, tampering);
        this.people = new People(plan.setting());
        this.organiser = new Organiser(plan.setting());
        this.doors = new Doors(world.functions.environment);
    }

    /**
     * What came of a plan.
     *
     * @param calls how often the store was called
     * @param answers what was asked and answered, letters, deaths, each so often
     */
    record Outcome(List<Violation> violations, List<String> story, long calls, Map<String, Integer> answers) {

        boolean isGood() {
            return violations.isEmpty();
        }
    }

    /** The store is left empty. */
    static Outcome run(EmbeddedStore store, Plan plan, Tampering tampering) {
        var simulation = new Simulation(store, plan, tampering);
        try {
            simulation.run();
        } finally {
            simulation.world.store.clear();
        }
        var world = simulation.world;
        return new Outcome(
                List.copyOf(simulation.violations), List.copyOf(world.story), world.store.calls(), tally(world));
    }

    private static Map<String, Integer> tally(World world) {
        var tally = new TreeMap<String, Integer>();
        for (var exchange : world.exchanges) {
            var answer = exchange.answer()
                    .map(it -> it.status() + " " + (it.isGood() ? it.text("status") + it.text("result") : it.code()))
                    .orElse("no answer");
            tally.merge(exchange.call().purpose() + " " + answer, 1, Integer::sum);
        }
        world.letterbox.letters().forEach(letter -> tally.merge("letter " + letter.kind(), 1, Integer::sum));
        world.invocations().stream().filter(Invocation::isDead).forEach(it -> tally.merge("deaths", 1, Integer::sum));
        return tally;
    }

    private void run() {
        send(organiser.create(), 0, Trouble.NONE);
        world.finishAll();
        send(organiser.publish(), 0, Trouble.NONE);
        world.finishAll();
        for (var step : plan.steps()) {
            take(step);
            if (!violations.isEmpty()) {
                return;
            }
        }
        settle();
    }

    private void take(Step step) {
        switch (step) {
            case Step.Ask ask -> call(ask).ifPresent(call -> send(call, ask.choice(), ask.trouble()));
            case Step.Organise it -> call(it).ifPresent(call -> send(call, it.choice(), it.trouble()));
            case Step.AtTheDoor it -> call(it).ifPresent(call -> send(call, it.choice(), it.trouble()));
            case Step.Deliver(var reader, int shard, int size, var trouble) ->
                world.deliver(reader, shard, size, trouble);
            case Step.LoseWakeUps(int shard, int size) -> world.loseWakeUps(shard, size);
            case Step.Notify(int size, int choice, var trouble) -> world.notify(size, choice, trouble);
            case Step.Tick(int choice, var trouble) -> world.tick(choice, trouble);
            case Step.Go(int choice, int calls, int millis) -> world.go(choice, calls, Duration.ofMillis(millis));
            case Step.Pass(var time) -> world.clock.advance(time);
            case Step.Until(var moment, var offset) -> {
                var when = plan.setting().when();
                var at = switch (moment) {
                    case DOORS_OPEN -> when.doorsOpenAt();
                    case START -> when.startsAt();
                    case END -> when.endsAt();
                    case NO_SHOWS -> when.endsAt().plus(Setting.When.NO_SHOWS_AFTER);
                };
                world.clock.moveTo(at.plus(offset));
                world.tell("it is " + moment + " " + offset);
            }
            case Step.Settle() -> settle();
        }
    }

    private Optional<Call> call(Step.Ask ask) {
        var activity = organiser.activity();
        int person = ask.person();
        int choice = ask.choice();
        return switch (ask.wish()) {
            case SIGN_UP -> Optional.of(people.signUp(activity, person, choice));
            case SAME_KEY_OTHER_BODY -> people.sameKeyOtherBody(person, choice);
            case AGAIN -> unansweredOf(person).or(() -> people.signUpAgain(person, choice));
            case LOOK -> people.look(activity, person, choice);
            case CHANGE -> people.change(activity, person, choice);
            case CANCEL -> people.cancel(activity, person, choice);
            case SEND_LINK -> Optional.of(people.sendLink(activity, person, choice));
            case ACCEPT -> people.answerOffer(activity, person, true);
            case DECLINE -> people.answerOffer(activity, person, false);
            case GUESS -> people.guess(activity, person, choice);
        };
    }

    private Optional<Call> call(Step.Organise organise) {
        int choice = organise.choice();
        return switch (organise.chore()) {
            case LIST -> Optional.of(organiser.list());
            case LIST_AS_STAFF -> Optional.of(organiser.listAsStaff());
            case LIST_AS_NOBODY -> Optional.of(organiser.listAsNobody());
            case CANCEL_ONE -> organiser.cancelOne(people.all(), choice);
            case DECIDE -> organiser.decide(people.all(), choice);
            case RESIZE -> Optional.of(organiser.resize(choice));
            case CANCEL_ALL -> Optional.of(organiser.cancelAll());
        };
    }

    private Optional<Call> call(Step.AtTheDoor at) {
        var held = at.choice() % 5 == 0 ? people.any(at.person(), at.choice()) : people.latest(at.person());
        return switch (at.act()) {
            case SCAN -> doors.scan(at.person(), held, at.choice());
            case SCAN_AGAIN -> doors.scanAgain(at.person());
            case UNDO -> doors.undo(held);
        };
    }

    private Optional<Call> unansweredOf(int person) {
        var name = Call.Caller.person(person).name();
        var call = unanswered.stream()
                .filter(it -> it.caller().name().equals(name))
                .findFirst();
        call.ifPresent(unanswered::remove);
        return call;
    }

    private void send(Call call, int choice, Trouble trouble) {
        world.http(call, choice, trouble, this::heard);
    }

    private void heard(Exchange exchange) {
        var call = exchange.call();
        var answer = exchange.answer().filter(it -> !it.isNone());
        if (answer.isEmpty()) {
            if (!NOT_WORTH_REPEATING.contains(call.purpose())) {
                unanswered.add(call);
            }
            return;
        }
        people.learn(call, answer.get());
        organiser.learn(call, answer.get());
    }

    private void settle() {
        world.tell("everything comes to rest");
        for (int round = 0; round < ROUNDS_MAX; round++) {
            comeToRest();
            long before = world.store.lastChange();
            var from = world.clock.instant();
            world.tick(1, Trouble.NONE);
            world.finishAll();
            // A tick takes time, and cannot have seen what became due meanwhile.
            if (world.store.lastChange() != before || !isAtRest() || world.becameDueAfter(from)) {
                continue;
            }
            var task = world.nextTask();
            if (task.isPresent()) {
                world.clock.moveTo(task.get());
            } else {
                world.tell("is at rest");
                violations.addAll(new Rules(world, plan.setting(), organiser.activity()).check());
                return;
            }
        }
        violations.addAll(new Rules(world, plan.setting(), organiser.activity()).checkFaults());
        violations.add(new Violation("0 rest", "it does not come to rest in " + ROUNDS_MAX + " rounds"));
    }

    private boolean isAtRest() {
        return unanswered.isEmpty() && world.isDrained() && world.queue.isEmpty();
    }

    private void comeToRest() {
        world.finishAll();
        var again = List.copyOf(unanswered);
        unanswered.clear();
        for (var call : again) {
            send(call, 1, Trouble.NONE);
            world.finishAll();
        }
        for (int shard = 0; shard < World.SHARDS; shard++) {
            for (var reader : Reader.values()) {
                while (world.canDeliver(reader, shard)) {
                    world.deliver(reader, shard, BATCH_MAX, Trouble.NONE);
                    world.finishAll();
                }
            }
        }
        world.queue.nextVisible().ifPresent(world.clock::moveTo);
        world.notify(MESSAGES_MAX, 1, Trouble.NONE);
        world.finishAll();
    }
}
