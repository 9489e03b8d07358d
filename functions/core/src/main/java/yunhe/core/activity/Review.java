package yunhe.core.activity;

import java.time.Clock;
import java.util.Optional;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.History.Verdict;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.StoreUnavailable;

/**
 * Decides about registrations.
 *
 * <p>Two reviewers who look at one version: one decides, the other is told that it is stale. The same reviewer who says
 * the same again is answered as the first time, because an answer may have been lost.
 */
public final class Review {

    private static final int TRIES_MAX = 5;

    private final Registrations registrations;
    private final Clock clock;

    public Review(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    public Outcome decide(Activity activity, RegistrationId id, Judgement judgement) {
        Optional<Registration> first = Optional.empty();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var seen = registrations.find(id).filter(it -> it.activity().equals(activity.id()));
            if (seen.isEmpty()) {
                return new Refused(Refusal.NOT_FOUND);
            }
            if (first.isPresent() && isDecidedSince(first.get(), seen.get()) && !isRepeated(seen.get(), judgement)) {
                return new Refused(Refusal.VERSION_STALE);
            }
            first = first.or(() -> seen);
            var outcome = decide(activity, seen.get(), judgement);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new StoreUnavailable("decide about " + id, new IllegalStateException("it kept changing"));
    }

    /** Empty when it changed while it was looked at. */
    private Optional<Outcome> decide(Activity activity, Registration seen, Judgement judgement) {
        if (isRepeated(seen, judgement)) {
            return Optional.of(new Decided(seen, false));
        }
        if (judgement.version().filter(version -> version != seen.version()).isPresent()) {
            return Optional.of(new Refused(Refusal.VERSION_STALE));
        }
        var now = clock.instant();
        if (activity.phase() == Activity.Phase.CANCELLED) {
            return Optional.of(new Refused(Refusal.ACTIVITY_CANCELLED));
        }
        boolean begun = !now.isBefore(activity.times().startsAt());
        var decision = new Decision(judgement.verdict(), judgement.reviewer(), now, judgement.reason(), seen.version());
        var status = seen.statusAt(activity.times(), now);
        return switch (judgement.verdict()) {
            case APPROVE ->
                status == Status.PENDING && !begun
                        ? approve(seen, decision)
                        : Optional.of(new Refused(Refusal.REGISTRATION_STATE));
            case REJECT ->
                status.isLive() ? reject(seen, decision) : Optional.of(new Refused(Refusal.REGISTRATION_STATE));
            case REOPEN ->
                status == Status.REJECTED && !begun
                        ? reopen(seen, decision)
                        : Optional.of(new Refused(Refusal.REGISTRATION_STATE));
        };
    }

    /** Whoever is overtaken by another reviewer has not seen what stands there now. */
    private static boolean isDecidedSince(Registration first, Registration now) {
        return !first.history().decision().equals(now.history().decision());
    }

    /** Whether the last thing that happened is this very judgement. */
    private static boolean isRepeated(Registration seen, Judgement judgement) {
        var last = seen.history().decision();
        boolean stands = switch (judgement.verdict()) {
            case APPROVE -> seen.status() == Status.CONFIRMED;
            case REJECT -> seen.status() == Status.REJECTED;
            case REOPEN -> seen.status() == Status.PENDING || seen.status() == Status.WAITLISTED;
        };
        return stands
                && last.filter(it -> it.verdict() == judgement.verdict()
                                && it.by().equals(judgement.reviewer())
                                && judgement
                                        .version()
                                        .filter(version -> version != it.seen() && version != seen.version())
                                        .isEmpty())
                        .isPresent();
    }

    private Optional<Outcome> approve(Registration seen, Decision decision) {
        var history = seen.history().decided(decision).confirmed(decision.at());
        return registrations
                .move(seen, Status.CONFIRMED, history, audit(seen, decision, Action.REGISTRATION_APPROVED))
                .map(decided -> new Decided(decided, true));
    }

    private Optional<Outcome> reject(Registration seen, Decision decision) {
        var history = seen.history()
                .decided(decision)
                .ended(new Ended(decision.at(), History.By.ORGANISER, decision.reason()));
        return registrations
                .move(seen, Status.REJECTED, history, audit(seen, decision, Action.REGISTRATION_REJECTED))
                .map(decided -> new Decided(decided, true));
    }

    private Optional<Outcome> reopen(Registration seen, Decision decision) {
        var audit = audit(seen, decision, Action.REGISTRATION_REOPENED).orElseThrow();
        return switch (registrations.reopen(seen, decision, audit)) {
            case Registrations.Reopened.Done(var reopened) -> Optional.of(new Decided(reopened, true));
            case Registrations.Reopened.Changed() -> Optional.empty();
            case Registrations.Reopened.Replaced() -> Optional.of(new Refused(Refusal.ALREADY_REGISTERED));
            case Registrations.Reopened.Full() -> Optional.of(new Refused(Refusal.ACTIVITY_FULL));
            case Registrations.Reopened.Closed() -> Optional.of(new Refused(Refusal.ACTIVITY_CANCELLED));
        };
    }

    private static Optional<AuditEntry> audit(Registration seen, Decision decision, String action) {
        return Optional.of(
                new AuditEntry(decision.at(), decision.by(), action, seen.id().value()));
    }

    /**
     * What a reviewer says.
     *
     * @param version the registration's version that the reviewer has seen, if it matters
     */
    public record Judgement(Verdict verdict, String reviewer, Optional<Bilingual> reason, Optional<Long> version) {}

    /** What became of it. */
    public sealed interface Outcome {}

    /** @param now whether it was decided by this call, and not by an earlier one that said the same */
    public record Decided(Registration registration, boolean now) implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}
}
