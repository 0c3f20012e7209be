package org.tieline.http.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.tieline.core.signin.SignIn;
import org.tieline.http.Problems;
import org.tieline.http.internal.Wiring;

/** A web server with the filters of this bundle, on a free port of this machine. */
public final class TestServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Wiring wiring;

    /**
     * @param settings keys of org.tieline.http.cfg that differ from their defaults
     * @param servlets by the pattern they answer to
     */
    public TestServer(
            SignIn signIn,
            Map<String, Object> settings,
            Function<Problems, Map<String, HttpServlet>> servlets) {
        connector.setHost("127.0.0.1");
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .setSendServerVersion(false);
        server.addConnector(connector);
        wiring = new Wiring(signIn, settings, new SimpleMeterRegistry());
        ServletContextHandler context = new ServletContextHandler("/");
        for (Filter filter : wiring.filters()) {
            context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        servlets.apply(wiring.problems())
                .forEach(
                        (pattern, servlet) ->
                                context.addServlet(new ServletHolder(servlet), pattern));
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Waits until running requests have finished, as when the program stops. */
    public void drain() {
        wiring.drain();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
