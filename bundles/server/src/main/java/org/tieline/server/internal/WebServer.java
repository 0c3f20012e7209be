package org.tieline.server.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty as Tieline runs it, open from {@link #open} to {@link #close}. */
final class WebServer implements AutoCloseable {
    /** Threads that nobody but these can take, and some for Jetty itself. */
    private static final int FOR_STATIC = 4;

    private static final int FOR_SIGN_IN = 4;
    private static final int FOR_JETTY = 8;

    private static final String[] STATIC = {"/health/*", "/assets/*", "/favicon.ico"};
    private static final String[] SIGN_IN = {"/sign-in", "/sign-in/*"};

    private static final int HEADER_BYTES = 16 << 10;
    private static final int FORM_BYTES = 200 << 10;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration QUEUE = Duration.ofSeconds(30);
    private static final int QUEUE_LENGTH = 1_024;
    private static final long MEMORY = Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final ServerSettings settings;
    private final Server server;
    private final List<ServerConnector> connectors = new ArrayList<>();
    private final ServletContextHandler context = new ServletContextHandler("/", true, false);
    private final Connections connections;
    private final Transfers transfers;
    private final Admission admission;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "tieline-slow-callers");
                        thread.setDaemon(true);
                        return thread;
                    });

    WebServer(ServerSettings settings, Servlet dispatcher, EventListener sessions) {
        this.settings = settings;
        server = new Server(new QueuedThreadPool(settings.threads()));
        int general = settings.threads() - FOR_STATIC - FOR_SIGN_IN - FOR_JETTY;
        connections =
                new Connections(
                        IDLE,
                        settings.trustProxy()
                                ? Integer.MAX_VALUE
                                : settings.connectionsPerAddress());
        transfers = new Transfers(settings.leastRate(), settings.patience(), MEMORY, general / 2);
        ServletHolder servlet = new ServletHolder(dispatcher);
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, "/*");
        context.setMaxFormContentSize(FORM_BYTES);
        context.addEventListener(sessions);
        context.getSessionHandler().addEventListener(sessions);
        Addresses addresses = new Addresses(settings.trustProxy());
        admission =
                new Admission(
                        connections,
                        new BodyHandler(
                                transfers,
                                addresses,
                                settings.bodiesPerAddress(),
                                new AnswerHandler(transfers, threads(general))));
        server.setHandler(admission);
        server.setErrorHandler(new PlainErrors());
        settings.http().ifPresent(port -> connectors.add(connector(port, Optional.empty())));
        settings.https().ifPresent(tls -> connectors.add(connector(tls.port(), Optional.of(tls))));
        connectors.forEach(server::addConnector);
    }

    /** Gives each request a thread of those that are meant for it, and lets it wait for one. */
    private Handler threads(int general) {
        QoSHandler forStatic = queue(FOR_STATIC, context);
        forStatic.includePath(STATIC);
        QoSHandler forSignIn = queue(FOR_SIGN_IN, forStatic);
        forSignIn.includePath(SIGN_IN);
        QoSHandler forAll = queue(general, forSignIn);
        forAll.excludePath(STATIC);
        forAll.excludePath(SIGN_IN);
        ThreadLimitHandler perAddress =
                new ThreadLimitHandler(settings.trustProxy() ? Addresses.FORWARDED : null);
        perAddress.setThreadLimit(settings.threadsPerAddress());
        perAddress.excludePath(STATIC);
        perAddress.excludePath(SIGN_IN);
        perAddress.setHandler(forAll);
        return perAddress;
    }

    private static QoSHandler queue(int threads, Handler next) {
        QoSHandler queue = new QoSHandler(next);
        queue.setMaxRequestCount(threads);
        queue.setMaxSuspendedRequestCount(QUEUE_LENGTH);
        queue.setMaxSuspend(QUEUE);
        return queue;
    }

    private ServerConnector connector(int port, Optional<ServerSettings.Tls> tls) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        http.setRelativeRedirectAllowed(true);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        // whether the name is the certificate's is for the browser to judge: people and probes also
        // come by address, and nothing here believes the name
        tls.ifPresent(keys -> http.addCustomizer(new SecureRequestCustomizer(false)));
        HttpConnectionFactory spoken = new HttpConnectionFactory(http);
        ServerConnector connector =
                tls.map(keys -> new ServerConnector(server, encrypted(keys), spoken))
                        .orElseGet(() -> new ServerConnector(server, spoken));
        connector.setHost(settings.host());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.addBean(connections);
        return connector;
    }

    private static SslConnectionFactory encrypted(ServerSettings.Tls tls) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setKeyStore(tls.keys());
        factory.setKeyManagerPassword(tls.password());
        factory.setRenegotiationAllowed(false);
        return new SslConnectionFactory(factory, HttpVersion.HTTP_1_1.asString());
    }

    /**
     * Listens and serves.
     *
     * @throws StartFailure if it cannot; nothing is open then
     */
    void open() throws StartFailure {
        try {
            for (ServerConnector connector : connectors) {
                listen(connector);
            }
            server.start();
        } catch (StartFailure e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new StartFailure("The web server does not start: " + e.getMessage() + ".", e);
        }
        watch.scheduleWithFixedDelay(this::sweep, 1_000, 250, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        transfers.sweep();
        connections.sweep();
    }

    private void listen(ServerConnector connector) throws StartFailure {
        String host = settings.host();
        int port = connector.getPort();
        boolean tls = connector.getDefaultProtocol().startsWith("SSL");
        try {
            InetAddress address = InetAddress.getByName(host);
            connector.setHost(address.getHostAddress());
            connector.open();
        } catch (UnknownHostException | UnresolvedAddressException e) {
            throw unknown(host, e);
        } catch (IOException e) {
            Throwable cause = e.getCause() instanceof SocketException ? e.getCause() : e;
            String said = String.valueOf(cause.getMessage());
            if (said.contains("assign requested address") || said.contains("not available")) {
                throw unknown(host, e);
            }
            if (said.contains("ermission denied")) {
                throw new StartFailure(
                        "Tieline's user may not open port "
                                + port
                                + ". Set "
                                + variable(tls)
                                + " to a port above 1023.",
                        e);
            }
            if (cause instanceof BindException) {
                throw new StartFailure(
                        "Port "
                                + port
                                + " on "
                                + host
                                + " is taken by another program. Stop that"
                                + " program, or set "
                                + variable(tls)
                                + " to a free port.",
                        e);
            }
            throw new StartFailure(
                    "Port " + port + " on " + host + " cannot be opened: " + said + ".", e);
        }
    }

    private static String variable(boolean tls) {
        return tls ? "TIELINE_HTTPS_PORT" : "TIELINE_HTTP_PORT";
    }

    private static StartFailure unknown(String host, Exception cause) {
        return new StartFailure(
                "TIELINE_HTTP_HOST is "
                        + host
                        + ", which is no address of this machine. Set it to"
                        + " 127.0.0.1, to an address of this machine, or to 0.0.0.0 for all.",
                cause);
    }

    ServletContext context() {
        return context.getServletContext();
    }

    /** Where it answers. */
    String[] addresses() {
        return connectors.stream()
                .map(
                        connector ->
                                (connector.getDefaultProtocol().startsWith("SSL")
                                                ? "https://"
                                                : "http://")
                                        + host(connector.getHost())
                                        + ":"
                                        + connector.getLocalPort()
                                        + "/")
                .toArray(String[]::new);
    }

    private static String host(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Lets no request begin any more and waits for those under way. */
    void drain() {
        try {
            admission.drain(settings.stop());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The web server does not stop", e);
        } finally {
            connectors.forEach(ServerConnector::close);
            server.destroy();
        }
    }
}
