package yunhe.core.roadshow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registrations;
import yunhe.core.shared.Environment;

/** Makes drafts of a timetable, and publishes one. */
public final class MakeTimetable {

    private final Timetables timetables;
    private final Wishes wishes;
    private final Registrations registrations;
    private final Planner planner;
    private final Environment environment;
    private final Duration retention;

    /** Reads {@code RETENTION_DAYS}. */
    public MakeTimetable(
            Timetables timetables,
            Wishes wishes,
            Registrations registrations,
            Matchmaker matchmaker,
            Environment environment) {
        this.timetables = timetables;
        this.wishes = wishes;
        this.registrations = registrations;
        this.planner = new Planner(matchmaker);
        this.environment = environment;
        this.retention = Duration.ofDays(Long.parseLong(environment.require("RETENTION_DAYS")));
    }

    /** The best timetable for those who are confirmed now. Nobody hears of it. */
    public Drafting make(Activity roadshow, Setting setting, String organiser) {
        var refusal = refusal(roadshow);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var roll = Roll.read(roadshow.id(), registrations, wishes);
        if (roll.isTooLarge()) {
            return new TooMany();
        }
        var matching = roll.matching(setting);
        var problems = matching.pinProblems();
        if (!problems.isEmpty()) {
            return new WrongPins(problems);
        }
        var projects = matching.projects().stream().map(Participant::id).collect(Collectors.toSet());
        var investors = matching.investors().stream().map(Participant::id).collect(Collectors.toSet());
        var unknown = setting.forbidden().stream()
                .filter(pair -> !projects.contains(pair.project()) || !investors.contains(pair.investor()))
                .toList();
        if (!unknown.isEmpty()) {
            return new UnknownForbidden(unknown);
        }
        var now = environment.clock().instant();
        var draft = new DraftTimetable(
                TimetableId.fresh(now, environment.random()), roadshow.id(), now, setting, planner.plan(matching));
        var audit = new AuditEntry(
                now, organiser, Action.TIMETABLE_MADE, roadshow.id().value());
        return timetables.keep(draft, deleteAt(roadshow), audit)
                ? new Made(draft)
                : new Refused(Refusal.TIMETABLE_PUBLISHED);
    }

    /** Publishes a draft, once; a repeated request is answered as the first one was. */
    public Publication publish(Activity roadshow, TimetableId id, String organiser) {
        var published = timetables.published(roadshow.id());
        if (published.isPresent()) {
            return asBefore(published.get(), id);
        }
        var draft = timetables.draft(roadshow.id(), id);
        if (draft.isEmpty()) {
            return new Refused(Refusal.NOT_FOUND);
        }
        var refusal = refusal(roadshow.phase());
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var roll = Roll.read(roadshow.id(), registrations, wishes);
        if (roll.isTooLarge()) {
            return new TooMany();
        }
        var now = environment.clock().instant();
        var timetable =
                PublishedTimetable.of(draft.get(), roll.matching(draft.get().setting()), now);
        var audit = new AuditEntry(
                now, organiser, Action.TIMETABLE_PUBLISHED, roadshow.id().value());
        return timetables.publish(timetable, deleteAt(roadshow), audit)
                ? new Published(timetable)
                : asBefore(timetables.published(roadshow.id()).orElseThrow(), id);
    }

    private static Publication asBefore(PublishedTimetable published, TimetableId id) {
        return published.draft().equals(id) ? new Published(published) : new Refused(Refusal.TIMETABLE_PUBLISHED);
    }

    /** Why no timetable can be made for it now, whatever it is to be like. */
    public Optional<Refusal> refusal(Activity roadshow) {
        return refusal(roadshow.phase())
                .or(() -> timetables.published(roadshow.id()).map(published -> Refusal.TIMETABLE_PUBLISHED));
    }

    private static Optional<Refusal> refusal(Activity.Phase phase) {
        return switch (phase) {
            case DRAFT -> Optional.of(Refusal.REGISTRATION_STATE);
            case CANCELLED -> Optional.of(Refusal.ACTIVITY_CANCELLED);
            case PUBLISHED -> Optional.empty();
        };
    }

    private Instant deleteAt(Activity roadshow) {
        return roadshow.times().endsAt().plus(retention);
    }

    /** What became of a draft that was asked for. */
    public sealed interface Drafting permits Made, WrongPins, UnknownForbidden, TooMany, Refused {}

    /** What became of a publication. */
    public sealed interface Publication permits Published, TooMany, Refused {}

    public record Made(DraftTimetable draft) implements Drafting {}

    /** Pins that cannot be held. */
    public record WrongPins(List<PinProblem> problems) implements Drafting {}

    /** Forbidden pairs of which one is not there. */
    public record UnknownForbidden(List<Pair> pairs) implements Drafting {}

    public record Published(PublishedTimetable timetable) implements Publication {}

    /** More on one side than {@link Matching#PARTICIPANTS_MAX}. */
    public record TooMany() implements Drafting, Publication {}

    public record Refused(Refusal refusal) implements Drafting, Publication {}
}
