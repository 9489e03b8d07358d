package yunhe.dynamo.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;

/** Stored keys never change by accident. */
class NoticeKeysTest {

    private static final RegistrationId REGISTRATION =
            RegistrationId.parse("reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB").orElseThrow();

    @Test
    void a_notice_lies_under_its_registration_by_kind_and_version() {
        assertEquals(
                new Key("notice#reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB", "registration.confirmed#0000000002"),
                NoticeKeys.notice(new Notice(REGISTRATION, NoticeKind.CONFIRMED, 2)));
    }

    @Test
    void everything_about_a_registration_is_one_partition() {
        assertEquals("notice#reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB", NoticeKeys.about(REGISTRATION));
    }

    @Test
    void whom_nothing_reaches_lies_under_the_activity() {
        assertEquals(
                new Key("unreachable#" + REGISTRATION.activity().value(), "reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB"),
                NoticeKeys.unreachable(REGISTRATION));
    }

    @Test
    void what_a_person_said_about_reminders_lies_under_their_key() {
        var key = REGISTRATION.person();
        assertEquals(new Key("optout#" + key.value(), "optout"), NoticeKeys.optOut(key));
        assertEquals(
                new Key("reminded#" + key.value(), "2026-12-05"), NoticeKeys.reminded(key, LocalDate.of(2026, 12, 5)));
    }

    @Test
    void each_robot_has_its_own_place() {
        assertEquals(new Key("digest#dingtalk", "reached"), NoticeKeys.digest("dingtalk"));
    }
}
