package yunhe.simulation;

import java.time.OffsetDateTime;
import java.util.List;
import yunhe.simulation.Call.Purpose;
import yunhe.simulation.Exchange.Answer;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;
import yunhe.testkit.simulation.Change;
import yunhe.testkit.simulation.Image;

/** Rule 5: a ticket admits once, the second scan says when and where the first was, a cancelled one does not admit. */
record Admission(Evidence evidence) {

    private static final String RULE = "5 admission";

    void check(Report report) {
        evidence.history().registrations().forEach((id, life) -> life.forEach(change -> admitted(id, change, report)));
        for (var exchange : evidence.world().exchanges) {
            if (exchange.call().purpose() == Purpose.SCAN) {
                exchange.answer().filter(Answer::isGood).ifPresent(answer -> answered(exchange, answer, report));
            }
        }
    }

    private void admitted(String id, Change change, Report report) {
        var after = History.after(change);
        var nonce = after.text("admittedNonce");
        var before = change.before();
        if (nonce.isEmpty()
                || before.map(it -> it.text("admittedNonce")).orElse("").equals(nonce)) {
            return;
        }
        var where = id + " was admitted at #" + change.number() + " ";
        report.unless(
                before.map(it -> it.text("status")).orElse("").equals("confirmed"),
                RULE,
                where + "without being confirmed");
        report.unless(before.filter(it -> it.has("admittedAt")).isEmpty(), RULE, where + "a second time");
        var when = evidence.setting().when();
        var at = History.instant(after, "admittedAt");
        report.unless(
                !at.isBefore(when.doorsOpenAt()) && at.isBefore(when.endsAt()),
                RULE,
                where + "while the doors were closed");
        report.unless(
                change.by()
                        .invocation()
                        .map(it -> evidence.world().startedAfter(it))
                        .map(started -> started < evidence.history().cancelled() || rememberedFor(change))
                        .orElse(true),
                RULE,
                where + "after everything was cancelled");
    }

    /** A door may have remembered the activity for some seconds. */
    private boolean rememberedFor(Change change) {
        return evidence.history().activity().stream()
                .filter(it -> it.number() == evidence.history().cancelled())
                .anyMatch(it -> change.at().isBefore(it.at().plusSeconds(40)));
    }

    private void answered(Exchange exchange, Answer answer, Report report) {
        var call = exchange.call();
        var span = exchange.span();
        var life = evidence.history().registration(call.about());
        var seen = History.during(life, span.firstChange(), span.lastChange());
        var nonce = Json.read(call.sent().body()).path("nonce").asText();
        var result = answer.text("result");
        var where = "scan " + nonce + " of " + call.about() + " was answered " + answer.json();
        boolean justified = switch (result) {
            case "admitted" ->
                life.stream()
                        .filter(change -> change.number() <= span.lastChange())
                        .map(History::after)
                        .anyMatch(it -> it.text("admittedNonce").equals(nonce) && tellsOf(it, answer));
            case "already_admitted" -> seen.stream().anyMatch(it -> tellsOf(it, answer));
            case "revoked" ->
                isReplaced(life, span.lastChange())
                        || seen.stream().anyMatch(it -> it.text("status").equals("cancelled"))
                        || evidence.history().cancelled() <= span.lastChange();
            case "not_confirmed" ->
                seen.stream().anyMatch(it -> !it.text("status").equals("confirmed") || undoneWith(nonce, life));
            case "too_early" -> span.from().isBefore(evidence.setting().when().doorsOpenAt());
            case "too_late" -> !span.to().isBefore(evidence.setting().when().endsAt());
            default -> false;
        };
        report.unless(justified, RULE, where);
    }

    /** A scan that was taken back does not admit when its sender repeats it. */
    private static boolean undoneWith(String nonce, List<Change> life) {
        return life.stream()
                .anyMatch(change -> change.before()
                                .filter(before -> before.text("admittedNonce").equals(nonce))
                                .isPresent()
                        && !History.after(change).has("admittedAt"));
    }

    private boolean isReplaced(List<Change> life, long last) {
        if (life.isEmpty()) {
            return false;
        }
        var key = life.getLast().key();
        return evidence.world().store.changes().stream()
                .anyMatch(change -> change.number() <= last
                        && change.number() > life.getLast().number()
                        && change.key().equals(key));
    }

    private static boolean tellsOf(Image registration, Answer answer) {
        return registration.has("admittedAt")
                && OffsetDateTime.parse(answer.text("admittedAt"))
                        .toInstant()
                        .equals(History.instant(registration, "admittedAt"))
                && answer.text("admittedBy").equals(registration.text("admittedBy"));
    }
}
