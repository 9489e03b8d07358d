package yunhe.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.notice.Facts.Asked;

/** What a participant is told of besides changes of the status. */
class FactsTest {

    private static final RegistrationId GUEST =
            RegistrationId.parse("reg_ALsa1XMZuJzYqiEuSEZ2hmy6DJdl4AAB").orElseThrow();

    @Test
    void meetings_are_told_once_for_each_revision_that_is_noted() {
        assertEquals(
                List.of(new Notice(GUEST, NoticeKind.MEETINGS_PUBLISHED, 1)),
                told(Asked.NOTHING, new Asked(0, 0, 1, Set.of())));
        assertEquals(
                List.of(new Notice(GUEST, NoticeKind.MEETINGS_PUBLISHED, 4)),
                told(new Asked(0, 0, 1, Set.of()), new Asked(0, 0, 4, Set.of())));
        assertEquals(List.of(), told(new Asked(0, 0, 4, Set.of()), new Asked(0, 0, 4, Set.of())));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "PENDING"})
    void meetings_that_are_known_are_not_told_again_with_a_new_status(Status status) {
        var asked = new Asked(0, 0, 2, Set.of());
        var before = new Facts.State(GUEST, Status.WAITLISTED, false, asked, 1);
        var kinds = Facts.between(Optional.of(before), new Facts.State(GUEST, status, false, asked, 2)).stream()
                .map(Notice::kind)
                .toList();

        assertEquals(List.of(status == Status.CONFIRMED ? NoticeKind.PROMOTED : NoticeKind.PENDING), kinds);
    }

    @Test
    void what_an_earlier_attempt_was_told_counts_for_nothing() {
        var before = new Facts.State(GUEST, Status.CANCELLED, false, new Asked(2, 3, 4, Set.of(5L)), 6);
        var again = new Facts.State(GUEST.next(), Status.CONFIRMED, false, new Asked(1, 3, 4, Set.of(5L)), 1);

        assertEquals(
                List.of(
                        new Notice(GUEST.next(), NoticeKind.CONFIRMED, 1),
                        new Notice(GUEST.next(), NoticeKind.LINK, 1),
                        new Notice(GUEST.next(), NoticeKind.ACTIVITY_CHANGED, 3),
                        new Notice(GUEST.next(), NoticeKind.MEETINGS_PUBLISHED, 4),
                        new Notice(GUEST.next(), NoticeKind.REMINDER, 5)),
                Facts.between(Optional.of(before), again));
    }

    private static List<Notice> told(Asked before, Asked after) {
        return Facts.between(
                Optional.of(new Facts.State(GUEST, Status.CONFIRMED, false, before, 3)),
                new Facts.State(GUEST, Status.CONFIRMED, false, after, 3));
    }
}
