package yunhe.simulation;

import java.util.List;
import java.util.Map;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;
import yunhe.testkit.simulation.Change;
import yunhe.testkit.simulation.Image;

/** Rule 1: never more people than places, never a place lost. */
record Places(Evidence evidence) {

    private static final String RULE = "1 places";

    void check(Report report) {
        var history = evidence.history();
        history.seats().forEach((group, life) -> {
            life.forEach(change -> waiting(group, change, report));
            history.shards(group).forEach(shard -> shard.forEach(change -> taken(group, change, report)));
            group(group, History.now(life), history.live(Long.MAX_VALUE), report);
        });
        history.registrations().values().forEach(life -> life.forEach(change -> gotPlace(change, report)));
    }

    private static void waiting(String group, Change change, Report report) {
        long now = History.after(change).number("waiting");
        long before = change.before().map(it -> it.number("waiting")).orElse(0L);
        var where = group + " at #" + change.number() + ": ";
        report.unless(now >= 0, RULE, where + "fewer than nobody wait");
        report.unless(
                now <= before || now <= History.after(change).number("waitlistCapacity"),
                RULE,
                where + "more wait than may");
    }

    private static void taken(String group, Change change, Report report) {
        var now = History.after(change);
        long before = change.before().map(it -> it.number("taken")).orElse(0L);
        var where = group + " at #" + change.number() + ": ";
        report.unless(now.number("taken") >= 0, RULE, where + "fewer places taken than none");
        report.unless(
                now.number("taken") <= before || now.number("taken") <= now.number("capacity"),
                RULE,
                where + "more places taken than there are");
    }

    private void group(String group, Image seats, Map<String, Image> live, Report report) {
        var own = live.values().stream()
                .filter(it -> it.text("group").equals(group))
                .toList();
        long holders = own.stream().filter(History::holdsPlace).count();
        long waiting = own.size() - holders;
        if (evidence.history().cancelled() != Long.MAX_VALUE) {
            // The places are closed, and nobody gives anything back.
            report.unless(own.isEmpty(), RULE, group + ": everything is cancelled, and " + own.size() + " are not");
            return;
        }
        var shards = evidence.history().shards(group).stream().map(History::now).toList();
        long taken = shards.stream().mapToLong(it -> it.number("taken")).sum();
        // Of somebody who never came back; whoever next needs the place finds it by its mark.
        long unresolved = shards.stream()
                .flatMap(it -> History.marks(it).stream())
                .filter(mark -> own.stream().noneMatch(it -> it.text("place").endsWith("." + mark)))
                .count();
        report.unless(
                taken - unresolved == holders,
                RULE,
                group + ": " + taken + " places are taken, " + unresolved + " of them by nobody yet, " + holders
                        + " people hold one");
        report.unless(
                seats.number("waiting") == waiting && inLine(group).size() == waiting,
                RULE,
                group + ": " + seats.number("waiting") + " are counted as waiting, " + waiting + " wait, "
                        + inLine(group).size() + " stand in line");
        boolean lineMoves = evidence.isBefore(evidence.setting().when().startsAt());
        report.unless(
                !lineMoves || waiting == 0 || holders >= seats.number("capacity"),
                RULE,
                group + ": a place is free, and " + waiting + " wait");
        long most = shards.stream()
                .mapToLong(it -> Math.max(it.number("taken"), it.number("capacity")))
                .sum();
        report.unless(
                most <= Math.max(taken, seats.number("capacity")),
                RULE,
                group + ": its shards have " + most + " places, itself " + seats.number("capacity"));
    }

    private List<Image> inLine(String group) {
        return evidence.world().store.items().entrySet().stream()
                .filter(item ->
                        item.getValue().is("line") && item.getKey().pk().equals(evidence.activity() + "#line#" + group))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Who gets a place at once gets it only when nobody waits for one: at the moment of the claim. */
    private void gotPlace(Change made, Report report) {
        var registration = History.after(made);
        if (History.before(made).filter(History::isLive).isPresent() || !History.isLive(registration)) {
            return;
        }
        var where = registration.text("id") + " got a place at #" + made.number();
        if (!History.holdsPlace(registration)) {
            report.unless(
                    made.number() < evidence.history().cancelled(),
                    RULE,
                    registration.text("id") + " waits at #" + made.number() + " for what is cancelled");
            return;
        }
        var claim = evidence.history().claim(registration);
        if (claim.isEmpty()) {
            report.add(RULE, where + " that nobody claimed");
            return;
        }
        var seats = evidence.history().seats().getOrDefault(registration.text("group"), List.of());
        long waiting = History.at(seats, claim.get().number() - 1)
                .map(it -> it.number("waiting"))
                .orElse(0L);
        report.unless(waiting == 0, "3 line", where + " though " + waiting + " waited when it was claimed");
        report.unless(
                registration.text("status").equals(evidence.setting().terms().withPlace()),
                RULE,
                where + " and is " + registration.text("status"));
        report.unless(
                claim.get().number() < evidence.history().cancelled(),
                RULE,
                where + " in what was cancelled when it was claimed");
    }
}
