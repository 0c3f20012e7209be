package org.tieline.http.jaxrs;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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
import org.tieline.http.BodyLimit;
import org.tieline.http.Problems;
import org.tieline.http.internal.Legibility;
import org.tieline.http.internal.jaxrs.ContextProviders;
import org.tieline.http.internal.jaxrs.ProblemMapper;
import org.tieline.http.internal.jaxrs.Routes;

/**
 * A servlet for JAX-RS resources that come and go. Each is a CXF server of its own, so that one
 * does not disturb the others. A request goes to the resources whose {@code @Path}, up to its first
 * parameter, is the longest that the request's path begins with, whole segments taken. Among
 * several of these the method decides whose whole path fits best, and which answers the request's
 * HTTP method. Whatever is thrown is answered through {@link Problems}. Thread-safe.
 *
 * <p>Register it with the HTTP whiteboard under a pattern that ends with {@code /*}.
 */
public final class JaxrsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Problems problems;
    private final transient List<Object> providers;
    private final transient Bus bus;
    private final transient ConcurrentMap<String, List<Endpoint>> endpoints =
            new ConcurrentHashMap<>();
    private final transient AtomicLong addresses = new AtomicLong();

    /**
     * @param bodyLimit 0 for the usual one
     */
    private record Endpoint(Server server, long bodyLimit, List<Route> routes) {}

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
     * @throws IllegalArgumentException if the class has no {@code @Path}, or another resource has a
     *     method for the same path and HTTP method
     */
    public Publication publish(Object resource) {
        String prefix = prefix(resource.getClass());
        Server server = withOwnLoader(() -> newServer(resource));
        Endpoint endpoint = new Endpoint(server, bodyLimit(resource.getClass()), Route.all(server));
        try {
            endpoints.merge(prefix, List.of(endpoint), JaxrsServlet::joined);
        } catch (IllegalArgumentException e) {
            server.destroy();
            throw new IllegalArgumentException(
                    resource.getClass().getName() + ": " + e.getMessage(), e);
        }
        return () -> {
            endpoints.computeIfPresent(prefix, (at, all) -> without(all, endpoint));
            server.destroy();
        };
    }

    private static List<Endpoint> joined(List<Endpoint> there, List<Endpoint> more) {
        for (Endpoint one : there) {
            for (Route route : one.routes()) {
                if (more.stream().flatMap(it -> it.routes().stream()).anyMatch(route::same)) {
                    throw new IllegalArgumentException("another resource answers at " + route);
                }
            }
        }
        return Stream.concat(there.stream(), more.stream()).toList();
    }

    private static List<Endpoint> without(List<Endpoint> all, Endpoint gone) {
        List<Endpoint> left = all.stream().filter(one -> one != gone).toList();
        return left.isEmpty() ? null : left;
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
        Endpoint endpoint = find(path, request.getMethod());
        if (endpoint == null) {
            problems.send(new NotFoundException(), request, response);
            return;
        }
        request.setAttribute(BodyLimit.ATTRIBUTE, endpoint.bodyLimit());
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

    private Endpoint find(String path, String method) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            List<Endpoint> there = endpoints.get(path.substring(0, end));
            if (there != null) {
                return best(there, path, method);
            }
        }
        List<Endpoint> top = endpoints.get("/");
        return top == null ? null : best(top, path, method);
    }

    /** If none fits, the first says so. */
    private static Endpoint best(List<Endpoint> among, String path, String method) {
        Endpoint best = among.get(0);
        Route found = null;
        for (Endpoint endpoint : among.size() == 1 ? List.<Endpoint>of() : among) {
            for (Route route : endpoint.routes()) {
                if (route.fits(path) && (found == null || route.betterThan(found, method))) {
                    best = endpoint;
                    found = route;
                }
            }
        }
        return best;
    }

    @Override
    public void destroy() {
        endpoints.values().stream()
                .flatMap(List::stream)
                .forEach(endpoint -> endpoint.server().destroy());
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
