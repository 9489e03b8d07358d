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
            life.forEach(change -> counts(group, change, report));
            group(group, History.now(life), history.live(Long.MAX_VALUE), report);
        });
        history.registrations().values().forEach(life -> life.forEach(change -> overtaking(change, report)));
    }

    private static void counts(String group, Change change, Report report) {
        var now = History.after(change);
        long takenBefore = change.before().map(it -> it.number("taken")).orElse(0L);
        long waitingBefore = change.before().map(it -> it.number("waiting")).orElse(0L);
        var where = group + " at #" + change.number() + ": ";
        report.unless(now.number("taken") >= 0 && now.number("waiting") >= 0, RULE, where + "counts below zero");
        report.unless(
                now.number("taken") <= takenBefore || now.number("taken") <= now.number("capacity"),
                RULE,
                where + "more places taken than there are");
        report.unless(
                now.number("waiting") <= waitingBefore || now.number("waiting") <= now.number("waitlistCapacity"),
                RULE,
                where + "more wait than may");
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
        report.unless(
                seats.number("taken") == holders,
                RULE,
                group + ": " + seats.number("taken") + " places are taken, " + holders + " people hold one");
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
    }

    private List<Image> inLine(String group) {
        return evidence.world().store.items().entrySet().stream()
                .filter(item ->
                        item.getValue().is("line") && item.getKey().pk().equals(evidence.activity() + "#line#" + group))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Who gets a place at once gets it only when nobody waits for one. */
    private void overtaking(Change made, Report report) {
        var registration = History.after(made);
        if (History.before(made).filter(History::isLive).isPresent() || !History.isLive(registration)) {
            return;
        }
        var seats = evidence.history().seats().getOrDefault(registration.text("group"), List.of());
        long waiting = History.at(seats, made.number() - 1)
                .map(it -> it.number("waiting"))
                .orElse(0L);
        report.unless(
                !History.holdsPlace(registration) || waiting == 0,
                "3 line",
                registration.text("id") + " got a place at #" + made.number() + " though " + waiting + " waited");
        report.unless(
                !History.holdsPlace(registration)
                        || registration
                                .text("status")
                                .equals(evidence.setting().terms().withPlace()),
                RULE,
                registration.text("id") + " got a place at #" + made.number() + " and is "
                        + registration.text("status"));
        report.unless(
                made.number() < evidence.history().cancelled(),
                RULE,
                registration.text("id") + " signed up at #" + made.number() + " for what is cancelled");
    }
}
