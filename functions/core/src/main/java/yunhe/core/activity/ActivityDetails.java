package yunhe.core.activity;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import yunhe.core.shared.Bilingual;

/** What the organiser says about an activity: everything that a {@code PUT} replaces. */
public record ActivityDetails(
        Optional<Kind> kind,
        Headline headline,
        Times times,
        Admission admission,
        List<Question> questions,
        List<TemporalAmount> reminders) {

    public static final List<TemporalAmount> REMINDERS_DEFAULT = List.of(Period.ofDays(1), Duration.ofHours(2));

    /** What people read first. */
    public record Headline(Bilingual title, Optional<Bilingual> summary, Optional<Venue> venue) {}

    /** How one gets in: groups with places, the line behind them, review, and who is eligible. */
    public record Admission(Approval approval, List<Group> groups, Waitlist waitlist, Eligibility eligibility) {}

    public Optional<Group> group(String id) {
        return groups().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public List<Group> groups() {
        return admission.groups();
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    public ActivityDetails asking(List<Question> others) {
        return new ActivityDetails(kind, headline, times, admission, others, reminders);
    }

    /** The group's own rule, or else the activity's. */
    public Approval approvalFor(Group group) {
        return group.approval().orElse(admission.approval());
    }

    /** What someone is who has a place in this group and has not been reviewed. */
    public Status statusWithPlace(Group group) {
        return approvalFor(group) == Approval.REVIEW ? Status.PENDING : Status.CONFIRMED;
    }

    /** Whether the same sign-ups are let in under both, as far as it is not a matter of places. */
    public boolean judgesLike(ActivityDetails other) {
        return times.equals(other.times)
                && questions.equals(other.questions)
                && admission.eligibility().equals(other.admission.eligibility())
                && groups().stream()
                        .allMatch(group -> other.group(group.id())
                                .filter(same -> approvalFor(group) == other.approvalFor(same))
                                .isPresent());
    }

    /** Whether whoever knows the one needs no word of the other. */
    public boolean isAtTheSameTimeAndPlace(ActivityDetails other) {
        return times.startsAt().equals(other.times.startsAt())
                && times.endsAt().equals(other.times.endsAt())
                && times.zone().equals(other.times.zone())
                && headline.venue().equals(other.headline.venue());
    }
}
