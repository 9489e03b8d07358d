package yunhe.tests;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract's machine form, and what it says about a request and a reply. */
final class Contract {

    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createFor(
                    root().resolve("infra/openapi.yaml").toUri().toString())
            .build();

    private Contract() {}

    /** The project's root, from wherever the tests are started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** What is wrong with this reply; empty when nothing is. */
    static List<String> objectionsTo(String method, String path, Reply reply) {
        if (reply.status() == 405) {
            // No operation has this method: any other of the same path says what its 405 looks like.
            return Stream.of(Request.Method.GET, Request.Method.POST)
                    .map(other -> VALIDATOR.validateResponse(path, other, response(reply)))
                    .filter(report -> !has(report, "validation.request.operation.notAllowed"))
                    .findFirst()
                    .map(Contract::texts)
                    .orElse(List.of("no operation at " + path));
        }
        ValidationReport report = VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response(reply));
        if (reply.status() == 404 && has(report, "validation.request.path.missing")) {
            return List.of();
        }
        return texts(report);
    }

    /** What the document would have refused in a request. */
    static List<String> objectionsTo(HttpRequest request, String contentType, byte[] body) {
        URI uri = request.uri();
        SimpleRequest.Builder builder = new SimpleRequest.Builder(request.method(), uri.getRawPath());
        request.headers().map().forEach((name, values) -> values.forEach(value -> builder.withHeader(name, value)));
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                String[] parts = pair.split("=", 2);
                builder.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        if (body.length > 0) {
            builder.withContentType(contentType).withBody(new String(body, StandardCharsets.UTF_8));
        }
        return texts(VALIDATOR.validateRequest(builder.build()));
    }

    private static SimpleResponse response(Reply reply) {
        SimpleResponse.Builder builder = SimpleResponse.Builder.status(reply.status());
        reply.headers().map().forEach((name, values) -> values.forEach(value -> builder.withHeader(name, value)));
        if (reply.bytes().length > 0) {
            builder.withBody(reply.text());
        }
        return builder.build();
    }

    private static boolean has(ValidationReport report, String key) {
        return report.getMessages().stream()
                .anyMatch(message -> message.getKey().equals(key));
    }

    private static List<String> texts(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getMessage()
                        + message.getNestedMessages().stream()
                                .map(nested -> "\n    " + nested.getMessage())
                                .collect(Collectors.joining()))
                .toList();
    }
}
