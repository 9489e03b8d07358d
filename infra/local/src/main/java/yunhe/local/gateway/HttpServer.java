package yunhe.local.gateway;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server on 127.0.0.1. Listens before anything answers, so that its own address can be part of the settings. */
public final class HttpServer implements AutoCloseable {
    private static final int HEADER_BYTES_MAX = 10_240;
    private static final int THREADS_MAX = 2_000;

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Takes the port (0: any free one) without answering yet. */
    public static HttpServer listen(int port) {
        // Platform threads, because the store waits by monitors. So many that a crowd which waits for its turn at the
        // gateway leaves some to the local endpoints: who has their turn may be asking the issuer there.
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
        threads.setName("http");
        Server server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES_MAX);
        // The gateway passes any path on; functions decide.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHttpCompliance(HttpCompliance.RFC7230);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(new GatewayErrors());
        try {
            connector.open();
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException("listen on port " + port, cause);
        }
        return new HttpServer(server, connector);
    }

    public String url() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    public void serve(LocalEndpoints local, GatewaySetup gateway) {
        server.setHandler(new RequestHandler(
                local, new Gateway(gateway.routes(), gateway.clock(), gateway.limit(), gateway.activity())));
        try {
            server.start();
        } catch (Exception cause) {
            throw new IllegalStateException("start the HTTP server", cause);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception cause) {
            throw new IllegalStateException("stop the HTTP server", cause);
        }
    }
}
