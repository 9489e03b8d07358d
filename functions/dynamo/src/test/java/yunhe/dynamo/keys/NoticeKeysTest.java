package yunhe.dynamo.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void each_robot_has_its_own_place() {
        assertEquals(new Key("digest#dingtalk", "reached"), NoticeKeys.digest("dingtalk"));
    }
}
