package org.tieline.http.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.spi.metric.Metric;
import org.tieline.spi.metric.MetricSource;

/** Asks the sources of measurements whenever somebody scrapes. */
final class SourceCollector implements MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(SourceCollector.class);
    private static final String TOTAL = "_total";

    private final Supplier<Stream<MetricSource>> sources;

    /**
     * @param sources those that are there now
     */
    SourceCollector(Supplier<Stream<MetricSource>> sources) {
        this.sources = sources;
    }

    @Override
    public MetricSnapshots collect() {
        Map<String, Map<Labels, Metric>> byName = new TreeMap<>();
        sources.get()
                .flatMap(SourceCollector::metrics)
                .forEach(
                        metric ->
                                byName.computeIfAbsent(metric.name(), any -> new TreeMap<>())
                                        .putIfAbsent(labels(metric), metric));
        List<MetricSnapshot> snapshots = new ArrayList<>();
        byName.values().forEach(same -> snapshots.add(snapshot(same)));
        return new MetricSnapshots(snapshots);
    }

    private static Stream<Metric> metrics(MetricSource source) {
        try {
            return source.metrics().stream();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} could not be measured", source.getClass().getName(), e);
            return Stream.empty();
        }
    }

    private static Labels labels(Metric metric) {
        Map<String, String> sorted = new TreeMap<>(metric.labels());
        return Labels.of(
                sorted.keySet().toArray(String[]::new), sorted.values().toArray(String[]::new));
    }

    /** The kind and the help are those of the first. */
    private static MetricSnapshot snapshot(Map<Labels, Metric> same) {
        Metric first = same.values().iterator().next();
        if (first.kind() == Metric.Kind.COUNTER) {
            CounterSnapshot.Builder counter =
                    CounterSnapshot.builder()
                            .name(first.name().substring(0, first.name().length() - TOTAL.length()))
                            .help(first.help());
            same.forEach(
                    (labels, metric) ->
                            counter.dataPoint(
                                    CounterDataPointSnapshot.builder()
                                            .labels(labels)
                                            .value(metric.value())
                                            .build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(first.name()).help(first.help());
        same.forEach(
                (labels, metric) ->
                        gauge.dataPoint(
                                GaugeDataPointSnapshot.builder()
                                        .labels(labels)
                                        .value(metric.value())
                                        .build()));
        return gauge.build();
    }
}
