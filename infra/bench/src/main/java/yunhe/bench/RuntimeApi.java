package yunhe.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API, as far as the runtime client asks: hands out events, takes answers and notes when. It also
 * stands for the snapshot, which is taken where the client asks for {@code restore/next} and gets no answer, and for
 * the address from which a function of a snapshot has its credentials.
 *
 * <p>All times are {@link System#nanoTime}.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String PATH = "/2018-06-01/runtime/";
    private static final String CREDENTIALS_PATH = "/credentials";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> ready = new LinkedBlockingQueue<>();
    private final CountDownLatch restore = new CountDownLatch(1);
    private volatile long handedOut;

    /** @param handedOut when its event was */
    record Answer(String body, boolean failed, long handedOut, long at) {

        double millis() {
            return (at - handedOut) / 1e6;
        }
    }

    RuntimeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException cause) {
            throw new UncheckedIOException("open a port for the runtime API", cause);
        }
        server.setExecutor(threads);
        server.createContext(PATH, this::serve);
        server.createContext(CREDENTIALS_PATH, RuntimeApi::credentials);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String credentials() {
        return "http://" + address() + CREDENTIALS_PATH;
    }

    void offer(String event) {
        events.add(event);
    }

    /** When the function had started: asked for its first event, or to be kept as a snapshot. */
    long ready(int secondsMax) throws InterruptedException {
        return inTime(ready.poll(secondsMax, TimeUnit.SECONDS), "start", secondsMax);
    }

    /** Lets the snapshot go on. When that was. */
    long restore() {
        long now = System.nanoTime();
        restore.countDown();
        return now;
    }

    Answer answer(int secondsMax) throws InterruptedException {
        return inTime(answers.poll(secondsMax, TimeUnit.SECONDS), "answer", secondsMax);
    }

    private static <T> T inTime(@Nullable T polled, String what, int secondsMax) {
        if (polled == null) {
            throw new IllegalStateException("no " + what + " within " + secondsMax + " s");
        }
        return polled;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/invocation/next")) {
            next(exchange);
        } else if (path.endsWith("/restore/next")) {
            snapshot(exchange);
        } else {
            long at = System.nanoTime();
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            answers.add(new Answer(body, !path.endsWith("/response"), handedOut, at));
            reply(exchange, 202, "{}");
        }
    }

    private void snapshot(HttpExchange exchange) throws IOException {
        try {
            ready.add(System.nanoTime());
            restore.await();
            reply(exchange, 200, "{}");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            ready.add(System.nanoTime());
            var event = events.take();
            var headers = exchange.getResponseHeaders();
            headers.add("Lambda-Runtime-Aws-Request-Id", "00000000-0000-0000-0000-000000000000");
            headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 20_000));
            headers.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:bench");
            headers.add("Content-Type", "application/json");
            handedOut = System.nanoTime();
            reply(exchange, 200, event);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void credentials(HttpExchange exchange) throws IOException {
        reply(exchange, 200, """
            {"AccessKeyId":"local","SecretAccessKey":"local","Token":"local","Expiration":"2999-01-01T00:00:00Z"}\
            """);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
