package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.notice.Notice;
import yunhe.core.person.Person;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.KeepTimetable;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.PublishedTimetable.Entry;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.shared.Language;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.roadshow.DynamoTimetables;
import yunhe.dynamo.roadshow.DynamoWishes;
import yunhe.testkit.Samples;

/**
 * A roadshow in a week with slots of a quarter of an hour, two tables, and people of whom everybody may meet everybody
 * of the other side; a project has two meetings at most.
 */
final class Roadshow {

    private static final Duration RETENTION = Duration.ofDays(180);
    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final int MEETINGS_PER_PROJECT = 2;
    private static final List<String> ANY_SECTOR = List.of("ai");

    private final World world;
    private final DynamoTimetables timetables;
    private final KeepTimetable keep;
    private final ActivityId id;

    Roadshow(World world) {
        this.world = world;
        var table = world.variables.get("ACTIVITIES_TABLE");
        this.timetables = new DynamoTimetables(world.store.client(), table, world.random);
        var wishes = new DynamoWishes(world.store.client(), table, world.random);
        this.keep = new KeepTimetable(timetables, wishes, world.registrations, RETENTION, world.clock);
        this.id = world.published(ActivityType.ROADSHOW, details());
    }

    Activity activity() {
        return world.activities.find(id).orElseThrow();
    }

    Registration project(int number, Person person) {
        return signUp(
                "项目" + number,
                person,
                new Profile.Project(
                        ANY_SECTOR, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Registration investor(int number, Person person) {
        return signUp(
                "资本" + number,
                person,
                new Profile.Investor(ANY_SECTOR, List.of(), Optional.empty(), Optional.empty(), 20));
    }

    /** What everybody is to be told after these meetings are published, one after the other at the first table. */
    List<Notice> publish(List<Registration> people, Pair... pairs) {
        var entries = IntStream.range(0, pairs.length)
                .mapToObj(slot -> new Entry(new Meeting(slot, 0, pairs[slot], 40), 1, false))
                .toList();
        var takesPart = new HashMap<RegistrationId, Integer>();
        people.forEach(registration -> takesPart.put(registration.id(), 1));
        var timetable = new PublishedTimetable(
                id,
                TimetableId.fresh(world.clock.instant(), world.random),
                world.clock.instant(),
                setting(pairs.length),
                entries,
                takesPart,
                1);
        var audit = new AuditEntry(world.clock.instant(), "organiser", Action.TIMETABLE_PUBLISHED, id.value());
        if (!timetables.publish(timetable, deleteAt(), audit)) {
            throw new AssertionError("published already");
        }
        return tell();
    }

    /** An edit that is looked at again. */
    Registration review(Registration registration) {
        return world.registrations
                .move(registration, Status.PENDING, registration.history(), Optional.empty())
                .orElseThrow();
    }

    /** What people are to be told after whoever is gone has left the timetable. */
    List<Notice> repair() {
        keep.repaired(activity());
        return tell();
    }

    static Pair pair(Registration project, Registration investor) {
        return new Pair(project.id(), investor.id());
    }

    /** As the schedule tells everybody, and as the outbox reads what it notes. */
    private List<Notice> tell() {
        var timetable = timetables.published(id).orElseThrow();
        var notices = new ArrayList<Notice>();
        for (var registration :
                world.registrations.listNow(id, 100, Optional.empty()).items()) {
            var before = image(registration.id());
            keep.tell(registration, timetable);
            notices.addAll(Images.notices(record(before, image(registration.id()))));
        }
        return notices;
    }

    private Registration signUp(String organisation, Person person, Profile profile) {
        var named = new Person(
                person.name(), person.email(), person.phone(), person.birthDate(), Optional.of(organisation));
        var usual = Samples.newcomer(
                id, profile.side().group(), named, Optional.empty(), world.clock.instant(), world.random);
        world.clock.advance(Duration.ofMillis(1));
        var newcomer = new Newcomer(
                id,
                usual.group(),
                usual.terms(),
                named,
                usual.contacts(),
                Map.of(),
                Optional.of(profile),
                Language.ZH,
                usual.origin());
        return switch (world.registrations.signUp(newcomer)) {
            case Registrations.SignedUp.Done(var registration) -> registration;
            default -> throw new AssertionError("not signed up");
        };
    }

    private Map<String, AttributeValue> image(RegistrationId registration) {
        var item = world.store
                .client()
                .getItem(it -> it.tableName(world.variables.get("ACTIVITIES_TABLE"))
                        .key(ActivityKeys.registration(registration).attributes()))
                .item();
        var image = new HashMap<String, AttributeValue>();
        for (var name : List.of("type", "id", "status", "version", "meetings")) {
            Optional.ofNullable(item.get(name))
                    .ifPresent(value -> image.put(
                            name, new AttributeValue().withS(value.s()).withN(value.n())));
        }
        return image;
    }

    private static DynamodbStreamRecord record(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        var record = new DynamodbStreamRecord();
        record.setEventName("MODIFY");
        record.setDynamodb(new StreamRecord().withOldImage(before).withNewImage(after));
        return record;
    }

    private static Setting setting(int slots) {
        var times = IntStream.range(0, slots)
                .mapToObj(slot -> Samples.START.plus(LENGTH.multipliedBy(slot)))
                .map(starts -> new Slot(starts, starts.plus(LENGTH)))
                .toList();
        return new Setting(times, new MeetingRules(slots, 2, MEETINGS_PER_PROJECT, 0), Set.of(), Set.of());
    }

    private Instant deleteAt() {
        return activity().times().endsAt().plus(RETENTION);
    }

    private static ActivityDetails details() {
        var mixer = Samples.mixer(5, "project:10", "investor:10");
        return new ActivityDetails(
                Optional.empty(),
                mixer.headline(),
                mixer.times(),
                mixer.admission(),
                mixer.questions(),
                mixer.reminders());
    }
}
