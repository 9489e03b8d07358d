package yunhe.dynamo.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.RegistrationId;
import yunhe.core.lodging.StayId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;

/** Stored keys never change by accident. */
class NoticeKeysTest {

    private static final RegistrationId REGISTRATION =
            RegistrationId.parse("reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB").orElseThrow();
    private static final StayId STAY =
            StayId.parse("stay_AAAAAAAAAAEAAFE0ASNFZ4mrze8AAAAq").orElseThrow();

    @Test
    void a_notice_lies_under_its_registration_by_kind_and_version() {
        assertEquals(
                new Key("notice#reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB", "registration.confirmed#0000000002"),
                NoticeKeys.notice(new Notice(REGISTRATION, NoticeKind.CONFIRMED, 2)));
    }

    @Test
    void a_notice_about_a_stay_lies_under_the_stay() {
        assertEquals(
                new Key("notice#stay_AAAAAAAAAAEAAFE0ASNFZ4mrze8AAAAq", "stay.changed#0000000003"),
                NoticeKeys.notice(new Notice(STAY, NoticeKind.STAY_CHANGED, 3)));
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
