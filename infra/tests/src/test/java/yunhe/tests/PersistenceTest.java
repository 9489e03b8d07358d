package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {

    @Test
    void everything_is_still_there_after_kill_9(@TempDir Path data) throws IOException {
        int port = freePort();
        Applicant han = Applicant.someone();
        JsonNode registration;
        Activity before;
        Instant clock;
        byte[] picture;
        String token;
        try (Service service = Service.start(data, port)) {
            service.local().advance(Duration.ofHours(30));
            before = service.draft().startingIn(Duration.ofHours(1)).publish();
            registration = before.signUp(han).key("k").expect(201).json();
            token = service.local().token("staff", "staff");
            picture = service.get(registration.path("ticketUrl").asText())
                    .expect(200)
                    .bytes();
            assertEquals(List.of("registration.confirmed"), service.local().kindsTo(han.email()));
            clock = service.local().now();
            service.kill();
        }

        try (Service service = Service.start(data, port)) {
            Activity activity = new Activity(service, before.id());
            Registration mine = new Registration(activity, registration);

            assertFalse(service.local().now().isBefore(clock), "the clock never goes back");
            assertEquals(registration, mine.read());
            assertEquals(registration, activity.signUp(han).key("k").expect(201).json());
            assertEquals(
                    picture.length,
                    service.get(registration.path("ticketUrl").asText())
                            .expect(200)
                            .bytes()
                            .length);
            assertEquals(List.of("registration.confirmed"), service.local().kindsTo(han.email()));
            service.post("/checkins")
                    .bearer(token)
                    .json(Json.object().put("ticket", mine.ticket()).put("nonce", "n"))
                    .expect(200);
            assertEquals("already_admitted", new Door(service, "staff").result(mine.ticket()));
            assertEquals(9, activity.free());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
