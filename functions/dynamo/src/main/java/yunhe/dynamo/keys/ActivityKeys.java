package yunhe.dynamo.keys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.RegistrationId;
import yunhe.core.agenda.Task;
import yunhe.core.person.PersonKey;

/**
 * Keys of the activities table.
 *
 * <pre>
 * what                       pk                      sk
 * activity                   gath_…                  activity
 * places of a group          gath_…#seats#women      seats
 * a shard of them            gath_…#seats#women#0    shard
 * line of a group            gath_…#line#women       place in the line
 * registration, or contact   gath_…#people#0 … #f    person key
 * earlier attempt            gath_…#past#0 … #f      person key#attempt
 * former questions           gath_…                  questions#version
 * audit entry                audit#subject           instant#chance
 * task                       due#hour                instant#activity#work
 * watermark of tasks         due                     watermark
 * wishes at a roadshow       show_…#wishes           registration
 * drafts of its timetable    show_…#timetable        tt_…
 * its published timetable    show_…#timetable        published
 * its running order          show_…#timetable        running-order
 * </pre>
 *
 * People are spread over sixteen partitions by their key, so that one popular activity is not one hot partition.
 */
public final class ActivityKeys {

    /** Index of activities by start; its partition key. */
    public static final String LISTED = "listed";

    public static final String BY_START = "by-start";

    private static final int SPREAD = 16;

    private ActivityKeys() {}

    public static Key activity(ActivityId id) {
        return new Key(id.value(), "activity");
    }

    public static Key seats(ActivityId id, String group) {
        return new Key(id.value() + "#seats#" + group, "seats");
    }

    /** Each shard is a partition of its own: they are what a rush of sign-ups writes to. */
    public static Key shard(ActivityId id, String group, int shard) {
        return new Key(id.value() + "#seats#" + group + "#" + shard, "shard");
    }

    /** Partition of a group's line. */
    public static String line(ActivityId id, String group) {
        return id.value() + "#line#" + group;
    }

    public static Key linePlace(ActivityId id, String group, LinePlace place) {
        return new Key(line(id, group), place.value());
    }

    /** Where the person's latest registration is, whichever attempt it is. */
    public static Key registration(RegistrationId id) {
        return contact(id.activity(), id.person());
    }

    /** Where a registration or a pointer to one is, under one of the person's contacts. */
    public static Key contact(ActivityId id, PersonKey contact) {
        return new Key(people(id, bucket(contact)), contact.value());
    }

    /** Where an attempt moves when a later one takes its place. */
    public static Key pastRegistration(RegistrationId id) {
        return new Key(
                id.activity().value() + "#past#" + hex(bucket(id.person())),
                id.person().value() + "#" + id.attempt());
    }

    /** Questions as they stood before they were changed. */
    public static Key formerQuestions(ActivityId id, long version) {
        return new Key(id.value(), "questions#%06d".formatted(version));
    }

    /** Where a task stands. All instants are of one length, so that they sort as texts as they do in time. */
    public static Key task(Task task) {
        return new Key(dueIn(task.at()), moment(task.at()) + "#" + task.activity() + "#" + name(task.work()));
    }

    /** Partition of all tasks that are due in the hour of this instant. */
    public static String dueIn(Instant instant) {
        return "due#" + instant.toString().substring(0, "2026-12-05T06".length());
    }

    /** Greater than every task that is due by now, less than every later one. */
    public static String dueUntil(Instant now) {
        return moment(now) + "#~";
    }

    public static Key watermark() {
        return new Key("due", "watermark");
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String name(Task.Work work) {
        return switch (work) {
            case Task.Work.Remind(var due) -> "remind#" + due.getEpochSecond();
            case Task.Work.Expire() -> "expire";
            case Task.Work.NoShows() -> "no-shows";
            case Task.Work.CancelAll() -> "cancel-all";
            case Task.Work.Announce(var version) -> "announce#" + version;
            case Task.Work.EndOffer(var registration) -> "end-offer#" + registration;
            case Task.Work.MoveUp(var group) -> "move-up#" + group;
            case Task.Work.Meet(var cause) -> "meet#" + cause;
            case Task.Work.Unknown(var name) -> name;
        };
    }

    /** The partitions that together hold an activity's registrations, in the order in which they are listed. */
    public static List<String> people(ActivityId id) {
        return IntStream.range(0, SPREAD).mapToObj(bucket -> people(id, bucket)).toList();
    }

    /** Partition of everybody's wishes at a roadshow: a few hundred people, each of whom writes now and then. */
    public static String wishes(ActivityId roadshow) {
        return roadshow.value() + "#wishes";
    }

    public static Key wishes(RegistrationId id) {
        return new Key(wishes(id.activity()), id.value());
    }

    /** Partition of all that is planned for a roadshow. */
    public static String timetables(ActivityId roadshow) {
        return roadshow.value() + "#timetable";
    }

    public static Key timetable(ActivityId roadshow, String id) {
        return new Key(timetables(roadshow), id);
    }

    public static Key publishedTimetable(ActivityId roadshow) {
        return new Key(timetables(roadshow), "published");
    }

    public static Key runningOrder(ActivityId roadshow) {
        return new Key(timetables(roadshow), "running-order");
    }

    /** Partition key of the index for all activities of one type. */
    public static String listed(ActivityType type) {
        return type.code();
    }

    public static String audit(String subject) {
        return "audit#" + subject;
    }

    private static String people(ActivityId id, int bucket) {
        return id.value() + "#people#" + hex(bucket);
    }

    private static int bucket(PersonKey contact) {
        return contact.bytes()[0] & (SPREAD - 1);
    }

    private static String hex(int bucket) {
        return Integer.toHexString(bucket);
    }
}
