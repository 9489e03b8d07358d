package yunhe.notifications.message;

import java.time.Instant;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayStatus;
import yunhe.core.notice.News;
import yunhe.core.notice.Notice;
import yunhe.core.person.Person;
import yunhe.core.shared.Language;

/** What is told about a stay. */
public record StayOccasion(Notice notice, Stay stay, Station station, boolean invited, Instant now)
        implements Occasion {

    private static final long FIRST_VERSION = 1;

    @Override
    public Person person() {
        return stay.applicant().person();
    }

    @Override
    public Language language() {
        return stay.applicant().language();
    }

    @Override
    public String title() {
        return station.details().name().in(language());
    }

    @Override
    public Situation situation() {
        return StaySituation.of(this);
    }

    /** Whoever has checked in needs none any more. */
    @Override
    public boolean hasTicket() {
        return switch (notice.kind().news()) {
            case CONFIRMED, PROMOTED -> true;
            case CHANGED -> stay.status() == StayStatus.CONFIRMED;
            case WAITLISTED, PENDING, OFFERED, REJECTED, CANCELLED, CALLED_OFF, EXPIRED, MEETINGS, REMINDER, LINK ->
                false;
        };
    }

    @Override
    public boolean hasInvitation() {
        return hasTicket() || isChanged() && stay.status() == StayStatus.CHECKED_IN;
    }

    @Override
    public Optional<String> reason() {
        return notice.kind().news() == News.REJECTED
                ? history()
                        .decision()
                        .filter(it -> it.verdict() == Verdict.REJECT)
                        .flatMap(Decision::reason)
                        .map(it -> it.in(language()))
                : Optional.empty();
    }

    boolean isChanged() {
        return notice.kind().news() == News.CHANGED;
    }

    boolean isOffered() {
        return notice.kind().news() == News.OFFERED;
    }

    /** While nights are held for somebody who is not confirmed: until when. */
    Optional<Instant> heldUntil() {
        return history().deadline();
    }

    /** A place in the line, and an offer, can be given up at any time. */
    boolean mayCancel() {
        return switch (stay.status()) {
            case WAITLISTED, OFFERED -> true;
            case CONFIRMED, PENDING -> now.isBefore(stay.origin().terms().cancelUntil());
            case REJECTED, CANCELLED, EXPIRED, CHECKED_IN, CHECKED_OUT, NO_SHOW -> false;
        };
    }

    boolean wasConfirmed() {
        return history().confirmedAt().isPresent();
    }

    /** Only a calendar that was given an entry is asked to take it out. */
    @Override
    public boolean hasWithdrawal() {
        return Occasion.super.hasWithdrawal() && wasConfirmed();
    }

    /** The fact is the stay itself, whatever has happened to it since. */
    boolean isFirstVersion() {
        return notice.version() == FIRST_VERSION;
    }

    boolean isDecided(Verdict verdict) {
        return !isFirstVersion()
                && history().decision().filter(it -> it.verdict() == verdict).isPresent();
    }

    boolean hasSaid(Answer answer) {
        return history().answer().filter(answer::equals).isPresent();
    }

    boolean hasUnansweredOffer() {
        return history().wasOffered() && history().answer().isEmpty();
    }

    boolean needsReview() {
        return stay.origin().terms().approval() == Approval.REVIEW;
    }

    boolean isPromotedByOffer() {
        return station.details().policy().waitlist().promotion() == Waitlist.Promotion.OFFER;
    }

    /** The room type's title, or its code once the station no longer has it. */
    String room() {
        return station.details()
                .room(stay.roomType())
                .map(RoomType::title)
                .map(title -> title.in(language()))
                .orElse(stay.roomType());
    }

    private StayHistory history() {
        return stay.history();
    }
}
