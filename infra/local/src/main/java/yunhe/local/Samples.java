package yunhe.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yunhe.local.issuer.Tokens;

/** Three gatherings, a roadshow and three stations for the first look, made through the API like any other. */
final class Samples {
    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> GATHERINGS = List.of("city-walk.json", "visit.json", "mixer.json");
    private static final List<String> ROADSHOWS = List.of("roadshow.json");
    private static final List<String> STATIONS =
            List.of("station-bridge.json", "station-north.json", "station-international.json");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** {@code @day+10T14:00@}: ten days after today, at two. */
    private static final Pattern MOMENT = Pattern.compile("@day\\+(\\d+)T(\\d\\d:\\d\\d)@");

    private final String url;
    private final String token;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();

    Samples(String url, Tokens tokens, Clock clock) {
        this.url = url;
        this.token = tokens.token(new Tokens.Person("sample", "sample", "organiser"), Optional.empty());
        this.clock = clock;
    }

    /** A first page without anything on it is no reason not to start. */
    void makeIfNone() {
        try (client) {
            publishIfNone("/admin/gatherings", GATHERINGS);
            publishIfNone("/admin/roadshows", ROADSHOWS);
            if (isNone("/admin/stations")) {
                for (String file : STATIONS) {
                    JsonNode _ = send("POST", "/admin/stations", sample(file));
                }
            }
        } catch (IOException refused) {
            LOG.warn("no samples: {}", refused.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishIfNone(String list, List<String> files) throws IOException, InterruptedException {
        if (isNone(list)) {
            for (String file : files) {
                String id = send("POST", list, sample(file)).path("id").asText();
                JsonNode _ = send("POST", list + "/" + id + "/publish", "");
            }
        }
    }

    private boolean isNone(String list) throws IOException, InterruptedException {
        return send("GET", list, "").path("items").isEmpty();
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("authorization", "Bearer " + token)
                        .header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answers " + reply.statusCode() + " " + reply.body());
        }
        return JSON.readTree(reply.body());
    }

    private String sample(String file) {
        try (InputStream stream = Objects.requireNonNull(Samples.class.getResourceAsStream("samples/" + file), file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return MOMENT.matcher(text).replaceAll(this::moment);
        } catch (IOException cause) {
            throw new UncheckedIOException("read " + file, cause);
        }
    }

    private String moment(MatchResult found) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZONE).plusDays(Long.parseLong(found.group(1)));
        return day.atTime(java.time.LocalTime.parse(found.group(2)))
                .atZone(ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
