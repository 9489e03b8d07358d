package yunhe.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between the server library and the gateway: reads the request, writes the reply. */
final class RequestHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    /** The HTTP API's limit. */
    private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;

    private final LocalEndpoints local;
    private final Gateway gateway;

    RequestHandler(LocalEndpoints local, Gateway gateway) {
        this.local = local;
        this.gateway = gateway;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        byte[] body = read(request);
        boolean tooLarge = body.length > BODY_BYTES_MAX;
        if (tooLarge) {
            response.getHeaders().put("connection", "close");
        }
        write(
                tooLarge ? Reply.message(413, "Request Entity Too Large") : answer(incoming(request, body)),
                response,
                callback);
        return true;
    }

    private Reply answer(Incoming request) {
        String path = request.path();
        if (!path.equals(LocalEndpoints.PREFIX) && !path.startsWith(LocalEndpoints.PREFIX + "/")) {
            return gateway.answer(request);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        try {
            return local.answer(new LocalEndpoints.Call(
                    request.method(),
                    Percent.decodePath(path),
                    Percent.queryParameters(request.query()),
                    headers,
                    request.body()));
        } catch (RuntimeException fault) {
            LOG.error("{} {} failed", request.method(), path, fault);
            return FunctionReplies.fault();
        }
    }

    private static byte[] read(Request request) throws IOException {
        if (request.getLength() == 0) {
            return new byte[0];
        }
        try (InputStream stream = Content.Source.asInputStream(request)) {
            return stream.readNBytes(BODY_BYTES_MAX + 1);
        }
    }

    private static Incoming incoming(Request request, byte[] body) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (HttpField field : request.getHeaders()) {
            headers.add(Map.entry(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
        }
        return new Incoming(
                request.getMethod(),
                Objects.requireNonNullElse(request.getHttpURI().getPath(), "/"),
                Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                headers,
                body,
                request.getConnectionMetaData().getProtocol(),
                Request.getRemoteAddr(request));
    }

    private static void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
        boolean bodiless = reply.status() == 204 || reply.status() == 304;
        if (!bodiless) {
            // A HEAD is told the length of what a GET would bring; the server leaves the body out.
            response.getHeaders().put("content-length", reply.body().length);
        }
        response.write(true, ByteBuffer.wrap(bodiless ? new byte[0] : reply.body()), callback);
    }
}
