package yunhe.notifications.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Group;
import yunhe.core.activity.History;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.activity.Waitlist;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.Samples;

/** One person's registration, and what is told about it. */
final class ToldOfActivity extends Told {

    private final NoticeKind kind;
    private final Language language;
    private String name;
    private Status status;
    private History history = History.fresh(Optional.empty(), 1);
    private long version = 2;
    private long activityVersion = 3;
    private Instant now = NOW;
    private boolean invited;
    private Optional<Bilingual> cancelReason = Optional.empty();
    private Activity.Phase phase = Activity.Phase.PUBLISHED;
    private ActivityDetails details = mixer();

    private ToldOfActivity(NoticeKind kind, Language language) {
        this.kind = kind;
        this.language = language;
        this.name = language == Language.ZH ? "韩梅梅" : "Anna Schmidt";
        this.status = statusAfter(kind);
        if (status == Status.CONFIRMED) {
            history = history.confirmed(NOW);
        }
    }

    static ToldOfActivity of(NoticeKind kind, Language language) {
        return new ToldOfActivity(kind, language);
    }

    @Override
    ToldOfActivity to(String otherName) {
        this.name = otherName;
        return this;
    }

    @Override
    ToldOfActivity about(String title) {
        return about(Bilingual.same(title));
    }

    ToldOfActivity about(Bilingual title) {
        var headline = details.headline();
        return with(new ActivityDetails.Headline(title, headline.summary(), headline.venue()));
    }

    @Override
    ToldOfActivity in(Venue venue) {
        return with(new ActivityDetails.Headline(
                details.headline().title(), details.headline().summary(), Optional.of(venue)));
    }

    ToldOfActivity at(Instant otherNow) {
        this.now = otherNow;
        return this;
    }

    /** For one group or several, whose titles come with them. */
    ToldOfActivity forGroups(Bilingual title, Group... groups) {
        var admission = details.admission();
        details = new ActivityDetails(
                Optional.empty(),
                details.headline(),
                details.times(),
                new ActivityDetails.Admission(
                        admission.approval(), List.of(groups), admission.waitlist(), admission.eligibility()),
                List.of(),
                details.reminders());
        return about(title);
    }

    ToldOfActivity during(Times times) {
        details = new ActivityDetails(
                details.kind(), details.headline(), times, details.admission(), List.of(), details.reminders());
        return this;
    }

    ToldOfActivity by(Approval approval, Waitlist.Promotion promotion) {
        var waitlist = new Waitlist(5, promotion, Duration.ofMinutes(240));
        var admission = new ActivityDetails.Admission(
                approval, details.groups(), waitlist, details.admission().eligibility());
        details = new ActivityDetails(
                details.kind(), details.headline(), details.times(), admission, List.of(), details.reminders());
        return this;
    }

    /** Of a mixer whose organiser looks at everyone. */
    ToldOfActivity reviewed() {
        return by(Approval.REVIEW, Waitlist.Promotion.AUTOMATIC);
    }

    ToldOfActivity who(Status is) {
        this.status = is;
        return this;
    }

    ToldOfActivity after(UnaryOperator<History> events) {
        this.history = events.apply(history);
        return this;
    }

    ToldOfActivity forTheFirstTime() {
        this.version = 1;
        return this;
    }

    ToldOfActivity cancelledBecause(Optional<Bilingual> reason) {
        this.cancelReason = reason;
        this.phase = Activity.Phase.CANCELLED;
        return this;
    }

    ToldOfActivity activityVersion(long other) {
        this.activityVersion = other;
        return this;
    }

    ToldOfActivity invited() {
        this.invited = true;
        return this;
    }

    @Override
    ToldOfActivity because(Optional<Bilingual> reason) {
        return switch (kind.news()) {
            case REJECTED -> after(it -> it.decided(new Decision(Verdict.REJECT, "reviewer", NOW, reason, 1)));
            case CANCELLED -> after(it -> it.ended(new Ended(NOW, By.ORGANISER, reason)));
            case CALLED_OFF -> cancelledBecause(reason);
            case CONFIRMED, PROMOTED, WAITLISTED, PENDING, OFFERED, EXPIRED, CHANGED, MEETINGS, REMINDER, LINK -> this;
        };
    }

    @Override
    ActivityOccasion occasion() {
        var type = kind == NoticeKind.MEETINGS_PUBLISHED ? ActivityType.ROADSHOW : ActivityType.GATHERING;
        var id = ActivityId.fresh(type, new Random(1));
        var activity = new Activity(id, phase, details, cancelReason, Activity.Edits.NONE, activityVersion);
        var person = new Person(name, Optional.of(ADDRESS), Optional.of(NUMBER), Optional.empty(), Optional.empty());
        var made = Samples.newcomer(id, details.groups().getFirst().id(), person, RandomGenerator.getDefault())
                .as(status, 1, Map.of(), Optional.empty(), Optional.empty());
        var registration = new Registration(
                made.id(),
                made.group(),
                made.status(),
                person,
                made.contacts(),
                made.answers(),
                made.profile(),
                language,
                made.origin(),
                made.linePlace(),
                made.place(),
                made.admitted(),
                history,
                version);
        return new ActivityOccasion(new Notice(registration.id(), kind, version), registration, activity, invited, now);
    }

    private ToldOfActivity with(ActivityDetails.Headline headline) {
        details = new ActivityDetails(
                details.kind(), headline, details.times(), details.admission(), List.of(), details.reminders());
        return this;
    }

    private static Status statusAfter(NoticeKind kind) {
        return switch (kind.news()) {
            case CONFIRMED, PROMOTED, LINK, CHANGED, MEETINGS, REMINDER -> Status.CONFIRMED;
            case WAITLISTED -> Status.WAITLISTED;
            case PENDING -> Status.PENDING;
            case OFFERED -> Status.OFFERED;
            case REJECTED -> Status.REJECTED;
            case CANCELLED, CALLED_OFF -> Status.CANCELLED;
            case EXPIRED -> Status.EXPIRED;
        };
    }

    private static ActivityDetails mixer() {
        var mixer = Samples.mixer(5, "women:30", "men:30");
        var headline = new ActivityDetails.Headline(
                new Bilingual("运河南端遇见你：青年人才联谊会", "Meet at the South End: a mixer for young talent"),
                Optional.empty(),
                Optional.of(new Venue("运河中央公园 · 南门会客厅", "台州路 1 号 3 楼")));
        var times = new Times(
                mixer.times().zone(),
                STARTS,
                STARTS.plus(Duration.ofHours(3)),
                Optional.empty(),
                Samples.START,
                Samples.START.minus(Duration.ofHours(14)));
        var admission = new ActivityDetails.Admission(
                mixer.admission().approval(),
                List.of(
                        new Group("women", new Bilingual("女", "Women"), 30, Optional.empty()),
                        new Group("men", new Bilingual("男", "Men"), 30, Optional.empty())),
                mixer.admission().waitlist(),
                mixer.admission().eligibility());
        return new ActivityDetails(
                mixer.kind(), headline, times, admission, List.of(), ActivityDetails.REMINDERS_DEFAULT);
    }
}
