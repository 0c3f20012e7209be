package org.tieline.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.BindingFactoryManager;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSBindingFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.tieline.http.internal.ContextProviders;
import org.tieline.http.internal.Legibility;
import org.tieline.http.internal.ProblemMapper;
import org.tieline.http.internal.Routes;
import org.tieline.http.internal.SeenRequest;

/**
 * A servlet for JAX-RS resources that come and go. Each is a CXF server of its own, so that one
 * does not disturb the others. A request goes to the resource whose {@code @Path}, up to its first
 * parameter, is the longest that the request's path begins with, whole segments taken. Whatever is
 * thrown is answered through {@link Problems}. Thread-safe.
 *
 * <p>Register it with the HTTP whiteboard under a pattern that ends with {@code /*}.
 */
public final class JaxrsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Problems problems;
    private final transient List<Object> providers;
    private final transient Bus bus;
    private final transient ConcurrentNavigableMap<String, Endpoint> endpoints =
            new ConcurrentSkipListMap<>();
    private final transient AtomicLong addresses = new AtomicLong();

    /**
     * @param bodyLimit 0 for the usual one
     */
    private record Endpoint(Server server, long bodyLimit) {}

    /**
     * @param problems answers for what fails
     * @param providers JAX-RS providers for every resource: filters, readers and writers
     */
    public JaxrsServlet(Problems problems, List<?> providers) {
        this.problems = problems;
        this.providers = new ArrayList<>(providers);
        this.providers.addAll(ContextProviders.all());
        this.providers.add(new ProblemMapper(problems));
        this.providers.add(new Routes());
        this.bus = withOwnLoader(JaxrsServlet::newBus);
    }

    /**
     * CXF 4 has no OSGi activator: what its {@code bus-extensions.txt} would bring is registered by
     * hand.
     */
    private static Bus newBus() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        Bus bus = new ExtensionManagerBus();
        HTTPTransportFactory transport = new HTTPTransportFactory();
        DestinationFactoryManager destinations = bus.getExtension(DestinationFactoryManager.class);
        for (String namespace : HTTPTransportFactory.DEFAULT_NAMESPACES) {
            destinations.registerDestinationFactory(namespace, transport);
        }
        bus.getExtension(BindingFactoryManager.class)
                .registerBindingFactory(
                        JAXRSBindingFactory.JAXRS_BINDING_ID, new JAXRSBindingFactory(bus));
        return bus;
    }

    /**
     * Lets a resource answer from now on.
     *
     * @param resource one instance for all requests, of a class with {@code @Path} at its top
     * @throws IllegalArgumentException if the class has no {@code @Path}, or another resource has
     *     the same
     */
    public Publication publish(Object resource) {
        String prefix = prefix(resource.getClass());
        if (endpoints.containsKey(prefix)) {
            throw new IllegalArgumentException(
                    resource.getClass().getName() + ": another resource answers at " + prefix);
        }
        Server server = withOwnLoader(() -> newServer(resource));
        Endpoint endpoint = new Endpoint(server, bodyLimit(resource.getClass()));
        if (endpoints.putIfAbsent(prefix, endpoint) != null) {
            server.destroy();
            throw new IllegalArgumentException(
                    resource.getClass().getName() + ": another resource answers at " + prefix);
        }
        return () -> {
            if (endpoints.remove(prefix, endpoint)) {
                server.destroy();
            }
        };
    }

    private Server newServer(Object resource) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/" + addresses.incrementAndGet());
        factory.setResourceClasses(resource.getClass());
        factory.setResourceProvider(
                resource.getClass(), new SingletonResourceProvider(resource, false));
        factory.setProviders(providers);
        return factory.create();
    }

    private static long bodyLimit(Class<?> type) {
        BodyLimit limit = type.getAnnotation(BodyLimit.class);
        return limit == null ? 0 : limit.value();
    }

    private static String prefix(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Path path = at.getAnnotation(Path.class);
            if (path != null) {
                String text = path.value();
                int parameter = text.indexOf('{');
                if (parameter >= 0) {
                    text = text.substring(0, parameter);
                    text = text.substring(0, text.lastIndexOf('/') + 1);
                }
                return "/" + text.replaceAll("^/+|/+$", "");
            }
        }
        throw new IllegalArgumentException(type.getName() + " has no @Path");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Endpoint endpoint = find(path);
        if (endpoint == null) {
            problems.send(new NotFoundException(), request, response);
            return;
        }
        request.setAttribute(SeenRequest.BODY_LIMIT, endpoint.bodyLimit());
        String base = request.getContextPath() + request.getServletPath();
        request.setAttribute(
                "org.apache.cxf.transport.endpoint.address", base.isEmpty() ? "/" : base);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JaxrsServlet.class.getClassLoader());
        try {
            Legibility.readForm(request);
            ((AbstractHTTPDestination) endpoint.server().getDestination())
                    .invoke(getServletConfig(), getServletContext(), request, response);
        } catch (RuntimeException e) {
            problems.send(e, request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Endpoint find(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Endpoint endpoint = endpoints.get(path.substring(0, end));
            if (endpoint != null) {
                return endpoint;
            }
        }
        return endpoints.get("/");
    }

    @Override
    public void destroy() {
        endpoints.values().forEach(endpoint -> endpoint.server().destroy());
        endpoints.clear();
        bus.shutdown(false);
    }

    private interface Making<T> {
        T make();
    }

    private static <T> T withOwnLoader(Making<T> making) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JaxrsServlet.class.getClassLoader());
        try {
            return making.make();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
