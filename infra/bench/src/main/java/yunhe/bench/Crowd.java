package yunhe.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** People who come through some clients at once, each of them once. */
final class Crowd {

    private Crowd() {}

    /** Returns when everybody has been there; fails with the first who did. */
    static void of(int clients, int people, IntConsumer each) {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var all = IntStream.range(0, clients)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> {
                                for (int person = next.getAndIncrement();
                                        person < people;
                                        person = next.getAndIncrement()) {
                                    each.accept(person);
                                }
                            },
                            threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
    }
}
