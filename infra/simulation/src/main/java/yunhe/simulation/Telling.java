package yunhe.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.simulation.Letterbox.Letter;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;
import yunhe.testkit.simulation.Change;
import yunhe.testkit.simulation.Image;

/** Rule 4: every fact is told once or dropped because it is late; nothing is told that did not happen. */
final class Telling {

    private static final String RULE = "4 telling";
    private static final Duration CLOSING_WORDS_FOR = Duration.ofDays(3);

    private final Evidence evidence;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    // Reminders that are told with a confirmation, because their moment had passed by then: if at all.
    private final Map<String, Fact> possible = new LinkedHashMap<>();
    private final Map<String, List<Letter>> letters = new HashMap<>();
    private final Map<String, Change> records = new HashMap<>();

    Telling(Evidence evidence) {
        this.evidence = evidence;
        evidence.history().registrations().values().forEach(life -> life.forEach(this::collect));
        for (var id : evidence.history().registrations().keySet()) {
            for (var due : new Reminding(evidence).due()) {
                var fact = new Fact(id, "reminder", due.getEpochSecond(), 0);
                if (!facts.containsKey(fact.id())) {
                    possible.put(fact.id(), fact);
                }
            }
        }
        for (var letter : evidence.world().letterbox.letters()) {
            letters.computeIfAbsent(letter.id(), id -> new ArrayList<>()).add(letter);
        }
        for (var change : evidence.world().store.changes()) {
            change.after()
                    .filter(it -> it.is("notice"))
                    .ifPresent(it -> records.put(id(it.text("about"), it.text("kind"), it.number("fact")), change));
        }
    }

    /** Something that happened to a registration, and when. */
    private record Fact(String about, String kind, long version, long number) {

        String id() {
            return Telling.id(about, kind, version);
        }

        @Override
        public String toString() {
            return kind + " " + version + " of " + about + " (#" + number + ")";
        }
    }

    private static String id(String about, String kind, long version) {
        return new Notice(
                        RegistrationId.parse(about).orElseThrow(),
                        NoticeKind.ofCode(kind).orElseThrow(),
                        version)
                .id();
    }

    /** What is to be told, thought out anew: not by the code under test. */
    private void collect(Change change) {
        var before = History.before(change);
        var after = History.after(change);
        var id = after.text("id");
        var statusBefore = before.map(it -> it.text("status")).orElse("");
        var status = after.text("status");
        if (!statusBefore.equals(status) && !status.equals("no_show")) {
            var kind = status.equals("cancelled") && after.text("endedBy").equals("activity")
                    ? "activity.cancelled"
                    : "registration." + status;
            boolean movedUp = status.equals("confirmed")
                    && List.of("waitlisted", "offered").contains(statusBefore);
            add(new Fact(id, movedUp ? "registration.promoted" : kind, after.number("version"), change.number()));
        }
        long links = after.number("linkRequests");
        if (links > before.map(it -> it.number("linkRequests")).orElse(0L)) {
            add(new Fact(id, "link", links, change.number()));
        }
        var known = before.map(it -> it.numbers("reminders")).orElse(Set.of());
        after.numbers("reminders").stream()
                .filter(due -> !known.contains(due))
                .forEach(due -> add(new Fact(id, "reminder", due, change.number())));
    }

    private void add(Fact fact) {
        facts.put(fact.id(), fact);
    }

    void check(Report report) {
        facts.values().forEach(fact -> once(fact, report));
        possible.values().stream()
                .filter(fact -> records.containsKey(fact.id()))
                .forEach(fact -> once(fact, report));
        letters.forEach((id, copies) -> report.unless(
                facts.containsKey(id) || possible.containsKey(id) && records.containsKey(id),
                RULE,
                "told what did not happen: " + copies.getFirst()));
        letters.values().forEach(copies -> copies.forEach(letter -> inTime(letter, report)));
        nothingAfterTheCancellation(report);
        new Reminding(evidence).check(report);
    }

    private void once(Fact fact, Report report) {
        var record = Optional.ofNullable(records.get(fact.id())).map(History::after);
        var status = record.map(it -> it.text("status")).orElse("nothing");
        var copies = letters.getOrDefault(fact.id(), List.of());
        // A death between the provider's acceptance and the record repeats a message, and nothing else does.
        long excused = copies.stream()
                .filter(letter -> letter.isUnsure() || letter.by().isDead())
                .count();
        switch (status) {
            case "sent" ->
                report.unless(
                        !copies.isEmpty() && copies.size() - excused <= 1,
                        RULE,
                        fact + " was told " + copies.size() + " times: " + copies);
            case "failed", "dropped_late" -> {
                report.unless(copies.size() <= excused, RULE, fact + " was told, and is recorded as " + status);
                report.unless(
                        !status.equals("dropped_late") || mayBeDropped(fact), RULE, fact + " was dropped in time");
            }
            default -> report.add(RULE, fact + " ends as " + status);
        }
    }

    /** At some moment while its teller was at work: it looks first, and writes down later. */
    private boolean wasUntrue(Fact fact, Change record) {
        long first =
                record.by().invocation().map(evidence.world()::startedAfter).orElse(record.number());
        var life = evidence.history().registration(fact.about());
        // Whoever is offered a place for too long is out, whether a schedule has noticed or not.
        return LongStream.rangeClosed(first, record.number())
                .anyMatch(number -> !isTrue(fact.kind(), fact.about(), number)
                        || History.at(life, number)
                                .filter(it -> it.text("status").equals("offered"))
                                .filter(it -> !record.at().isBefore(History.instant(it, "offerExpiresAt")))
                                .isPresent());
    }

    private boolean mayBeDropped(Fact fact) {
        var record = Optional.ofNullable(records.get(fact.id())).orElseThrow();
        return wasUntrue(fact, record)
                || !isInTime(fact, record.at())
                || fact.kind().equals("reminder")
                        && (!isFor(fact, record.number()) || new Reminding(evidence).isQuiet(record.at()));
    }

    /** What was not true any more when its teller began is not told. */
    private void inTime(Letter letter, Report report) {
        var world = evidence.world();
        long seen = world.startedAfter(letter.by());
        report.unless(
                isTrue(letter.kind(), letter.about(), seen)
                        || isTrue(letter.kind(), letter.about(), world.store.lastChange())
                        || becameTrue(letter, seen),
                RULE,
                "told though it was over: " + letter);
        var fact = Optional.ofNullable(facts.getOrDefault(letter.id(), possible.get(letter.id())));
        report.unless(
                !letter.kind().equals("reminder")
                        || !new Reminding(evidence).isQuiet(letter.at())
                        || !new Reminding(evidence).isQuiet(letter.by().startedAt()),
                RULE,
                "reminded at night: " + letter);
        report.unless(
                fact.map(it -> isInTime(it, letter.by().startedAt()) || it.number() > seen)
                        .orElse(true),
                RULE,
                "told though it was too late: " + letter);
        report.unless(
                fact.filter(it -> it.kind().equals("reminder") && !isFor(it, Long.MAX_VALUE))
                        .isEmpty(),
                RULE,
                "reminded of what was just confirmed: " + letter);
    }

    /** It happened while its teller was at work already. */
    private boolean becameTrue(Letter letter, long seen) {
        return Optional.ofNullable(facts.get(letter.id()))
                .filter(fact -> fact.number() > seen)
                .isPresent();
    }

    private boolean isTrue(String kind, String about, long number) {
        var image = History.at(evidence.history().registration(about), number);
        boolean invitation = List.of(
                        "registration.confirmed",
                        "registration.promoted",
                        "registration.waitlisted",
                        "registration.pending",
                        "registration.offered",
                        "reminder")
                .contains(kind);
        return image.filter(it -> holds(kind, it)).isPresent()
                && !(invitation && evidence.history().cancelled() <= number);
    }

    private static boolean holds(String kind, Image registration) {
        return switch (kind) {
            case "link" -> History.isLive(registration);
            case "activity.cancelled" -> registration.text("status").equals("cancelled");
            case "registration.promoted", "reminder" ->
                registration.text("status").equals("confirmed");
            default -> kind.equals("registration." + registration.text("status"));
        };
    }

    /** Whoever was confirmed later has just been told. */
    private boolean isFor(Fact reminder, long number) {
        return History.at(evidence.history().registration(reminder.about()), number)
                .filter(it -> it.has("confirmedAt"))
                .filter(it -> !History.instant(it, "confirmedAt").isAfter(Instant.ofEpochSecond(reminder.version())))
                .isPresent();
    }

    private boolean isInTime(Fact fact, Instant at) {
        var when = evidence.setting().when();
        return switch (fact.kind()) {
            case "reminder" -> new Reminding(evidence).isInTime(Instant.ofEpochSecond(fact.version()), at);
            case "registration.offered" ->
                at.isBefore(when.startsAt())
                        && History.at(evidence.history().registration(fact.about()), fact.number())
                                .filter(it -> at.isBefore(History.instant(it, "offerExpiresAt")))
                                .isPresent();
            case "registration.promoted", "registration.waitlisted", "registration.pending" ->
                at.isBefore(when.startsAt());
            case "registration.confirmed", "link" -> at.isBefore(when.endsAt());
            default -> at.isBefore(when.endsAt().plus(CLOSING_WORDS_FOR));
        };
    }

    private void nothingAfterTheCancellation(Report report) {
        var over = new HashMap<String, Letter>();
        for (var letter : evidence.world().letterbox.letters()) {
            if (letter.kind().endsWith(".cancelled")) {
                over.put(letter.about(), letter);
            } else {
                report.unless(
                        !over.containsKey(letter.about()), RULE, letter + " arrived after " + over.get(letter.about()));
            }
        }
    }
}
