package yunhe.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import yunhe.testkit.staff.Call;

/** What people and organisers send. Everybody is somebody else. */
final class People {

    private static final String GATHERINGS = "GatheringsFunction";
    private static final String GATHERINGS_ADMIN = "GatheringsAdminFunction";

    /** The line is in the order of time. */
    private static final Duration BETWEEN_TWO = Duration.ofMillis(10);

    private final Deployment deployment;
    private int count;

    People(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Somebody's registration or stay. */
    record Held(String path, String token, String ticket) {
        static Held of(String collection, JsonNode answer) {
            return new Held(
                    collection + "/" + answer.path("id").asText(),
                    answer.path("token").asText(),
                    answer.path("ticket").asText());
        }
    }

    /** The path of a published gathering with one group and a question. */
    String gathering(Instant startsAt, int places, int line, String reminders) {
        var created = deployment.ask(
                GATHERINGS_ADMIN,
                201,
                Call.post("/admin/gatherings", """
                    {"kind":"mixer","title":{"zh":"示例 · 青年联谊","en":"Sample · Youth mixer"},
                     "summary":{"zh":"这是一个示例活动：分桌聊天、桌游和晚风。","en":"This is a sample: tables, games and evening breeze."},
                     "venue":{"name":"运河青年会客厅","address":"运河路 88 号"},"timeZone":"Asia/Shanghai",
                     "startsAt":"%s","endsAt":"%s","groups":[{"id":"all","title":{"zh":"所有人","en":"Everybody"},"capacity":%d}],
                     "waitlist":{"capacity":%d,"promotion":"automatic"},"reminders":[%s],
                     "questions":[{"id":"diet","type":"choice","label":{"zh":"饮食","en":"Diet"},
                                   "options":["none","vegetarian"],"required":true}]}\
                    """.formatted(
                                        startsAt, startsAt.plusSeconds(10_800), places, line, reminders))
                        .as("mei", "organiser"));
        var id = created.path("id").asText();
        deployment.ask(
                GATHERINGS_ADMIN,
                200,
                Call.post("/admin/gatherings/" + id + "/publish", "").as("mei", "organiser"));
        return "/gatherings/" + id;
    }

    Held signUp(String gathering) {
        return signUp(gathering, 201, "");
    }

    /** @param contact another one than the e-mail, as JSON with a comma at its end, or nothing */
    Held signUp(String gathering, int status, String contact) {
        count++;
        deployment.clock.advance(BETWEEN_TWO);
        var path = gathering + "/registrations";
        var body = """
            {"group":"all","locale":"zh","person":{"name":"韩梅梅",%s"email":"guest%04d@example.com",
             "birthDate":"1998-03-01","organisation":"示例科技"},"answers":{"diet":"none"},"consent":true}\
            """.formatted(contact, count);
        var call = Call.post(path, body)
                .header("accept", "application/json")
                .header("idempotency-key", "key-%04d".formatted(count));
        return Held.of(path, deployment.ask(GATHERINGS, status, call));
    }

    String phone() {
        return "\"phone\":\"138000%05d\",".formatted(count);
    }

    void cancel(Held held) {
        deployment.ask(GATHERINGS, 200, Call.delete(held.path()).header("authorization", "Bearer " + held.token()));
    }

    void open(String page) {
        deployment.ask("PagesFunction", 200, Call.get(page));
    }

    void scan(String ticket) {
        var body = "{\"ticket\":\"%s\",\"nonce\":\"%s\",\"device\":\"door-1\"}".formatted(ticket, count++);
        var answer = deployment.ask(
                "CheckinFunction", 200, Call.post("/checkins", body).as("lei", "staff"));
        if (!answer.path("result").asText().endsWith("admitted")) {
            throw new IllegalStateException("the door says " + answer);
        }
    }

    String station(int rooms) {
        return deployment
                .ask(
                        "LodgingAdminFunction",
                        201,
                        Call.post("/admin/stations", """
                            {"name":{"zh":"示例驿站","en":"Sample station"},"address":"1 Sample Road",
                             "rooms":[{"type":"single","title":{"zh":"单人间","en":"Single"},"count":%d}]}\
                            """.formatted(rooms)).as("mei", "organiser"))
                .path("id")
                .asText();
    }

    Held book(String station, LocalDate arrive, int nights) {
        count++;
        var body = """
            {"stationId":"%s","roomType":"single","arrive":"%s","depart":"%s","locale":"zh","consent":true,
             "person":{"name":"韩梅梅","email":"guest%04d@example.com"},"purpose":"面试"}\
            """.formatted(station, arrive, arrive.plusDays(nights), count);
        return Held.of(
                "/stays",
                deployment.ask(
                        "LodgingFunction",
                        201,
                        Call.post("/stays", body)
                                .header("accept", "application/json")
                                .header("idempotency-key", "stay-%04d".formatted(count))));
    }

    /** A stay's ticket is on its page. */
    String ticket(Held stay) {
        var call = Call.get(stay.path())
                .header("accept", "application/json")
                .header("authorization", "Bearer " + stay.token());
        return deployment.ask("LodgingFunction", 200, call).path("ticket").asText();
    }

    void checkOut(Held stay) {
        deployment.ask(
                "LodgingAdminFunction",
                200,
                Call.post("/admin" + stay.path() + "/check-out", "").as("lei", "staff"));
    }
}
