package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** One request, built step by step. Sending it holds the reply against the contract. */
final class Call {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Service service;
    private final String method;
    private final String path;
    private final HttpRequest.Builder builder;
    private byte[] body = {};
    private String contentType = "";
    private boolean documented = true;

    Call(Service service, String method, String path) {
        this.service = service;
        this.method = method;
        this.path = service.resolve(path).getRawPath();
        this.builder = HttpRequest.newBuilder(service.resolve(path)).timeout(ANSWERED_WITHIN);
    }

    Call header(String name, String value) {
        builder.header(name, value);
        return this;
    }

    Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** With a staff member's token; the subject is the role's name. */
    Call as(String role) {
        return as(role, role);
    }

    Call as(String role, String subject) {
        return bearer(service.local().token(role, subject));
    }

    Call key(String idempotencyKey) {
        return header("Idempotency-Key", idempotencyKey);
    }

    Call json(Object value) {
        return body(value.toString(), "application/json");
    }

    Call form(Form form) {
        return body(form.toString(), "application/x-www-form-urlencoded");
    }

    Call body(String text, String type) {
        return body(text.getBytes(StandardCharsets.UTF_8), type);
    }

    Call body(byte[] bytes, String type) {
        body = bytes;
        contentType = type;
        return this;
    }

    /** For addresses that only the service itself hands out: the contract does not describe them. */
    Call undocumented() {
        documented = false;
        return this;
    }

    Reply send() {
        if (!contentType.isEmpty()) {
            builder.header("Content-Type", contentType);
        }
        HttpRequest request = builder.method(
                        method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        Reply reply = Reply.of(method + " " + path, exchange(request));
        reply.assertDecent();
        if (documented) {
            assertEquals(List.of(), Contract.objectionsTo(method, path, reply), reply::toString);
            // What is accepted must also be what the document calls acceptable.
            if (reply.status() < 300) {
                assertEquals(List.of(), Contract.objectionsTo(request, contentType, body), reply::toString);
            }
        }
        return reply;
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException cause) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request.method() + " " + request.uri(), cause);
        }
    }

    Reply expect(int status) {
        return send().expect(status);
    }

    Reply refused(int status, String code) {
        Reply reply = expect(status);
        assertEquals(code, reply.json().path("code").asText(), reply::toString);
        assertTrue(reply.contentType().startsWith("application/problem+json"), reply::toString);
        return reply;
    }

    /** 400 that names the field and says what is wrong with it. */
    Reply refusedField(String field, String code) {
        Reply reply = refused(400, "body.invalid");
        assertTrue(
                Json.list(reply.json().path("errors")).stream()
                        .anyMatch(error -> error.path("field").asText().equals(field)
                                && error.path("code").asText().equals(code)),
                () -> "expected " + code + " at " + field + ": " + reply);
        return reply;
    }

    /** 400 that names the field, where the contract leaves open which code says it best. */
    Reply refusedField(String field) {
        Reply reply = refused(400, "body.invalid");
        assertTrue(
                Json.texts(reply.json().path("errors"), "field").contains(field),
                () -> "expected an error at " + field + ": " + reply);
        return reply;
    }
}
