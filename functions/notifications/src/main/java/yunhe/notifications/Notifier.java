package yunhe.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Reminder;
import yunhe.core.notice.News;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.NoticeRecord.Outcome;
import yunhe.core.notice.Notices;
import yunhe.core.notice.Unreachable;
import yunhe.core.notice.Unreachables;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;
import yunhe.notifications.channel.ChannelUnavailable;
import yunhe.notifications.message.Occasion;

/**
 * Tells one fact to one person, once: claim, look whether it still holds, send, write down.
 *
 * <p>Whoever dies after the claim is followed by another when the claim ends. Only a death between the provider's
 * acceptance and our record of it can repeat a message, and then under the same id.
 */
final class Notifier {

    private static final int RECORD_ATTEMPTS_MAX = 3;

    private final Notices notices;
    private final Unreachables unreachables;
    private final Rolls rolls;
    private final Manners manners;
    private final Clock clock;

    Notifier(Notices notices, Unreachables unreachables, Rolls rolls, Manners manners, Clock clock) {
        this.notices = notices;
        this.unreachables = unreachables;
        this.rolls = rolls;
        this.manners = manners;
        this.clock = clock;
    }

    Result tell(Notice notice, Post.Round post) {
        try {
            var told = tellOne(notice, post);
            return told instanceof Result.Done done && givesPlace(notice) ? tellWhatIsDue(notice, done, post) : told;
        } catch (StoreUnavailable cause) {
            log("notice.postponed", notice, String.valueOf(cause.getMessage()));
            return new Result.ComeAgain();
        }
    }

    /** For what was tried often enough: an organiser finds it in the list, and the message goes to the dead letters. */
    Result giveUp(Notice notice) {
        try {
            var result = giveUpOne(notice);
            if (givesPlace(notice)) {
                for (var reminder : rolls.find(notice).map(this::reminders).orElse(List.of())) {
                    result = result instanceof Result.GivenUp ? giveUpOne(reminder) : result;
                }
            }
            return result;
        } catch (StoreUnavailable cause) {
            log("notice.postponed", notice, String.valueOf(cause.getMessage()));
            return new Result.ComeAgain();
        }
    }

    private Result giveUpOne(Notice notice) {
        return switch (notices.claim(notice, clock.instant())) {
            case Notices.Claim.Settled() -> new Result.GivenUp();
            case Notices.Claim.Taken() -> new Result.ComeAgain();
            case Notices.Claim.Mine mine -> {
                log("notice.given_up", notice, NoticeRecord.Reason.GIVEN_UP);
                notices.settle(mine, Outcome.givenUp(), clock.instant());
                yield new Result.GivenUp();
            }
        };
    }

    private Result tellOne(Notice notice, Post.Round post) {
        if (isCancellation(notice) && anotherIsUnderWay(notice)) {
            return new Result.ComeAgain();
        }
        return switch (notices.claim(notice, clock.instant())) {
            case Notices.Claim.Settled() -> Result.DONE;
            case Notices.Claim.Taken() -> new Result.ComeAgain();
            case Notices.Claim.Mine mine -> tell(mine, post);
        };
    }

    /**
     * A message that is being sent while its registration or stay is cancelled must not arrive after the word of the
     * cancellation. Whatever is claimed later than this look finds it cancelled, and is dropped.
     */
    private boolean anotherIsUnderWay(Notice cancellation) {
        var now = clock.instant();
        return notices.about(cancellation.about()).stream()
                .anyMatch(other -> !other.notice().equals(cancellation) && other.isUnderWay(now));
    }

    /**
     * Reminders whose moment has passed when somebody gets a place: the fan-out may have gone by without them. Most are
     * too late, and are written down as that. They come after the confirmation, also when it was settled before:
     * whoever dies in between leaves the message in the queue, and its next reader ends up here.
     */
    private Result tellWhatIsDue(Notice place, Result.Done told, Post.Round post) {
        var entry = told.seen().or(() -> rolls.find(place));
        Result worst = told;
        for (var reminder : entry.map(this::reminders).orElse(List.of())) {
            var result = tellOne(reminder, post);
            worst = worst instanceof Result.Done ? result : worst;
        }
        return worst;
    }

    /** Those that are due; or, when the place is gone, those that somebody claimed and died over, to be dropped. */
    private List<Notice> reminders(Entry entry) {
        if (!(entry instanceof Entry.OfActivity(var registration, var activity))) {
            return List.of();
        }
        var now = clock.instant();
        return registration.status() == Status.CONFIRMED
                ? Reminder.of(activity).stream()
                        .filter(reminder -> reminder.isDue(now))
                        .map(reminder -> Notice.of(reminder, registration))
                        .toList()
                : notices.about(registration.id()).stream()
                        .filter(record -> record.status() == NoticeRecord.Status.QUEUED)
                        .map(NoticeRecord::notice)
                        .filter(notice -> notice.kind() == NoticeKind.REMINDER)
                        .toList();
    }

    private Result tell(Notices.Claim.Mine claim, Post.Round post) {
        Verdict verdict;
        try {
            verdict = verdict(claim.notice(), post);
        } catch (ChannelUnavailable | StoreUnavailable cause) {
            log("notice.postponed", claim.notice(), String.valueOf(cause.getMessage()));
            notices.release(claim, clock.instant());
            return new Result.ComeAgain();
        }
        return switch (verdict) {
            case Verdict.Settled(var outcome, var seen) -> record(claim, outcome, seen);
            case Verdict.Later(var then) -> {
                notices.release(claim, clock.instant());
                yield new Result.NotBefore(then);
            }
        };
    }

    private Verdict verdict(Notice notice, Post.Round post) {
        var found = rolls.find(notice);
        if (found.isEmpty()) {
            return new Verdict.Settled(Outcome.dropped(NoticeRecord.Reason.OUTDATED), found);
        }
        var entry = found.get();
        var now = clock.instant();
        var objection = entry.objection(notice, now);
        if (objection.isPresent()) {
            return new Verdict.Settled(Outcome.dropped(objection.get()), found);
        }
        return switch (manners.about(notice, entry, now)) {
            case Manners.Answer.Go() -> new Verdict.Settled(send(notice, entry, post), found);
            case Manners.Answer.Drop(var reason) -> new Verdict.Settled(Outcome.dropped(reason), found);
            case Manners.Answer.Later(var then) -> new Verdict.Later(then);
        };
    }

    private Outcome send(Notice notice, Entry entry, Post.Round post) {
        var now = clock.instant();
        var posted = post.send(entry.occasion(notice, earlier(notice), now));
        boolean refused = posted.status() == NoticeRecord.Status.FAILED
                && posted.channel().isPresent();
        if (refused && notice.about() instanceof RegistrationId registration) {
            // Before the record: whoever dies in between asks the provider again, and is refused again.
            unreachables.mark(new Unreachable(registration, posted.channel().get(), posted.reason(), now));
        }
        return new Outcome(
                posted.status(), posted.channel(), Optional.of(posted.reason()).filter(reason -> !reason.isEmpty()));
    }

    private static boolean isCancellation(Notice notice) {
        return notice.kind().news() == News.CANCELLED || notice.kind().news() == News.CALLED_OFF;
    }

    /** In an activity, which may have reminders; a stay has none. */
    private static boolean givesPlace(Notice notice) {
        return notice.kind() == NoticeKind.CONFIRMED || notice.kind() == NoticeKind.PROMOTED;
    }

    /** What went out to the person, or may have; asked only where the message depends on it. */
    private List<Notice> earlier(Notice notice) {
        return Occasion.looksBack(notice.kind())
                ? notices.about(notice.about()).stream()
                        .filter(record -> record.status() == NoticeRecord.Status.SENT
                                || record.status() == NoticeRecord.Status.QUEUED)
                        .map(NoticeRecord::notice)
                        .toList()
                : List.of();
    }

    /** It is out: now the record is worth more than one attempt, because without it the message would be repeated. */
    private Result record(Notices.Claim.Mine claim, Outcome outcome, Optional<Entry> seen) {
        for (int attempt = 1; ; attempt++) {
            try {
                notices.settle(claim, outcome, clock.instant());
                log(
                        "notice." + outcome.status().code(),
                        claim.notice(),
                        outcome.reason().orElse(""));
                return new Result.Done(seen);
            } catch (StoreUnavailable cause) {
                if (attempt == RECORD_ATTEMPTS_MAX) {
                    throw cause;
                }
            }
        }
    }

    private static void log(String event, Notice notice, String reason) {
        Log.event(
                event,
                Map.of(
                        "about", notice.about().value(),
                        "kind", notice.kind().code(),
                        "version", Long.toString(notice.version()),
                        "reason", reason));
    }

    /** What is to be written down about a notice, if anything yet. */
    private sealed interface Verdict {

        record Settled(Outcome outcome, Optional<Entry> seen) implements Verdict {}

        record Later(Instant then) implements Verdict {}
    }
}
