package yunhe.notifications.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.notice.Digests;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;
import yunhe.notifications.channel.Channel;
import yunhe.notifications.channel.ChannelUnavailable;
import yunhe.notifications.channel.Delivery;
import yunhe.notifications.channel.RobotMessage;
import yunhe.notifications.message.DigestEntry;
import yunhe.notifications.message.DigestText;

/**
 * Tells every robot what came in since its last digest: take the turn, count, send one message, write down. Each robot
 * stands for itself, so that one that is away misses nothing and the others hear nothing twice.
 *
 * <p>A robot that refuses stays where it was, like one that is away: it is nearly always its settings, and when they
 * are mended the next digest tells it all. Only a death between the platform's acceptance and our record repeats a
 * digest.
 */
public final class Digest {

    /** Before the first digest. */
    static final Duration FIRST_LOOKS_BACK = Duration.ofDays(1);

    /** For how long missed digests are made up for. */
    static final Duration CATCH_UP = Duration.ofDays(7);

    /** Whoever is younger waits for the next digest: by then it is sure to be seen by a read of any replica. */
    static final Duration SETTLED_AFTER = Duration.ofMinutes(2);

    private static final int RECORD_ATTEMPTS_MAX = 3;

    private final Digests digests;
    private final Intake intake;
    private final Map<String, Channel<RobotMessage>> robots;
    private final DigestText text;
    private final Clock clock;

    /** @param robots by the name under which each is remembered */
    public Digest(
            Digests digests, Intake intake, Map<String, Channel<RobotMessage>> robots, DigestText text, Clock clock) {
        this.digests = digests;
        this.intake = intake;
        this.robots = robots;
        this.text = text;
        this.clock = clock;
    }

    /** @throws IllegalStateException when a robot could not be told, after the others were */
    public void tell() {
        var until = clock.instant().minus(SETTLED_AFTER);
        var untold = new ArrayList<String>();
        var due = takeTurns(untold);
        if (!due.isEmpty()) {
            var counted = count(due, until);
            for (var one : due) {
                if (!tell(one, window(one.turn(), until), counted)) {
                    untold.add(one.turn().robot());
                }
            }
        }
        if (!untold.isEmpty()) {
            throw new IllegalStateException("not told: " + untold);
        }
    }

    private record Due(Digests.Turn turn, Channel<RobotMessage> robot) {}

    private List<Due> takeTurns(List<String> untold) {
        var due = new ArrayList<Due>();
        robots.forEach((name, robot) -> {
            try {
                digests.take(name, clock.instant()).ifPresent(turn -> due.add(new Due(turn, robot)));
            } catch (StoreUnavailable cause) {
                log("digest.untold", name, String.valueOf(cause.getMessage()));
                untold.add(name);
            }
        });
        return due;
    }

    /** Everybody is read once, however many robots there are. */
    private List<Intake.Counted> count(List<Due> due, Instant until) {
        var earliest = due.stream()
                .map(one -> window(one.turn(), until))
                .min(Comparator.comparing(Window::from))
                .orElseThrow();
        try {
            return intake.read(earliest);
        } catch (StoreUnavailable cause) {
            due.forEach(one -> digests.giveBack(one.turn(), clock.instant()));
            throw cause;
        }
    }

    private static Window window(Digests.Turn turn, Instant until) {
        var from = turn.reached().orElse(until.minus(FIRST_LOOKS_BACK));
        var oldest = until.minus(CATCH_UP);
        return new Window(from.isBefore(oldest) ? oldest : from, until);
    }

    private boolean tell(Due due, Window window, List<Intake.Counted> counted) {
        var turn = due.turn();
        var entries = counted.stream()
                .flatMap(activity -> activity.in(window).stream())
                .sorted(Comparator.comparing(entry -> entry.activity().times().startsAt()))
                .toList();
        try {
            var failure = entries.isEmpty() ? Optional.<String>empty() : send(due, window, entries);
            if (failure.isPresent()) {
                log("digest.untold", turn.robot(), failure.get());
                digests.giveBack(turn, clock.instant());
                return false;
            }
            record(turn, window);
        } catch (StoreUnavailable cause) {
            log("digest.untold", turn.robot(), String.valueOf(cause.getMessage()));
            return false;
        }
        log(entries.isEmpty() ? "digest.nothing" : "digest.sent", turn.robot(), entries.size() + " activities");
        return true;
    }

    /** Why it did not go out. */
    private Optional<String> send(Due due, Window window, List<DigestEntry> entries) {
        var message = text.write(due.turn().robot() + " until " + window.until(), entries);
        try (var line = due.robot().open()) {
            return switch (line.send(message)) {
                case Delivery.Sent() -> Optional.empty();
                case Delivery.Refused(var reason) -> Optional.of(reason);
            };
        } catch (ChannelUnavailable cause) {
            return Optional.of(String.valueOf(cause.getMessage()));
        }
    }

    /** It is out: now the record is worth more than one attempt, because without it the digest would be repeated. */
    private void record(Digests.Turn turn, Window window) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (window.isEmpty()) {
                    digests.giveBack(turn, clock.instant());
                } else {
                    digests.reached(turn, window.until(), clock.instant());
                }
                return;
            } catch (StoreUnavailable cause) {
                if (attempt == RECORD_ATTEMPTS_MAX) {
                    throw cause;
                }
            }
        }
    }

    private static void log(String event, String robot, String detail) {
        Log.event(event, Map.of("robot", robot, "detail", detail));
    }
}
