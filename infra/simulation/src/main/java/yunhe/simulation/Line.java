package yunhe.simulation;

import java.util.List;
import java.util.Map;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;
import yunhe.testkit.simulation.Change;
import yunhe.testkit.simulation.Image;

/** Rule 3: a freed place goes to the first who waits; nobody moves up after the start or what they ended. */
record Line(Evidence evidence) {

    private static final String RULE = "3 line";

    void check(Report report) {
        evidence.history().registrations().forEach((id, life) -> {
            life.forEach(change -> step(id, change, report));
            atTheEnd(id, History.now(life), report);
        });
    }

    private void step(String id, Change change, Report report) {
        var before = History.before(change);
        var after = History.after(change);
        if (before.isEmpty()) {
            return;
        }
        report.unless(
                History.isLive(before.get())
                        || !History.isLive(after)
                        || before.get().text("status").equals("rejected"),
                RULE,
                id + " came back from " + before.get().text("status") + " to " + after.text("status") + " at #"
                        + change.number());
        if (before.get().text("status").equals("offered")
                && !after.text("status").equals("offered")) {
            offerEnded(id, change, before.get(), after, report);
        }
        if (before.get().text("status").equals("waitlisted") && History.holdsPlace(after)) {
            movedUp(id, change, before.get(), after, report);
        }
    }

    private void offerEnded(String id, Change change, Image before, Image after, Report report) {
        var expiresAt = History.instant(before, "offerExpiresAt");
        boolean accepted = History.holdsPlace(after);
        report.unless(
                !accepted
                        || change.by()
                                .invocation()
                                .map(it -> it.startedAt().isBefore(expiresAt))
                                .orElse(false),
                RULE,
                id + " accepted at #" + change.number() + " what had run out");
        report.unless(
                !accepted
                        || after.text("status")
                                .equals(evidence.setting().terms().withPlace()),
                RULE,
                id + " accepted at #" + change.number() + " and is " + after.text("status"));
        report.unless(
                !after.text("status").equals("expired") || !change.at().isBefore(expiresAt),
                RULE,
                id + " had an offer that ended early, at #" + change.number());
    }

    private void movedUp(String id, Change change, Image before, Image after, Report report) {
        var where = id + " moved up at #" + change.number() + " ";
        var start = evidence.setting().when().startsAt();
        report.unless(
                History.instant(after, "promotedAt").isBefore(start)
                        && change.by()
                                .invocation()
                                .map(it -> it.startedAt().isBefore(start))
                                .orElse(true),
                RULE,
                where + "after the start");
        var terms = evidence.setting().terms();
        report.unless(after.text("status").equals(terms.movedUp()), RULE, where + "and is " + after.text("status"));
        report.unless(
                terms.offerMinutes() == 0
                        || !History.instant(after, "offerExpiresAt").isAfter(start),
                RULE,
                where + "and may answer after the start");
        report.unless(
                change.number() < evidence.history().cancelled(), RULE, where + "after the cancellation of everything");
        long seen = change.by().lookedAfter();
        evidence.history().registrations().forEach((otherId, life) -> {
            boolean stoodInFront = !otherId.equals(id)
                    && waitsInFront(History.at(life, seen).stream().toList(), before)
                    && waitsInFront(History.at(life, change.number()).stream().toList(), before);
            report.unless(!stoodInFront, RULE, where + "before " + otherId + ", who came earlier");
        });
    }

    private static boolean waitsInFront(List<Image> other, Image mover) {
        return other.stream()
                .anyMatch(it -> it.text("status").equals("waitlisted")
                        && it.text("group").equals(mover.text("group"))
                        && it.text("line").compareTo(mover.text("line")) < 0);
    }

    private void atTheEnd(String id, Image now, Report report) {
        var when = evidence.setting().when();
        boolean cancelled = evidence.history().cancelled() != Long.MAX_VALUE;
        if (cancelled) {
            return;
        }
        var status = now.text("status");
        report.unless(
                !status.equals("offered") || evidence.isBefore(History.instant(now, "offerExpiresAt")),
                RULE,
                id + " is offered a place though the offer ran out");
        if (!evidence.isBefore(when.startsAt())) {
            report.unless(
                    !Map.of("waitlisted", 1, "pending", 1, "offered", 1).containsKey(status),
                    RULE,
                    id + " is " + status + " after the start");
        }
        if (!evidence.isBefore(when.endsAt().plus(Setting.When.NO_SHOWS_AFTER))) {
            report.unless(
                    !status.equals("confirmed") || now.has("admittedAt"),
                    RULE,
                    id + " never came and is still confirmed");
        }
        report.unless(
                !status.equals("no_show") || !now.has("admittedAt"),
                "5 admission",
                id + " was admitted and counts as no-show");
    }
}
