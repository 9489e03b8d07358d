package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Task.Work;

class TaskItemTest {

    private static final Instant AT = Instant.parse("2026-12-05T04:00:00Z");
    private static final ActivityId ROADSHOW =
            ActivityId.parse("show_AAAAAAAAAAE").orElseThrow();
    private static final RegistrationId REGISTRATION =
            RegistrationId.parse("reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB").orElseThrow();

    static Stream<Work> works() {
        return Stream.of(
                new Work.Remind(AT),
                new Work.Expire(),
                new Work.NoShows(),
                new Work.CancelAll(),
                new Work.Announce(7),
                new Work.EndOffer(REGISTRATION),
                new Work.MoveUp("investor"),
                new Work.Meet(REGISTRATION + "#signed-up"));
    }

    @ParameterizedTest
    @MethodSource("works")
    void a_task_survives_being_stored_and_how_far_it_has_come_as_well(Work work) {
        var fresh = Task.at(AT, ROADSHOW, work);
        assertEquals(fresh, TaskItem.read(TaskItem.of(fresh)));

        var begun = fresh.from(Optional.of("7#somebody"));
        assertEquals(begun, TaskItem.read(TaskItem.of(begun)));
    }

    @Test
    void work_of_another_version_of_the_program_is_known_by_its_whole_name_and_never_stored() {
        var item = TaskItem.of(Task.at(AT, ROADSHOW, new Work.Meet("a#b")));
        item.put("work", AttributeValue.fromS("invented-later"));
        var unknown = TaskItem.read(item);

        assertEquals(new Work.Unknown("meet#a#b"), unknown.work());
        assertThrows(IllegalArgumentException.class, () -> TaskItem.of(unknown));
    }
}
