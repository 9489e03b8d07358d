package yunhe.dynamo.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Status;
import yunhe.core.agenda.Budget;
import yunhe.core.agenda.QuietHours;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.TaskRunner;
import yunhe.core.agenda.Tick;
import yunhe.core.person.Person;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.KeepTimetable;
import yunhe.core.roadshow.MakeTimetable;
import yunhe.core.roadshow.Matching;
import yunhe.core.roadshow.Matchmaker;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.shared.Environment;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoAgenda;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;
import yunhe.testkit.simulation.SimulatedClock;

/**
 * A roadshow that people sign up for, with everything that makes and keeps its timetable, under a clock that stands.
 */
final class Show {

    static final Duration RETENTION = Duration.ofDays(180);
    static final int TABLES = 2;

    /** Three of a quarter of an hour, from the start on. */
    static final List<Slot> SLOTS = IntStream.range(0, 3)
            .mapToObj(number -> Samples.START.plus(Duration.ofMinutes(15L * number)))
            .map(start -> new Slot(start, start.plus(Duration.ofMinutes(15))))
            .toList();

    final SimulatedClock clock = new SimulatedClock(Samples.NOW);
    // Shared by threads: the plain generators would hand two of them one number.
    final RandomGenerator random = new SecureRandom();
    final String table;
    final Noted noted;
    final DynamoActivities activities;
    final DynamoRegistrations registrations;
    final DynamoWishes wishes;
    final DynamoTimetables timetables;
    final ActivityId id;

    /** Published, with places for everybody. */
    Show(EmbeddedStore store) {
        this(store, "project:600", "investor:600", "audience:100");
    }

    Show(EmbeddedStore store, String... groups) {
        this.table = store.tableName("ActivitiesTable");
        this.noted = new Noted(store.client());
        this.activities = new DynamoActivities(client(), table, random);
        this.registrations = registrations(client());
        this.wishes = new DynamoWishes(client(), table, random);
        this.timetables = timetables(client());
        this.id = ActivityId.fresh(ActivityType.ROADSHOW, random);
        activities.publish(activities.create(id, details(groups), organiser()), organiser());
    }

    private static ActivityDetails details(String... groups) {
        var like = Samples.mixer(50, groups);
        return new ActivityDetails(
                Optional.empty(), like.headline(), like.times(), like.admission(), List.of(), like.reminders());
    }

    Activities.Actor organiser() {
        return new Activities.Actor("organiser", clock.instant());
    }

    DynamoDbClient client() {
        return noted.client();
    }

    Activity activity() {
        return activities.find(id).orElseThrow();
    }

    DynamoRegistrations registrations(DynamoDbClient client) {
        return new DynamoRegistrations(client, table, random);
    }

    DynamoTimetables timetables(DynamoDbClient client) {
        return new DynamoTimetables(client, table, random);
    }

    MakeTimetable make(DynamoDbClient client) {
        return new MakeTimetable(
                timetables(client),
                new DynamoWishes(client, table, random),
                registrations(client),
                Show::firstComeFirstServed,
                new Environment(Map.of("RETENTION_DAYS", Long.toString(RETENTION.toDays())), clock, random));
    }

    KeepTimetable keep(DynamoDbClient client) {
        return new KeepTimetable(
                timetables(client), new DynamoWishes(client, table, random), registrations(client), RETENTION, clock);
    }

    /** Does what is due, as the schedule and the stream do. */
    void tick(DynamoDbClient client) {
        tick(client, Integer.MAX_VALUE);
    }

    void tick(DynamoDbClient client, int changes) {
        var agenda = new DynamoAgenda(client, table, random);
        var runner = new TaskRunner(
                agenda,
                new DynamoActivities(client, table, random),
                registrations(client),
                keep(client),
                new TaskRunner.House(QuietHours.DEFAULT, RETENTION),
                clock);
        new Tick(agenda, runner, clock).run(new Budget(changes, () -> false));
    }

    Registration project(int number) {
        return signUp(registrations, Side.PROJECT, number);
    }

    Registration investor(int number) {
        return signUp(registrations, Side.INVESTOR, number);
    }

    Registration signUp(DynamoRegistrations in, Side side, int number) {
        var group = side.group();
        // A person of this roadshow is in one group only.
        var person = Samples.withEmail(2 * number + (side == Side.PROJECT ? 0 : 1));
        return signUp(in, newcomer(group, person, Optional.of(profile(side))));
    }

    Registration signUp(DynamoRegistrations in, Newcomer newcomer) {
        return assertInstanceOf(SignedUp.Done.class, in.signUp(newcomer)).registration();
    }

    Newcomer newcomer(String group, Person person, Optional<Profile> profile) {
        var edits = activity().edits();
        var like = Samples.newcomer(id, group, person, Optional.empty(), clock.instant(), random);
        return new Newcomer(
                id,
                group,
                new Newcomer.Terms(Approval.AUTOMATIC, true, edits.questions(), edits.rules()),
                person,
                like.contacts(),
                like.answers(),
                profile,
                like.language(),
                like.origin());
    }

    /** All of them suit each other. */
    static Profile profile(Side side) {
        return switch (side) {
            case PROJECT ->
                new Profile.Project(
                        List.of("ai"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            case INVESTOR ->
                new Profile.Investor(List.of("ai"), List.of(), Optional.empty(), Optional.empty(), SLOTS.size());
        };
    }

    void cancel(Registration registration) {
        cancel(registrations, registration);
    }

    void cancel(DynamoRegistrations in, Registration registration) {
        in.end(registration, Status.CANCELLED, clock.instant());
    }

    static Setting setting() {
        return setting(Set.of(), Set.of());
    }

    static Setting setting(Set<Pair> pinned, Set<Pair> forbidden) {
        return new Setting(SLOTS, new MeetingRules(SLOTS.size(), TABLES, SLOTS.size(), 0), pinned, forbidden);
    }

    TimetableId draft() {
        return assertInstanceOf(MakeTimetable.Made.class, make(client()).make(activity(), setting(), "organiser"))
                .draft()
                .id();
    }

    MakeTimetable.Publication publish(DynamoDbClient client, TimetableId draft) {
        return make(client).publish(activity(), draft, "organiser");
    }

    /** A draft, published, and everybody told. */
    PublishedTimetable publish() {
        assertInstanceOf(MakeTimetable.Published.class, publish(client(), draft()));
        tick(client());
        return published();
    }

    PublishedTimetable published() {
        return timetables.published(id).orElseThrow();
    }

    AuditEntry audit(String action) {
        return new AuditEntry(clock.instant(), "organiser", action, id.value());
    }

    Instant deleteAt() {
        return Samples.START.plus(RETENTION);
    }

    List<Task> meetTasks() {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new DynamoAgenda(client(), table, random)
                .due(hour, clock.instant(), Optional.empty(), 1_000).stream()
                        .filter(task -> task.activity().equals(id) && task.work() instanceof Task.Work.Meet)
                        .toList();
    }

    void assertInOrder() {
        assertEquals(List.of(), faults());
    }

    /** What of the rules does not hold, once every task is done. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        var published = published();
        var there = registrations.listNow(id, 1_000, Optional.empty()).items().stream()
                .filter(it -> it.profile().isPresent())
                .filter(it -> it.status() == Status.CONFIRMED)
                .map(Registration::id)
                .toList();
        if (!published.people().keySet().equals(Set.copyOf(there))) {
            faults.add("takes part: " + published.people().keySet() + ", is there: " + there);
        }
        var meetings = published.meetings();
        for (var meeting : meetings) {
            var pair = meeting.pair();
            if (!there.contains(pair.project()) || !there.contains(pair.investor())) {
                faults.add("somebody is gone of " + meeting);
            }
        }
        unique("pair", faults, meetings.stream().map(it -> it.pair()));
        unique("table", faults, meetings.stream().map(it -> List.of(it.slot(), it.table())));
        unique(
                "person in a slot",
                faults,
                meetings.stream()
                        .flatMap(it -> Stream.of(it.pair().project(), it.pair().investor())
                                .map(who -> List.of(who, it.slot()))));
        for (var who : there) {
            var told = List.copyOf(noted.of(who));
            unique("message to " + who, faults, told.stream());
            var last = told.isEmpty() ? Optional.<Integer>empty() : Optional.of(told.getLast());
            if (!last.equals(published.revisionFor(who).stream().boxed().findFirst())) {
                faults.add(who + " was told " + told + " of " + published.revisionFor(who));
            }
        }
        if (keep(client()).repaired(activity()).orElseThrow().revision() != published.revision()) {
            faults.add("there was something left to repair");
        }
        meetTasks().forEach(task -> faults.add("still to do: " + task));
        return faults;
    }

    private static void unique(String what, List<String> faults, Stream<?> all) {
        var list = all.toList();
        if (Set.copyOf(list).size() < list.size()) {
            faults.add("twice a " + what + ": " + list);
        }
    }

    /** Whoever is first by id, as long as caps and tables allow. */
    private static Matchmaker.Choice firstComeFirstServed(Matching matching) {
        var pairs = new ArrayList<Pair>(matching.pinned());
        for (var candidate : matching.candidates()) {
            var pair = candidate.pair();
            long project = pairs.stream()
                    .filter(it -> it.project().equals(pair.project()))
                    .count();
            long investor = pairs.stream()
                    .filter(it -> it.investor().equals(pair.investor()))
                    .count();
            if (pairs.size() < matching.rules().room()
                    && !pairs.contains(pair)
                    && project < matching.projectCap()
                    && investor < matching.cap(candidate.investor())) {
                pairs.add(pair);
            }
        }
        return new Matchmaker.Choice(Set.copyOf(pairs), 100 * pairs.size());
    }
}
