package yunhe.dynamo.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.Notices;
import yunhe.core.notice.Notices.Claim;
import yunhe.dynamo.keys.NoticeKeys;
import yunhe.testkit.AtOnce;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/** One teller per fact. */
class DynamoNoticesTest {

    private static final Instant NOW = Samples.NOW;
    private static final NoticeRecord.Outcome SENT = new NoticeRecord.Outcome(
            NoticeRecord.Status.SENT, Optional.of(NoticeRecord.Channel.MAIL), Optional.empty());
    private static final NoticeRecord.Outcome REFUSED = new NoticeRecord.Outcome(
            NoticeRecord.Status.FAILED, Optional.of(NoticeRecord.Channel.MAIL), Optional.of("smtp 550"));

    private static EmbeddedStore store;

    private final RandomGenerator random = new SecureRandom();
    private final Notices notices = new DynamoNotices(store.client(), table(), random);

    @BeforeAll
    static void open() {
        store = EmbeddedStore.start();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void one_of_sixteen_gets_the_claim() {
        var notice = fresh(NoticeKind.CONFIRMED, 1);
        assertEquals(1, mine(notices, notice));
    }

    /** The control. */
    @Test
    void without_the_condition_all_sixteen_get_it() {
        var sabotage = Sabotage.without(DynamoNotices.NOBODY_HAS_IT, store.client());
        var careless = new DynamoNotices(sabotage.client(), table(), random);
        assertEquals(16, mine(careless, fresh(NoticeKind.CONFIRMED, 1)));
        assertEquals(16, sabotage.timesMet());
    }

    @Test
    void a_claim_ends_by_itself_and_the_late_owner_can_write_nothing() {
        var notice = fresh(NoticeKind.CONFIRMED, 1);
        var late = assertInstanceOf(Claim.Mine.class, notices.claim(notice, NOW));
        var then = NOW.plus(DynamoNotices.CLAIM_FOR);
        assertInstanceOf(Claim.Taken.class, notices.claim(notice, then.minusMillis(1)));
        var next = assertInstanceOf(Claim.Mine.class, notices.claim(notice, then));

        notices.settle(late, NoticeRecord.Outcome.dropped("late"), then);
        assertEquals(NoticeRecord.Status.QUEUED, only(notice).status());
        notices.settle(next, SENT, then);
        notices.release(next, then);
        assertEquals(new NoticeRecord(notice, SENT, then, Optional.empty()), only(notice));
        assertInstanceOf(Claim.Settled.class, notices.claim(notice, then.plus(DynamoNotices.CLAIM_FOR)));
    }

    @Test
    void what_is_given_back_can_be_claimed_at_once() {
        var notice = fresh(NoticeKind.CONFIRMED, 1);
        notices.release(assertInstanceOf(Claim.Mine.class, notices.claim(notice, NOW)), NOW);
        assertInstanceOf(Claim.Mine.class, notices.claim(notice, NOW));
    }

    @Test
    void what_was_given_up_goes_to_one_of_sixteen_who_bring_it_back() {
        var notice = fresh(NoticeKind.CONFIRMED, 1);
        givenUp(notice);
        assertEquals(NoticeRecord.Status.FAILED, only(notice).status());
        assertEquals(1, mine(notices, notice));
        assertEquals(Optional.empty(), only(notice).outcome().reason());
    }

    /** The control. */
    @Test
    void without_the_condition_all_sixteen_bring_it_back() {
        var notice = fresh(NoticeKind.CONFIRMED, 1);
        givenUp(notice);
        var sabotage = Sabotage.without(DynamoNotices.NOBODY_HAS_IT, store.client());
        assertEquals(16, mine(new DynamoNotices(sabotage.client(), table(), random), notice));
    }

    @Test
    void what_was_refused_or_dropped_is_settled() {
        for (var outcome : List.of(REFUSED, NoticeRecord.Outcome.dropped("late"), SENT)) {
            var notice = fresh(NoticeKind.CONFIRMED, 1);
            notices.settle(assertInstanceOf(Claim.Mine.class, notices.claim(notice, NOW)), outcome, NOW);
            assertInstanceOf(Claim.Settled.class, notices.claim(notice, NOW.plus(DynamoNotices.CLAIM_FOR)));
        }
    }

    private void givenUp(Notice notice) {
        var mine = assertInstanceOf(Claim.Mine.class, notices.claim(notice, NOW));
        notices.settle(mine, NoticeRecord.Outcome.givenUp(), NOW);
    }

    @Test
    void a_registration_knows_everything_that_was_told_about_it() {
        var confirmed = fresh(NoticeKind.CONFIRMED, 1);
        var cancelled = new Notice(confirmed.about(), NoticeKind.CANCELLED, 2);
        notices.claim(confirmed, NOW);
        notices.claim(cancelled, NOW);
        notices.claim(fresh(NoticeKind.CONFIRMED, 1), NOW);

        assertEquals(
                List.of(cancelled, confirmed),
                notices.about(confirmed.about()).stream()
                        .map(NoticeRecord::notice)
                        .toList());
    }

    @Test
    void records_hold_no_text_and_no_address_and_are_deleted_in_time() {
        var notice = fresh(NoticeKind.CONFIRMED, 1);
        var mine = assertInstanceOf(Claim.Mine.class, notices.claim(notice, NOW));
        notices.settle(mine, SENT, NOW);
        var item = store.client()
                .getItem(it ->
                        it.tableName(table()).key(NoticeKeys.notice(notice).attributes()))
                .item();

        assertEquals(
                Long.toString(NOW.plus(DynamoNotices.KEEP_FOR).getEpochSecond()),
                item.get("expiresAt").n());
        assertEquals("2", item.get("version").n());
        assertTrue(
                java.util.Set.of(
                                "pk",
                                "sk",
                                "type",
                                "schema",
                                "version",
                                "about",
                                "kind",
                                "fact",
                                "status",
                                "channel",
                                "at",
                                "claim",
                                "expiresAt")
                        .containsAll(item.keySet()),
                item.keySet().toString());
    }

    private int mine(Notices store, Notice notice) {
        return (int) AtOnce.run(16, caller -> store.claim(notice, NOW)).stream()
                .filter(Claim.Mine.class::isInstance)
                .count();
    }

    private NoticeRecord only(Notice notice) {
        var records = notices.about(notice.about());
        assertEquals(1, records.size());
        return records.getFirst();
    }

    private Notice fresh(NoticeKind kind, long version) {
        return new Notice(registration(), kind, version);
    }

    private RegistrationId registration() {
        var activity = ActivityId.fresh(ActivityType.GATHERING, random);
        return Samples.newcomer(activity, "women", Samples.withEmail(1), random)
                .as(Status.CONFIRMED, 1, Map.of(), Optional.empty(), Optional.empty())
                .id();
    }

    private static String table() {
        return store.tableName("NoticesTable");
    }
}
