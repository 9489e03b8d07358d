package yunhe.dynamo.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Page;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.NoticeRecord.Outcome;
import yunhe.core.notice.Notices.Claim;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;

/** Records, as an organiser goes through them. */
class DynamoNoticeListsTest {

    private static final Outcome SENT =
            new Outcome(NoticeRecord.Status.SENT, Optional.of(NoticeRecord.Channel.MAIL), Optional.empty());
    private static final Outcome REFUSED =
            new Outcome(NoticeRecord.Status.FAILED, Optional.of(NoticeRecord.Channel.MAIL), Optional.of("smtp 550"));

    private final EmbeddedStore store = EmbeddedStore.start();
    private final RandomGenerator random = new SecureRandom();
    private final DynamoNotices notices = new DynamoNotices(store.client(), table(), random);
    private final DynamoNoticeLists lists = new DynamoNoticeLists(store.client(), table());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_failed_is_found_newest_first_and_what_was_sent_is_not_among_it() {
        var expected = new ArrayList<Notice>();
        for (int minute = 0; minute < 5; minute++) {
            expected.addFirst(told(registration(), REFUSED, Samples.NOW.plusSeconds(60L * minute)));
            told(registration(), SENT, Samples.NOW);
            told(registration(), Outcome.dropped("late"), Samples.NOW);
        }
        assertEquals(expected, all(cursor -> lists.all(Optional.of(NoticeRecord.Status.FAILED), 2, cursor)));
        assertEquals(
                5,
                all(cursor -> lists.all(Optional.of(NoticeRecord.Status.DROPPED_LATE), 2, cursor))
                        .size());
    }

    @Test
    void everything_of_everybody_is_found_once_and_nothing_else_of_the_table() {
        var expected = new HashSet<Notice>();
        for (int count = 0; count < 7; count++) {
            expected.add(told(registration(), SENT, Samples.NOW));
        }
        new DynamoOptOuts(store.client(), table()).optOut(List.of(registration().person()), Samples.NOW);
        for (int limit = 1; limit <= 8; limit++) {
            int size = limit;
            var found = all(cursor -> lists.all(Optional.empty(), size, cursor));
            assertEquals(7, found.size());
            assertEquals(expected, new HashSet<>(found));
        }
        assertEquals(List.of(), all(cursor -> lists.all(Optional.of(NoticeRecord.Status.QUEUED), 3, cursor)));
    }

    @Test
    void everything_about_one_registration_is_found_by_pages() {
        var about = registration();
        for (int version = 1; version <= 5; version++) {
            var mine = (Claim.Mine) notices.claim(new Notice(about, NoticeKind.LINK, version), Samples.NOW);
            notices.settle(mine, version % 2 == 0 ? REFUSED : SENT, Samples.NOW);
        }
        told(registration(), REFUSED, Samples.NOW);

        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                all(cursor -> lists.about(about, Optional.empty(), 2, cursor)).stream()
                        .map(Notice::version)
                        .toList());
        assertEquals(
                List.of(2L, 4L),
                all(cursor -> lists.about(about, Optional.of(NoticeRecord.Status.FAILED), 1, cursor)).stream()
                        .map(Notice::version)
                        .toList());
    }

    @Test
    void what_is_told_about_a_stay_is_found_under_it_and_among_all() {
        var stay = StayId.fresh(StationId.fresh(random), LocalDate.of(2026, 12, 1), random);
        var failed = settled(new Notice(stay, NoticeKind.STAY_OFFERED, 2), REFUSED, Samples.NOW);
        var sent = settled(new Notice(stay, NoticeKind.STAY_CONFIRMED, 3), SENT, Samples.NOW);
        told(registration(), SENT, Samples.NOW);

        assertEquals(List.of(sent, failed), all(cursor -> lists.about(stay, Optional.empty(), 1, cursor)));
        assertEquals(List.of(failed), all(cursor -> lists.all(Optional.of(NoticeRecord.Status.FAILED), 1, cursor)));
        assertEquals(3, all(cursor -> lists.all(Optional.empty(), 1, cursor)).size());
    }

    @Test
    void a_broken_cursor_begins_anew() {
        told(registration(), REFUSED, Samples.NOW);
        for (var cursor : List.of("", " ", "x", "notice#reg_a b 2026", "notice#reg_a kind#1 ")) {
            assertEquals(
                    1,
                    lists.all(Optional.of(NoticeRecord.Status.FAILED), 5, Optional.of(cursor))
                            .items()
                            .size(),
                    cursor);
        }
    }

    @Test
    void what_is_queued_again_leaves_the_list_of_failures_and_is_remembered_as_one() {
        var notice = told(registration(), REFUSED, Samples.NOW);
        lists.queueAgain(notice, Samples.NOW.plusSeconds(1));
        lists.queueAgain(notice, Samples.NOW.plusSeconds(2));

        var standing = lists.standing(notice).orElseThrow();
        assertEquals(NoticeRecord.Status.QUEUED, standing.record().status());
        assertEquals(Samples.NOW.plusSeconds(1), standing.record().at());
        assertEquals(Optional.empty(), standing.record().outcome().reason());
        assertTrue(standing.everFailed());
        assertEquals(
                Set.of(), new HashSet<>(all(cursor -> lists.all(Optional.of(NoticeRecord.Status.FAILED), 2, cursor))));
        assertTrue(notices.claim(notice, Samples.NOW.plusSeconds(1)) instanceof Claim.Mine);
    }

    @Test
    void what_did_not_fail_cannot_be_queued_again() {
        var notice = told(registration(), SENT, Samples.NOW);
        lists.queueAgain(notice, Samples.NOW);
        var standing = lists.standing(notice).orElseThrow();
        assertEquals(SENT, standing.record().outcome());
        assertFalse(standing.everFailed());
        assertEquals(Optional.empty(), lists.standing(new Notice(registration(), NoticeKind.LINK, 1)));
    }

    private Notice told(RegistrationId about, Outcome outcome, Instant at) {
        return settled(new Notice(about, NoticeKind.CONFIRMED, 1), outcome, at);
    }

    private Notice settled(Notice notice, Outcome outcome, Instant at) {
        notices.settle((Claim.Mine) notices.claim(notice, at), outcome, at);
        return notice;
    }

    private static List<Notice> all(Function<Optional<String>, Page<NoticeRecord>> read) {
        var all = new ArrayList<Notice>();
        var cursor = Optional.<String>empty();
        do {
            var page = read.apply(cursor);
            page.items().forEach(record -> all.add(record.notice()));
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private RegistrationId registration() {
        var activity = ActivityId.fresh(ActivityType.GATHERING, random);
        return Samples.newcomer(activity, "women", Samples.withEmail(1), random)
                .as(Status.CONFIRMED, 1, Map.of(), Optional.empty(), Optional.empty())
                .id();
    }

    private String table() {
        return store.tableName("NoticesTable");
    }
}
