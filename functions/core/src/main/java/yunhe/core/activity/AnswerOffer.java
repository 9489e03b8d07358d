package yunhe.core.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Ended;
import yunhe.core.shared.StoreUnavailable;

/**
 * Takes up or turns down an offered place. Accepting, declining and running out all ask for the version they saw, so
 * that of several at one moment one happens.
 */
public final class AnswerOffer {

    private static final int TRIES_MAX = 5;

    private final Registrations registrations;
    private final Clock clock;

    public AnswerOffer(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** To confirmed, or to review where there is one. */
    public Outcome accept(Activity activity, Registration first) {
        return answer(activity, first, Answer.ACCEPTED);
    }

    /** To cancelled; the place goes to the next in line. */
    public Outcome decline(Activity activity, Registration first) {
        return answer(activity, first, Answer.DECLINED);
    }

    /** Ends an offer that has run out. Anything else is left as it is. */
    public Registration expire(Activity activity, Registration first) {
        var now = clock.instant();
        return activity.phase() == Activity.Phase.PUBLISHED && first.offerIsOver(activity.times(), now)
                ? registrations.end(first, Status.EXPIRED, now)
                : first;
    }

    private Outcome answer(Activity activity, Registration first, Answer answer) {
        var seen = first;
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var outcome = answerOnce(activity, seen, answer);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            var id = first.id();
            seen = registrations.find(id).orElseThrow(() -> new IllegalStateException("registration is gone: " + id));
        }
        throw new StoreUnavailable("answer the offer of " + first.id(), new IllegalStateException("it kept changing"));
    }

    /** Empty when it changed while it was looked at. */
    private Optional<Outcome> answerOnce(Activity activity, Registration seen, Answer answer) {
        var now = clock.instant();
        var offer = seen.history().offer();
        if (offer.isPresent() && isRepeated(seen.status(), offer.get(), answer)) {
            return Optional.of(new Answered(seen));
        }
        if (activity.phase() == Activity.Phase.CANCELLED) {
            return Optional.of(new Refused(Refusal.ACTIVITY_CANCELLED));
        }
        if (seen.offerIsOver(activity.times(), now)) {
            var ended = expire(activity, seen);
            return ended.status() == Status.EXPIRED
                    ? Optional.of(new Refused(Refusal.OFFER_EXPIRED))
                    : Optional.empty();
        }
        if (seen.status() != Status.OFFERED) {
            boolean ranOut = seen.status() == Status.EXPIRED
                    && offer.filter(it -> it.answer().isEmpty()).isPresent();
            return Optional.of(new Refused(ranOut ? Refusal.OFFER_EXPIRED : Refusal.REGISTRATION_STATE));
        }
        return move(activity, seen, answer, now).map(Answered::new);
    }

    private static boolean isRepeated(Status status, History.Offer offer, Answer answer) {
        return offer.answer().filter(answer::equals).isPresent()
                && switch (answer) {
                    case ACCEPTED -> status == Status.CONFIRMED || status == Status.PENDING;
                    case DECLINED -> status == Status.CANCELLED;
                };
    }

    private Optional<Registration> move(Activity activity, Registration seen, Answer answer, Instant now) {
        var answered = seen.history().answered(answer);
        if (answer == Answer.DECLINED) {
            var ended = answered.ended(new Ended(now, By.PERSON, Optional.empty()));
            return registrations.move(seen, Status.CANCELLED, ended, Optional.empty());
        }
        var to = activity.details()
                .group(seen.group())
                .map(activity.details()::statusWithPlace)
                .orElse(Status.CONFIRMED);
        var history = to == Status.CONFIRMED ? answered.confirmed(now) : answered;
        return registrations.move(seen, to, history, Optional.empty());
    }

    /** What became of it. */
    public sealed interface Outcome {}

    public record Answered(Registration registration) implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}
}
