package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.ActivityId;
import yunhe.core.notice.Digests;
import yunhe.core.shared.Language;
import yunhe.dynamo.notice.DynamoDigests;
import yunhe.notifications.digest.Digest;
import yunhe.notifications.digest.Intake;
import yunhe.notifications.message.DigestText;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Faults;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/** What organisers hear in their group chats. */
class DigestTest {

    private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final Duration UNTIL_THE_NEXT = Duration.ofHours(5);

    private final World world = new World();
    private final Gateway weCom = new Gateway();

    @BeforeEach
    void oneRobot() {
        weCom.says(OK);
        world.variables.put("WECOM_ROBOT_URL", weCom.address() + "?key=secret");
        world.variables.put("ROBOT_LANGUAGE", "zh");
    }

    @AfterEach
    void close() {
        weCom.close();
        world.close();
    }

    @Test
    void one_message_says_what_came_in_since_the_last_one() {
        var mixer = mixer();
        var walk = world.published(Samples.mixer(5, "women:20"));
        signUp(mixer, 1, 2, 3, 4);
        signUp(walk, 1);
        var left = world.signUp(mixer, Samples.withEmail(5));
        world.cancel(left);
        world.clock.advance(SETTLED);
        tell();

        assertEquals(1, weCom.calls().size());
        var text = texts(weCom).getFirst();
        assertTrue(text.startsWith("报名汇总：自上次以来新增 6 人\n\n"), text);
        assertTrue(text.contains("""
            《运河南端遇见你》12月8日 星期二 10:00
            新增 5 人：确认 3 · 候补 1 · 已取消或未通过 1
            已确认 3/3 · 候补 1
            https://yunhe.example/g/%s\
            """.formatted(mixer)), text);
        assertTrue(text.contains("新增 1 人：确认 1\n已确认 1/20 · 候补 0\nhttps://yunhe.example/g/" + walk), text);

        world.clock.advance(UNTIL_THE_NEXT);
        signUp(walk, 6, 7);
        world.clock.advance(SETTLED);
        tell();
        assertEquals(2, weCom.calls().size());
        var second = texts(weCom).getLast();
        assertTrue(second.contains("新增 2 人：确认 2\n已确认 3/20"), second);
        assertFalse(second.contains(mixer.value()), "nobody new signed up for it");
    }

    @Test
    void it_can_be_had_in_english() {
        world.variables.put("ROBOT_LANGUAGE", "en");
        var mixer = mixer();
        signUp(mixer, 1, 2, 3, 4);
        world.clock.advance(SETTLED);
        tell();
        assertEquals("""
            Sign-ups since the last digest: 4

            Meet at the South End, Tuesday, 8 December, 10:00 (GMT+8)
            New: 4 (confirmed 3 · waiting 1)
            Confirmed 3/3 · waiting 1
            https://yunhe.example/g/%s\
            """.formatted(mixer), texts(weCom).getFirst());
    }

    @Test
    void nobody_is_named() {
        signUp(mixer(), 1, 2);
        world.signUp(mixer(), Samples.withBoth(3));
        world.clock.advance(SETTLED);
        tell();
        var body = weCom.calls().getFirst().body();
        for (var personal : List.of("韩梅梅", "guest", "example.com", "138")) {
            assertFalse(body.contains(personal), body);
        }
    }

    @Test
    void nothing_new_is_no_message() {
        mixer();
        tell();
        world.clock.advance(UNTIL_THE_NEXT);
        tell();
        assertEquals(0, weCom.calls().size());
    }

    @Test
    void without_a_robot_nothing_is_read() {
        world.variables.remove("WECOM_ROBOT_URL");
        var untouchable = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    throw new AssertionError("called " + method.getName());
                });
        new DigestHandler(world.environment(), untouchable).handleRequest(Map.of(), null);
        assertEquals(0, weCom.calls().size());
    }

    @Test
    void runs_that_were_missed_are_made_up_for() {
        tell();
        var mixer = mixer();
        signUp(mixer, 1);
        world.clock.advance(Duration.ofDays(3));
        signUp(mixer, 2);
        world.clock.advance(Duration.ofDays(1));
        tell();
        assertTrue(texts(weCom).getFirst().contains("新增 2 人"), texts(weCom).getFirst());
    }

    @Test
    void an_activity_that_ended_meanwhile_is_still_told_of() {
        tell();
        var mixer = mixer();
        world.clock.moveTo(Samples.START.minus(Duration.ofHours(1)));
        tell();
        signUp(mixer, 1);
        world.clock.moveTo(Samples.START.plus(Duration.ofHours(12)));
        tell();
        assertEquals(1, weCom.calls().size());
    }

    /** What is being written while people are counted is in the next digest, not in none. */
    @Test
    void whoever_signs_up_at_that_moment_is_told_of_once() {
        var mixer = mixer();
        signUp(mixer, 1);
        tell();
        assertEquals(0, weCom.calls().size());
        for (int run = 0; run < 4; run++) {
            world.clock.advance(Duration.ofMinutes(1));
            tell();
        }
        assertEquals(1, weCom.calls().size());
    }

    @Test
    void five_runs_at_once_send_one_message() {
        signUp(mixer(), 1, 2);
        world.clock.advance(SETTLED);
        allAtOnce(digests(world.store.client()));
        assertEquals(1, weCom.calls().size());
    }

    /** The control: without the turn's condition, the same runs send five. */
    @Test
    void without_turns_the_same_five_runs_send_five() {
        signUp(mixer(), 1, 2);
        world.clock.advance(SETTLED);
        var sabotage = Sabotage.without(DynamoDigests.NOBODY_IS_AT_IT, world.store.client());
        allAtOnce(digests(sabotage.client()));
        assertEquals(5, sabotage.timesMet());
        assertEquals(5, weCom.calls().size());
    }

    private void allAtOnce(Digests digests) {
        var everybodyAsked = new CyclicBarrier(5);
        AtOnce.run(5, run -> {
            digest(new Watched(digests) {
                @Override
                public Optional<Turn> take(String robot, Instant now) {
                    var turn = super.take(robot, now);
                    try {
                        everybodyAsked.await();
                    } catch (InterruptedException | BrokenBarrierException cause) {
                        throw new IllegalStateException(cause);
                    }
                    return turn;
                }
            });
            return run;
        });
    }

    @Test
    void who_dies_before_anything_was_sent_is_followed_when_the_turn_ends() {
        signUp(mixer(), 1);
        world.clock.advance(SETTLED);
        assertThrows(
                Died.class,
                () -> digest(new Watched(digests(world.store.client())) {
                    @Override
                    public Optional<Turn> take(String robot, Instant now) {
                        super.take(robot, now);
                        throw new Died();
                    }
                }));
        tell();
        assertEquals(0, weCom.calls().size(), "somebody may still be at it");
        world.clock.advance(DynamoDigests.TURN_FOR);
        tell();
        tell();
        assertEquals(1, weCom.calls().size());
    }

    /** The one way to hear a digest twice. */
    @Test
    void who_dies_between_sending_and_recording_repeats_the_digest_once() {
        signUp(mixer(), 1);
        world.clock.advance(SETTLED);
        assertThrows(
                Died.class,
                () -> digest(new Watched(digests(world.store.client())) {
                    @Override
                    public void reached(Turn turn, Instant until, Instant now) {
                        throw new Died();
                    }
                }));
        world.clock.advance(DynamoDigests.TURN_FOR);
        tell();
        world.clock.advance(UNTIL_THE_NEXT);
        tell();
        assertEquals(2, weCom.calls().size());
        assertEquals(texts(weCom).get(0), texts(weCom).get(1));
    }

    @Test
    void a_robot_that_is_away_or_refuses_misses_nothing_and_the_other_hears_nothing_twice() {
        try (var dingTalk = new Gateway()) {
            dingTalk.says(OK);
            world.variables.put("DINGTALK_ROBOT_URL", dingTalk.address().toString());
            var mixer = mixer();
            signUp(mixer, 1);
            world.clock.advance(SETTLED);
            for (var trouble : List.of("{\"errcode\":45009}", "{\"errcode\":93000}", "<html>")) {
                weCom.says(trouble);
                assertThrows(IllegalStateException.class, this::tell);
            }
            assertEquals(1, dingTalk.calls().size());

            weCom.says(OK);
            signUp(mixer, 2);
            world.clock.advance(SETTLED);
            tell();
            assertTrue(texts(weCom).getLast().contains("新增 2 人"), texts(weCom).getLast());
            assertEquals(2, dingTalk.calls().size());
            assertTrue(
                    texts(dingTalk).getLast().contains("新增 1 人"),
                    texts(dingTalk).getLast());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_store_call_that_fails_costs_a_run_and_no_digest(Faults.When when) {
        var mixer = world.published(Samples.mixer(5, "women:100"));
        int failed = 0;
        for (int call = 1; ; call++) {
            signUp(mixer, call);
            world.clock.advance(SETTLED);
            var faults = Faults.in(world.store.client());
            faults.failCall(call, when);
            var handler = new DigestHandler(world.environment(), faults.client());
            int before = weCom.calls().size();
            try {
                handler.handleRequest(Map.of(), null);
            } catch (RuntimeException cause) {
                failed++;
            }
            if (faults.takeBack()) {
                break;
            }
            world.clock.advance(DynamoDigests.TURN_FOR);
            tell();
            assertEquals(before + 1, weCom.calls().size(), "call " + call);
        }
        assertTrue(failed >= 18, "turn, activities of two types, sixteen partitions: " + failed);
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Digests of which a test changes one step. */
    private static class Watched implements Digests {

        private final Digests real;

        Watched(Digests real) {
            this.real = real;
        }

        @Override
        public Optional<Turn> take(String robot, Instant now) {
            return real.take(robot, now);
        }

        @Override
        public void reached(Turn turn, Instant until, Instant now) {
            real.reached(turn, until, now);
        }

        @Override
        public void giveBack(Turn turn, Instant now) {
            real.giveBack(turn, now);
        }
    }

    private void tell() {
        new DigestHandler(world.environment(), world.store.client()).handleRequest(Map.of(), null);
    }

    private void digest(Digests digests) {
        new Digest(
                        digests,
                        new Intake(world.activities, world.registrations),
                        Channels.robots(world.environment()),
                        new DigestText(Language.ZH, "https://yunhe.example"),
                        world.clock)
                .tell();
    }

    private Digests digests(DynamoDbClient client) {
        return new DynamoDigests(client, world.variables.get("NOTICES_TABLE"), world.random);
    }

    private ActivityId mixer() {
        return world.published(Samples.mixer(5, "women:3"));
    }

    private void signUp(ActivityId activity, int... guests) {
        for (int guest : guests) {
            world.signUp(activity, Samples.withEmail(guest));
        }
    }

    private static List<String> texts(Gateway robot) {
        return robot.calls().stream().map(DigestTest::text).toList();
    }

    private static String text(Gateway.Call call) {
        try {
            return new JsonMapper().readTree(call.body()).at("/text/content").asText();
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
