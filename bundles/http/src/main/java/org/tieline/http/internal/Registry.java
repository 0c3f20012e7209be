package org.tieline.http.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.spi.metric.MetricSource;

/** The one registry of measurements; offered to everybody as a service. */
@Component(service = Registry.class, immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.micrometer.core.instrument.MeterRegistry\"")
public final class Registry {
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final List<ServiceReference<MetricSource>> sources = new CopyOnWriteArrayList<>();
    private final BundleContext bundles;
    private final ServiceRegistration<MeterRegistry> service;

    @Activate
    public Registry(BundleContext bundles) {
        this.bundles = bundles;
        new ClassLoaderMetrics().bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        collections.bindTo(meters);
        new PoolMetrics().bindTo(meters);
        meters.getPrometheusRegistry().register(new SourceCollector(this::sources));
        service = bundles.registerService(MeterRegistry.class, meters, null);
    }

    /** Sources are made when they are first asked: a start has other things to do. */
    @Reference(
            service = MetricSource.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "forget")
    void measure(ServiceReference<MetricSource> source) {
        sources.add(source);
    }

    void forget(ServiceReference<MetricSource> source) {
        sources.remove(source);
    }

    private Stream<MetricSource> sources() {
        return sources.stream().map(bundles::getService).filter(Objects::nonNull);
    }

    /** All measurements in Prometheus' text form. */
    String scrape() {
        return meters.scrape();
    }

    @Deactivate
    void deactivate() {
        service.unregister();
        collections.close();
        meters.close();
    }
}
