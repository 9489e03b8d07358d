package yunhe.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A running service, in a process of its own so that it can be killed. The one place that knows how it is started. */
final class Service implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final int ANY_PORT = 0;

    private final Process process;
    private final URI url;
    private final Local local;

    private Service(Process process, URI url) {
        this.process = process;
        this.url = url;
        this.local = new Local(this);
    }

    /** The one that all tests share. Its clock is left alone. */
    static Service shared() {
        return Shared.SERVICE;
    }

    /** The one for tests that move the clock: it only moves forward, and takes everybody along. */
    static Service moving() {
        return Moving.SERVICE;
    }

    /** One of the caller's own, that keeps what it knows in this folder. Links keep working only with the same port. */
    static Service start(Path data, int port) {
        return launch(data, port);
    }

    private static Service launch(@Nullable Path data, int port) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dlocal.port=" + port,
                    "-Dlocal.samples=false"));
            if (data != null) {
                command.add("-Dlocal.data=" + data);
            }
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "yunhe.local.Main"));
            Path log = Files.createDirectories(Path.of("target", "runner"))
                    .resolve("runner-" + COUNT.incrementAndGet() + ".log");
            Process process = new ProcessBuilder(command)
                    .directory(Contract.root().toFile())
                    .redirectError(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Service(process, URI.create(ready(process, log)));
        } catch (IOException cause) {
            throw new UncheckedIOException("start the local runner", cause);
        }
    }

    /**
     * Waits for the line that says where it is, and goes on emptying the pipe so that the runner never blocks on it.
     */
    private static String ready(Process process, Path log) {
        CompletableFuture<String> url = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null) {
                    if (line.startsWith("ready ")) {
                        url.complete(line.substring("ready ".length()).strip());
                    }
                    line = lines.readLine();
                }
                url.completeExceptionally(new IllegalStateException("the runner ended, see " + log));
            } catch (IOException cause) {
                url.completeExceptionally(cause);
            }
        });
        return url.orTimeout(READY_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
    }

    String url() {
        return url.toString();
    }

    URI resolve(String pathOrUrl) {
        return url.resolve(pathOrUrl);
    }

    Local local() {
        return local;
    }

    Call get(String path) {
        return new Call(this, "GET", path);
    }

    Call post(String path) {
        return new Call(this, "POST", path);
    }

    Call patch(String path) {
        return new Call(this, "PATCH", path);
    }

    Call put(String path) {
        return new Call(this, "PUT", path);
    }

    Call delete(String path) {
        return new Call(this, "DELETE", path);
    }

    Call call(String method, String path) {
        return new Call(this, method, path);
    }

    /** The service's own time, in the zone of most venues. */
    OffsetDateTime now() {
        return local.now().atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime();
    }

    /** A fresh draft that starts in thirty days and has ten places; change it before publishing. */
    Draft draft() {
        return Draft.gathering(this);
    }

    /** Likewise a roadshow with its three groups. */
    Draft roadshow() {
        return Draft.roadshow(this);
    }

    /** kill -9, as a power cut would. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("wait for the killed runner", cause);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Started when first asked for; one that does not start is not tried again for every test. */
    private static final class Shared {
        static final Service SERVICE = launch(null, ANY_PORT);
    }

    private static final class Moving {
        static final Service SERVICE = launch(null, ANY_PORT);
    }
}
