package org.tieline.http.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.http.internal.jaxrs.Routes;

/** How many requests there were, and how long they took. */
@Component(service = Measurements.class)
public final class Measurements {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry registry;
    private volatile IntSupplier running = () -> 0;

    @Activate
    public Measurements(@Reference MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("http.server.running", () -> running.getAsInt())
                .description("Requests being answered now")
                .register(registry);
    }

    void running(IntSupplier count) {
        running = count;
    }

    void answered(HttpServletRequest request, int status, long nanos) {
        Object route = request.getAttribute(Routes.ATTRIBUTE);
        String method = request.getMethod();
        Timer.builder("http.server.requests")
                .description("Requests answered, by route")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route == null ? "none" : route.toString())
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
