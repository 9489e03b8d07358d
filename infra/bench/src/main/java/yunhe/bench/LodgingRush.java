package yunhe.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everybody books the same three nights in one station, over HTTP, against the local runner in a process of its own:
 * the worst case, because every booking takes the same three counters.
 */
public final class LodgingRush {

    private static final int CLIENTS = 16;
    private static final int ROOMS = 1_000;
    private static final int PEOPLE = 1_200;
    private static final int WARM_UP = 2_000;

    private LodgingRush() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var runner = LocalRunner.start()) {
            var client = runner.client();
            rush(client, WARM_UP, WARM_UP, "warm");
            rush(client, ROOMS, PEOPLE, "guest");
        }
    }

    private static void rush(Client client, int rooms, int people, String name) throws IOException {
        var station = open(client, rooms);
        var arrive = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);
        var confirmed = new AtomicInteger();
        var others = new ConcurrentLinkedQueue<Integer>();
        var latencies = new ConcurrentLinkedQueue<Long>();
        long start = System.nanoTime();
        Crowd.of(CLIENTS, people, person -> {
            long before = System.nanoTime();
            var answer = client.post(
                    "/stays", booking(station, arrive, name + person), Map.of("Idempotency-Key", name + "-" + person));
            latencies.add(System.nanoTime() - before);
            if (answer.body().contains("\"status\":\"confirmed\"")) {
                confirmed.incrementAndGet();
            } else {
                others.add(answer.status());
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        var sorted = latencies.stream().sorted().toList();
        long full = others.stream().filter(status -> status == 409).count();
        System.out.printf("%d clients, %d rooms, three nights each, %d people%n", CLIENTS, rooms, people);
        System.out.printf(
                "confirmed %d, station.full %d, anything else %d%n", confirmed.get(), full, others.size() - full);
        System.out.printf("bookings over HTTP                                 %6.0f per second%n", people / seconds);
        System.out.printf(
                "p50 %.0f ms, p99 %.0f ms%n",
                sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 99 / 100) / 1e6);
        System.out.println("free on the first night: "
                + client.get("/stations/" + station + "/availability?from=" + arrive + "&until=" + arrive.plusDays(1))
                        .body());
    }

    private static String open(Client client, int rooms) throws IOException {
        var station = """
            {"name":{"zh":"示例驿站","en":"Sample station"},
             "rooms":[{"type":"single","title":{"zh":"单人间","en":"Single"},"count":%d}]}\
            """.formatted(rooms);
        return new JsonMapper()
                .readTree(client.post("/admin/stations", station, LocalRunner.organiser(client))
                        .body())
                .get("id")
                .asText();
    }

    private static String booking(String station, LocalDate arrive, String guest) {
        return """
            {"stationId":"%s","roomType":"single","arrive":"%s","depart":"%s","locale":"zh","consent":true,
             "person":{"name":"韩梅梅","email":"%s@example.com"},"purpose":"面试"}\
            """.formatted(station, arrive, arrive.plusDays(3), guest);
    }
}
