package yunhe.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lambda's Runtime API, as far as the runtime client asks: hands out events, takes answers and notes when. */
final class RuntimeApi implements AutoCloseable {

    private static final String PATH = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    /** @param at {@link System#nanoTime} of its arrival */
    record Answer(String body, boolean failed, long at) {}

    RuntimeApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException cause) {
            throw new UncheckedIOException("open a port for the runtime API", cause);
        }
        server.setExecutor(threads);
        server.createContext(PATH, this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void offer(String event) {
        events.add(event);
    }

    Answer answer(int secondsMax) throws InterruptedException {
        @Nullable Answer answer = answers.poll(secondsMax, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IllegalStateException("no answer within " + secondsMax + " s");
        }
        return answer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/invocation/next")) {
            next(exchange);
            return;
        }
        long at = System.nanoTime();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        answers.add(new Answer(body, !path.endsWith("/response"), at));
        reply(exchange, 202, "{}");
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            var event = events.take();
            var headers = exchange.getResponseHeaders();
            headers.add("Lambda-Runtime-Aws-Request-Id", "00000000-0000-0000-0000-000000000000");
            headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 20_000));
            headers.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:bench");
            headers.add("Content-Type", "application/json");
            reply(exchange, 200, event);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
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
