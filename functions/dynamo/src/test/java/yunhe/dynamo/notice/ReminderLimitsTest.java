package yunhe.dynamo.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.notice.DailyCap;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Unreachable;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Base64Url;
import yunhe.testkit.AtOnce;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/** So many reminders a day, none for who wants none, and marks on whom nothing reaches. */
class ReminderLimitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 4);

    private static EmbeddedStore store;

    private final RandomGenerator random = new SecureRandom();
    private final PersonKey han = person();

    @BeforeAll
    static void open() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void five_of_eight_at_once_find_room_in_a_day() {
        assertEquals(5, counted(store.client()));
    }

    /** The control. */
    @Test
    void without_the_condition_all_eight_do() {
        var sabotage = Sabotage.without(DynamoDailyCap.THERE_IS_ROOM, store.client());
        assertEquals(8, counted(sabotage.client()));
        assertEquals(8, sabotage.timesMet());
    }

    @Test
    void the_same_reminder_is_counted_once_and_stays_counted() {
        var cap = cap(store.client());
        var first = reminder(registration(), 1);
        for (int attempt = 0; attempt < 10; attempt++) {
            assertTrue(cap.count(first, han, TODAY));
        }
        for (int other = 2; other <= 5; other++) {
            assertTrue(cap.count(reminder(registration(), other), han, TODAY));
        }
        assertFalse(cap.count(reminder(registration(), 6), han, TODAY));
        assertTrue(cap.count(first, han, TODAY), "a retry of what was counted");
        assertTrue(cap.count(reminder(registration(), 6), han, TODAY.plusDays(1)));
        assertTrue(cap.count(reminder(registration(), 6), person(), TODAY));
    }

    @Test
    void whoever_opts_out_with_one_contact_is_out_with_it_until_they_come_back() {
        var optOuts = new DynamoOptOuts(store.client(), store.tableName("NoticesTable"));
        var mail = person();
        var phone = person();
        assertFalse(optOuts.isOut(List.of(mail, phone)));
        optOuts.optOut(List.of(mail), Samples.NOW);
        optOuts.optOut(List.of(mail), Samples.NOW);
        assertTrue(optOuts.isOut(List.of(phone, mail)));
        assertFalse(optOuts.isOut(List.of(phone)));
        optOuts.comeBack(List.of(mail, phone));
        assertFalse(optOuts.isOut(List.of(mail, phone)));
    }

    @Test
    void marks_are_those_of_the_page_and_can_be_taken_away() {
        var marks = new DynamoUnreachables(store.client(), store.tableName("NoticesTable"));
        var activity = ActivityId.fresh(ActivityType.GATHERING, random);
        var people = List.of(registration(activity, 1), registration(activity, 2), registration(activity, 3));
        var refused = new Unreachable(people.get(1), NoticeRecord.Channel.MAIL, "smtp 550", Samples.NOW);
        marks.mark(refused);
        marks.mark(new Unreachable(people.get(0), NoticeRecord.Channel.SMS, "http 410", Samples.NOW));

        assertEquals(Map.of(people.get(1), refused), marks.among(activity, people.subList(1, 3)));
        assertEquals(Map.of(), marks.among(activity, List.of()));
        marks.clear(people.get(1));
        assertEquals(1, marks.among(activity, people).size());
    }

    private int counted(DynamoDbClient client) {
        var cap = cap(client);
        return (int) AtOnce.run(8, guest -> cap.count(reminder(registration(), guest), han, TODAY)).stream()
                .filter(room -> room)
                .count();
    }

    private static DailyCap cap(DynamoDbClient client) {
        return new DynamoDailyCap(client, store.tableName("NoticesTable"), 5);
    }

    private static Notice reminder(RegistrationId about, long due) {
        return new Notice(about, NoticeKind.REMINDER, due);
    }

    private RegistrationId registration() {
        return registration(ActivityId.fresh(ActivityType.GATHERING, random), 1);
    }

    private RegistrationId registration(ActivityId activity, int guest) {
        return Samples.newcomer(activity, "women", Samples.withEmail(guest), random)
                .as(Status.CONFIRMED, 1, Map.of(), Optional.empty(), Optional.empty())
                .id();
    }

    private PersonKey person() {
        var bytes = new byte[PersonKey.BYTES];
        random.nextBytes(bytes);
        return new PersonKey(Base64Url.encode(bytes));
    }
}
