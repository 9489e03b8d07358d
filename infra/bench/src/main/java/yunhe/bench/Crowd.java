package yunhe.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** People who come through some clients at once, each of them once. */
final class Crowd {

    private Crowd() {}

    /** Returns when everybody has been there. */
    static void of(int clients, int people, IntConsumer each) {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                threads.execute(() -> {
                    for (int person = next.getAndIncrement(); person < people; person = next.getAndIncrement()) {
                        each.accept(person);
                    }
                });
            }
        }
    }
}
