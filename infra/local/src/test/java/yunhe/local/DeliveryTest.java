package yunhe.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import yunhe.local.probe.Probe;

@Timeout(60)
final class DeliveryTest {
    private static List<String> streamed() {
        return Probe.STREAM_BATCHES.stream().flatMap(List::stream).toList();
    }

    private static List<String> queued() {
        return Probe.QUEUE_BATCHES.stream().flatMap(List::stream).sorted().toList();
    }

    @Test
    void settled_does_not_return_before_a_written_record_has_gone_through_stream_and_queue() {
        try (ProbeSystem system = ProbeSystem.start()) {
            List<String> written = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String key = String.format("k%03d", i);
                // Behind the runner's back: nobody wakes the reader.
                system.put(key, "thing");
                written.add(key);
                system.settle();
                assertEquals(written, queued());
            }
        }
    }

    @Test
    void a_stream_is_delivered_in_order_in_batches_of_the_declared_size_without_what_the_filter_holds_back() {
        try (ProbeSystem system = ProbeSystem.start()) {
            List<String> things = IntStream.range(0, 20).mapToObj(i -> "t" + i).toList();
            for (String thing : things) {
                system.put(thing, "thing");
                system.put("other-" + thing, "other");
            }
            system.settle();
            assertEquals(things, streamed());
            assertTrue(Probe.STREAM_BATCHES.stream().allMatch(batch -> batch.size() <= 4));
        }
    }

    @Test
    void after_a_partial_failure_only_the_rest_of_the_batch_comes_again() {
        try (ProbeSystem system = ProbeSystem.start()) {
            List<String> failedOnce = new ArrayList<>(List.of("c"));
            Probe.streamFailures = batch -> {
                List<String> failing =
                        batch.stream().filter(failedOnce::contains).toList();
                failedOnce.removeAll(failing);
                return failing;
            };
            List.of("a", "b", "c", "d").forEach(key -> system.put(key, "thing"));
            awaitTrue(() -> streamed().lastIndexOf("c") > streamed().indexOf("c"));
            system.settle();
            assertEquals(1, streamed().stream().filter("a"::equals).count());
            assertEquals(2, streamed().stream().filter("c"::equals).count());
            assertTrue(streamed().indexOf("b") < streamed().lastIndexOf("c"));
        }
    }

    @Test
    void a_record_that_makes_the_function_throw_is_cut_out_and_ends_in_the_on_failure_queue() {
        try (ProbeSystem system = ProbeSystem.start()) {
            Probe.streamFailures = batch -> {
                if (batch.contains("bad")) {
                    throw new IllegalStateException("as asked");
                }
                return List.of();
            };
            List.of("a", "bad", "b").forEach(key -> system.put(key, "thing"));
            String told = system.messagesIn("Undelivered").getFirst();
            assertEquals(
                    "RetryAttemptsExhausted",
                    ProbeSystem.parse(told)
                            .path("requestContext")
                            .path("condition")
                            .asText());
            assertEquals(
                    1,
                    ProbeSystem.parse(told)
                            .path("DDBStreamBatchInfo")
                            .path("batchSize")
                            .asInt());
            system.settle();
            assertEquals(List.of("a", "b"), queued());
            assertEquals(
                    3,
                    Probe.STREAM_BATCHES.stream().filter(List.of("bad")::equals).count());
        }
    }

    @Test
    void a_message_that_fails_comes_again_and_then_goes_to_the_dead_letters() {
        try (ProbeSystem system = ProbeSystem.start()) {
            Probe.queueFailures = batch -> batch.stream().filter("bad"::equals).toList();
            system.get("/things/send?body=good");
            system.get("/things/send?body=bad");
            awaitTrue(() -> queued().stream().filter("bad"::equals).count() == 2);
            assertEquals(List.of("bad"), system.messagesIn("Dead"));
            assertEquals(1, queued().stream().filter("good"::equals).count());
        }
    }

    @Test
    void a_message_that_backs_off_does_not_keep_the_system_unsettled() {
        try (ProbeSystem system = ProbeSystem.start()) {
            Probe.queueFailures = batch -> batch;
            system.get("/things/send?body=bad");
            system.settle();
            assertEquals(List.of("bad"), queued());
        }
    }

    @Test
    void a_message_comes_again_when_its_reader_says_so() {
        try (ProbeSystem system = ProbeSystem.start()) {
            system.send("Undelivered", "later");
            assertEquals(1, system.putOff("Undelivered", Duration.ZERO));
            assertEquals(1, system.putOff("Undelivered", Duration.ofHours(11)));
            assertEquals(0, system.putOff("Undelivered", Duration.ZERO));
        }
    }

    static void awaitTrue(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
