package org.tieline.http.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The figures of the database's connection pool, which it shows through JMX. */
final class PoolMetrics {
    private static final Map<String, String> GAUGES =
            Map.of(
                    "active", "ActiveConnections",
                    "idle", "IdleConnections",
                    "total", "TotalConnections",
                    "waiting", "ThreadsAwaitingConnection");

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    void bindTo(MeterRegistry registry) {
        GAUGES.forEach(
                (state, attribute) ->
                        Gauge.builder("database.connections", () -> read(attribute))
                                .description("Connections of the database pool")
                                .tag("state", state)
                                .register(registry));
    }

    private double read(String attribute) {
        try {
            for (ObjectName pool :
                    beans.queryNames(new ObjectName("com.zaxxer.hikari:type=Pool (*)"), null)) {
                return ((Number) beans.getAttribute(pool, attribute)).doubleValue();
            }
        } catch (JMException e) {
            return Double.NaN;
        }
        return Double.NaN;
    }
}
