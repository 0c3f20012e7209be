package org.tieline.store.internal;

import static org.tieline.store.internal.JournalTable.ACTION;
import static org.tieline.store.internal.JournalTable.AT;
import static org.tieline.store.internal.JournalTable.JOURNAL;
import static org.tieline.store.internal.JournalTable.KIND;

import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.error.Unavailable;
import org.tieline.spi.metric.Metric;
import org.tieline.spi.metric.MetricSource;
import org.tieline.store.Rounds;

/** Measures the followers of the journal, what is done in rounds, the disk, and backups. */
@Component
public final class StoreMetrics implements MetricSource {
    private static final String LAG = "tieline_follower_lag_lines";
    private static final String STOPPED = "tieline_follower_stopped";
    private static final String ROUNDS = "tieline_background_rounds_total";

    private final SqlDatabase database;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Following following;

    @Activate
    public StoreMetrics(@Reference SqlDatabase database) {
        this.database = database;
    }

    StoreMetrics(SqlDatabase database, Following following) {
        this.database = database;
        this.following = following;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        Optional.ofNullable(following).ifPresent(running -> followers(running, metrics));
        rounds(metrics);
        disk(metrics);
        lastBackup()
                .ifPresent(
                        when ->
                                metrics.add(
                                        Metric.gauge(
                                                "tieline_last_backup_timestamp_seconds",
                                                "When the last backup was made, since 1970; absent"
                                                        + " if there is none",
                                                when.toEpochMilli() / 1e3)));
        return metrics;
    }

    private static void followers(Following following, List<Metric> metrics) {
        for (var state : following.states()) {
            Map<String, String> label = Map.of("follower", label(state.name()));
            metrics.add(
                    Metric.gauge(
                            LAG,
                            "Lines of the journal that a follower has still to deal with",
                            label,
                            state.lag()));
            metrics.add(
                    Metric.gauge(
                            STOPPED,
                            "1 if a follower of the journal failed and tries again, else 0",
                            label,
                            state.failure().isPresent() ? 1 : 0));
        }
    }

    /** A name such as "The search index" as one that is easily typed. */
    static String label(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^the ", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static void rounds(List<Metric> metrics) {
        for (Rounds.Tally tally : Rounds.tallies()) {
            metrics.add(round(tally.name(), "done", tally.done()));
            metrics.add(round(tally.name(), "failed", tally.failed()));
        }
    }

    private static Metric round(String name, String outcome, long count) {
        return Metric.counter(
                ROUNDS,
                "Rounds of work in the background, by what was done and how it ended",
                Map.of("task", label(name), "outcome", outcome),
                count);
    }

    private void disk(List<Metric> metrics) {
        File data = database.settings().data().toFile();
        metrics.add(
                Metric.gauge(
                        "tieline_data_free_bytes",
                        "Bytes that are free where the data lie",
                        data.getUsableSpace()));
        metrics.add(
                Metric.gauge(
                        "tieline_data_size_bytes",
                        "Bytes that the disk has on which the data lie",
                        data.getTotalSpace()));
    }

    private Optional<Instant> lastBackup() {
        try {
            return database.store()
                    .read(
                            sql ->
                                    Optional.ofNullable(
                                            sql.select(DSL.max(AT))
                                                    .from(JOURNAL)
                                                    .where(
                                                            KIND.eq(BackupLine.KIND),
                                                            ACTION.eq(BackupLine.MADE))
                                                    .fetchOne(DSL.max(AT))));
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }
}
