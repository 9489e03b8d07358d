package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.Phone;
import yunhe.testkit.Samples;
import yunhe.testkit.UnitMeter;

/** What the store is asked for each reminder that goes out, whatever else is in it. */
class ReminderCostTest {

    @Test
    void a_reminder_costs_three_write_units_and_one_read_for_each_contact_beside_the_registration_and_its_activity() {
        var one = cost(Samples.withEmail(1));
        var two = cost(new Person(
                "李雷",
                Optional.of(new Email("li@example.com")),
                Optional.of(new Phone("+8613800000001")),
                Optional.empty(),
                Optional.empty()));

        assertEquals(new Cost(3, 3, 3), one, "claim, the day's cap, and the record");
        assertEquals(new Cost(3, 3, 4), two, "each contact may have opted out");
    }

    private static Cost cost(Person person) {
        try (var world = new World()) {
            var made = world.signUp(world.published(Samples.mixer(5, "women:1")), person);
            var due = Samples.START.minus(Duration.ofHours(2));
            world.clock.moveTo(due);
            var reminder = new Notice(made.id(), NoticeKind.REMINDER, due.getEpochSecond());
            var meter = new UnitMeter(world.store.client());
            assertEquals(0, world.deliver(world.notifier(meter.client()), reminder));
            assertEquals(NoticeRecord.Status.SENT, world.status(reminder));
            return new Cost(meter.writes(), meter.writeUnits(), meter.reads());
        }
    }

    private record Cost(int writes, int units, int reads) {}
}
