package yunhe.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The local runner in a process of its own. */
record LocalRunner(Process process, Client client) implements AutoCloseable {

    private static final int READY_SECONDS_MAX = 120;

    static LocalRunner start() throws IOException, InterruptedException {
        var log = Files.createTempFile("yunhe-bench", ".log");
        log.toFile().deleteOnExit();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx2g",
                        "-Dlocal.port=" + System.getProperty("rush.port", "18080"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "yunhe.local.Main")
                .directory(Path.of(System.getProperty("yunhe.root", ".")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new LocalRunner(process, new Client(ready(process, log)));
    }

    private static String ready(Process process, Path log) throws IOException, InterruptedException {
        for (int second = 0; second < READY_SECONDS_MAX * 5 && process.isAlive(); second++) {
            try (Stream<String> lines = Files.lines(log)) {
                var ready = lines.filter(line -> line.startsWith("ready ")).findFirst();
                if (ready.isPresent()) {
                    return ready.get().substring("ready ".length()).strip();
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("the runner did not get ready: " + Files.readString(log));
    }

    /** What an organiser says with each request. */
    static Map<String, String> organiser(Client client) {
        try {
            var token = new JsonMapper()
                    .readTree(
                            client.get("/local/token?role=organiser&sub=bench").body())
                    .get("access_token")
                    .asText();
            return Map.of("Authorization", "Bearer " + token);
        } catch (IOException cause) {
            throw new IllegalStateException("ask for a token", cause);
        }
    }

    /** Of all its threads since it was started. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
