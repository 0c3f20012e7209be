package org.tieline.search.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.search.internal.FollowedIndex.State;
import org.tieline.spi.metric.Metric;
import org.tieline.spi.metric.MetricSource;

/** Measures the index. */
@Component
public final class SearchMetrics implements MetricSource {
    private final FollowedIndex index;

    @Activate
    public SearchMetrics(@Reference Indexing indexing) {
        this(indexing.index());
    }

    SearchMetrics(FollowedIndex index) {
        this.index = index;
    }

    @Override
    public List<Metric> metrics() {
        State state = index.state();
        boolean complete = state.incomplete().isEmpty() && state.damage().isEmpty();
        return List.of(
                Metric.gauge(
                        "tieline_search_documents",
                        "Records that can be found by somebody",
                        state.documents()),
                Metric.gauge(
                        "tieline_search_complete",
                        "1 if all records can be found, 0 while some are still to be read",
                        complete ? 1 : 0),
                Metric.gauge(
                        "tieline_search_rebuilding",
                        "1 while the index is made anew, else 0",
                        state.rebuilding() ? 1 : 0));
    }
}
