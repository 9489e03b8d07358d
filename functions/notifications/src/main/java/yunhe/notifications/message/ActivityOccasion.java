package yunhe.notifications.message;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;
import yunhe.core.notice.Notice;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/** What is told about a registration. */
public record ActivityOccasion(
        Notice notice, Registration registration, Activity activity, boolean invited, Instant now) implements Occasion {

    private static final long FIRST_VERSION = 1;

    @Override
    public Person person() {
        return registration.person();
    }

    @Override
    public Language language() {
        return registration.language();
    }

    @Override
    public String title() {
        return activity.details().headline().title().in(language());
    }

    @Override
    public Situation situation() {
        return Situation.of(this);
    }

    @Override
    public boolean hasTicket() {
        return switch (notice.kind().news()) {
            case CONFIRMED, PROMOTED -> true;
            case CHANGED, REMINDER -> registration.status() == Status.CONFIRMED;
            case WAITLISTED, PENDING, OFFERED, REJECTED, CANCELLED, CALLED_OFF, EXPIRED, MEETINGS, LINK -> false;
        };
    }

    /** Also a waiter is told of another time, and has no entry to take out. */
    @Override
    public boolean hasWithdrawal() {
        return Occasion.super.hasWithdrawal()
                && registration.history().confirmedAt().isPresent();
    }

    @Override
    public boolean hasInvitation() {
        return hasTicket() && Occasion.invites(notice.kind());
    }

    boolean begun() {
        return !now.isBefore(activity.times().startsAt());
    }

    boolean mayCancel() {
        return now.isBefore(activity.times().cancelUntil());
    }

    boolean maySignUp() {
        return activity.phase() == Activity.Phase.PUBLISHED && activity.gate(now) == Activity.Gate.OPEN;
    }

    /** The fact is the registration itself, whatever has happened to it since. */
    boolean isFirstVersion() {
        return notice.version() == FIRST_VERSION;
    }

    boolean wasConfirmed() {
        return history().confirmedAt().isPresent();
    }

    boolean isDecided(Verdict verdict) {
        return !isFirstVersion()
                && history().decision().filter(it -> it.verdict() == verdict).isPresent();
    }

    boolean isEndedBy(By by) {
        return history().ended().filter(it -> it.by() == by).isPresent();
    }

    boolean hasSaid(Answer answer) {
        return offer().flatMap(History.Offer::answer).filter(answer::equals).isPresent();
    }

    boolean hasUnansweredOffer() {
        return offer().filter(it -> it.answer().isEmpty()).isPresent();
    }

    Optional<History.Offer> offer() {
        return history().offer();
    }

    /** Whether people are let in only after a review. Empty if the group is gone. */
    Optional<Approval> approval() {
        return activity.details().group(registration.group()).map(activity.details()::approvalFor);
    }

    boolean isPromotedByOffer() {
        return activity.details().admission().waitlist().promotion() == Waitlist.Promotion.OFFER;
    }

    @Override
    public Optional<String> reason() {
        var ended = history().ended();
        var reason = switch (notice.kind().news()) {
            case REJECTED ->
                history()
                        .decision()
                        .filter(it -> it.verdict() == Verdict.REJECT)
                        .flatMap(History.Decision::reason);
            case CANCELLED -> ended.filter(it -> it.by() == By.ORGANISER).flatMap(History.Ended::reason);
            case CALLED_OFF -> activity.cancelReason().or(() -> ended.flatMap(History.Ended::reason));
            case CONFIRMED, PROMOTED, WAITLISTED, PENDING, OFFERED, EXPIRED, CHANGED, MEETINGS, REMINDER, LINK ->
                Optional.<Bilingual>empty();
        };
        return reason.map(it -> it.in(language()));
    }

    /** The group's title, where there is a choice of groups. */
    Optional<String> group() {
        return activity.details().groups().size() < 2
                ? Optional.empty()
                : activity.details()
                        .group(registration.group())
                        .map(group -> group.title().in(language()));
    }

    private History history() {
        return registration.history();
    }
}
