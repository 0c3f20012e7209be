package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.spi.metric.Metric;
import org.tieline.spi.metric.MetricSource;

class SourceCollectorTest {
    private final List<MetricSource> sources = new ArrayList<>();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    SourceCollectorTest() {
        meters.getPrometheusRegistry().register(new SourceCollector(sources::stream));
    }

    private static Metric lag(String follower, double lines) {
        return Metric.gauge(
                "tieline_follower_lag_lines", "Lines", Map.of("follower", follower), lines);
    }

    @Test
    void whatSeveralSourcesMeasureUnderOneNameStandsTogether() {
        sources.add(() -> List.of(lag("search", 3)));
        sources.add(() -> List.of(lag("watchers", 0)));
        assertThat(meters.scrape())
                .containsOnlyOnce("# TYPE tieline_follower_lag_lines gauge")
                .contains("tieline_follower_lag_lines{follower=\"search\"} 3.0\n")
                .contains("tieline_follower_lag_lines{follower=\"watchers\"} 0.0\n");
    }

    @Test
    void aCounterIsToldAsOne() {
        sources.add(
                () ->
                        List.of(
                                Metric.counter(
                                        "tieline_background_rounds_total",
                                        "Rounds",
                                        Map.of("task", "sending-mail", "outcome", "failed"),
                                        2)));
        assertThat(meters.scrape())
                .contains("# TYPE tieline_background_rounds_total counter")
                .contains(
                        "tieline_background_rounds_total{outcome=\"failed\",task=\"sending-mail\"}"
                                + " 2.0\n");
    }

    @Test
    void aSourceThatFailsHidesNoOther() {
        sources.add(
                () -> {
                    throw new IllegalStateException("not now");
                });
        sources.add(() -> List.of(lag("search", 1)));
        assertThat(meters.scrape()).contains("tieline_follower_lag_lines{follower=\"search\"} 1.0");
    }

    @Test
    void aSourceThatIsGoneIsNotToldAnyMore() {
        MetricSource search = () -> List.of(lag("search", 1));
        sources.add(search);
        assertThat(meters.scrape()).contains("tieline_follower_lag_lines");
        sources.remove(search);
        assertThat(meters.scrape()).doesNotContain("tieline_follower_lag_lines");
    }

    @Test
    void aNameTellsWhetherItIsACounter() {
        assertThatThrownBy(() -> Metric.gauge("tieline_mails_total", "Mails", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tieline_mails_total");
        assertThatThrownBy(() -> Metric.counter("tieline_mails", "Mails", Map.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metric.gauge("Tieline mails", "Mails", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
