package yunhe.roadshow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.DraftTimetable;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PinProblem;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.Roll;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Timetables;
import yunhe.core.roadshow.Wishes;
import yunhe.core.shared.Language;
import yunhe.pages.ConsoleShow;
import yunhe.pages.SignUpForm;
import yunhe.pages.TimetablePage;
import yunhe.pages.TimetableView;
import yunhe.signin.StaffSession;

/** What the organiser's page shows of a roadshow's meetings, as things stand in the store. */
record ConsoleTimetableViews(
        Activities activities, Registrations registrations, Wishes wishes, Timetables timetables, Clock clock) {

    /** It lists who takes part, and so leaves an audit entry. */
    TimetableView of(Activity roadshow, StaffSession staff, Language language, SignUpForm form) {
        activities.audit(new AuditEntry(
                clock.instant(),
                staff.subject(),
                Action.TIMETABLE_READ,
                roadshow.id().value()));
        var here = Roll.read(roadshow.id(), registrations, wishes).confirmed();
        var published = timetables.published(roadshow.id());
        var draft = published.isEmpty() ? timetables.lastDraft(roadshow.id()) : Optional.<DraftTimetable>empty();
        return new TimetableView(
                language,
                show(roadshow, language),
                parties(here, Side.PROJECT),
                parties(here, Side.INVESTOR),
                published
                        .map(ConsoleTimetableViews::plan)
                        .or(() -> draft.map(ConsoleTimetableViews::plan))
                        .orElseGet(TimetableView.Unplanned::new),
                form);
    }

    static ConsoleShow show(Activity roadshow, Language language) {
        return new ConsoleShow(
                roadshow.id().value(),
                roadshow.details().headline().title().in(language),
                roadshow.times().startsAt(),
                roadshow.times().zone());
    }

    /** The page again, with why the pins cannot be held. */
    SignUpForm refused(List<PinProblem> problems, Activity roadshow, Language language) {
        var lines = problems.stream()
                .map(problem -> TimetablePage.pinRefused(
                        problem.reason(),
                        name(problem.pair().project()),
                        name(problem.pair().investor()),
                        language))
                .collect(Collectors.joining(" "));
        return new SignUpForm(Map.of(), Map.of(), Optional.of(new SignUpForm.Trouble("timetable.pins", lines)));
    }

    private String name(RegistrationId id) {
        return registrations.find(id).map(ConsoleTimetableViews::name).orElse("–");
    }

    private static String name(Registration registration) {
        return registration.person().organisation().orElse("–");
    }

    /** Those who can be paired. */
    private static List<TimetableView.Party> parties(List<Registration> here, Side side) {
        return here.stream()
                .filter(it -> it.group().equals(side.group()))
                .map(it -> new TimetableView.Party(it.id().value(), name(it)))
                .sorted(Comparator.comparing(TimetableView.Party::organisation))
                .toList();
    }

    private static TimetableView.Plan plan(PublishedTimetable timetable) {
        var changes = timetable.entries().stream()
                .filter(entry -> entry.since() > 1)
                .sorted(Comparator.comparingInt(PublishedTimetable.Entry::since).reversed())
                .map(entry -> new TimetableView.Change(
                        entry.withdrawn() ? TimetableView.Change.What.DROPPED : TimetableView.Change.What.ADDED,
                        meeting(entry.meeting())))
                .toList();
        return new TimetableView.Published(
                timetable.publishedAt(), rules(timetable.setting()), meetings(timetable.meetings()), changes);
    }

    private static TimetableView.Plan plan(DraftTimetable draft) {
        var timetable = draft.timetable();
        var unmet = timetable.unmet().stream()
                .map(it -> new TimetableView.Unmet(it.project().value(), it.meetings(), it.minimum()))
                .toList();
        return new TimetableView.Proposal(
                draft.id().value(),
                rules(draft.setting()),
                new TimetableView.Solution(
                        timetable.score(), timetable.upperBound(), meetings(timetable.meetings()), unmet),
                new TimetableView.Pairs(
                        pairs(draft.setting().pinned()), pairs(draft.setting().forbidden())));
    }

    private static TimetableView.Rules rules(Setting setting) {
        var slots = new ArrayList<TimetableView.Slot>();
        setting.slots().forEach(slot -> slots.add(new TimetableView.Slot(slot.startsAt(), slot.endsAt())));
        var rules = setting.rules();
        return new TimetableView.Rules(
                slots, rules.tables(), rules.maxMeetingsPerProject(), rules.minMeetingsPerProject());
    }

    private static List<TimetableView.Meeting> meetings(List<Meeting> meetings) {
        return meetings.stream().map(ConsoleTimetableViews::meeting).toList();
    }

    private static TimetableView.Meeting meeting(Meeting meeting) {
        return new TimetableView.Meeting(
                meeting.slot(),
                meeting.table(),
                meeting.pair().project().value(),
                meeting.pair().investor().value(),
                meeting.score());
    }

    private static List<TimetableView.Pair> pairs(Collection<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new TimetableView.Pair(
                        pair.project().value(), pair.investor().value()))
                .toList();
    }
}
