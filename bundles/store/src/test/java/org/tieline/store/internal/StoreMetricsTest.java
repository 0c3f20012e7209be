package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.api.journal.JournalLine;
import org.tieline.spi.metric.Metric;
import org.tieline.store.Follower;

class StoreMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:59:49Z");

    private final Opened opened;
    private final Following following;
    private final StoreMetrics metrics;
    private final Path directory;

    StoreMetricsTest(@TempDir Path directory) {
        this.directory = directory;
        opened = Opened.derby(directory, Clock.fixed(NOW, ZoneOffset.UTC));
        following = new Following(opened.internal());
        metrics = new StoreMetrics(opened.internal(), following);
    }

    @AfterEach
    void close() {
        following.close();
        opened.close();
    }

    private List<Metric> measured(String name) {
        return metrics.metrics().stream().filter(metric -> metric.name().equals(name)).toList();
    }

    private double value(String name) {
        List<Metric> found = measured(name);
        assertThat(found).as(name).hasSize(1);
        return found.get(0).value();
    }

    @Test
    void whenTheLastBackupWasMadeIsToldOnceThereIsOne() throws Exception {
        assertThat(measured("tieline_last_backup_timestamp_seconds")).isEmpty();
        opened.backups().backup(Cars.CALLER, directory.resolve("backup.zip"));
        assertThat(value("tieline_last_backup_timestamp_seconds")).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void freeDiskIsToldOfTheDiskOnWhichTheDataLie() {
        assertThat(value("tieline_data_free_bytes"))
                .isPositive()
                .isLessThanOrEqualTo(value("tieline_data_size_bytes"));
    }

    @Test
    void eachFollowerTellsHowFarItIsBehindAndWhetherItStopped() throws Exception {
        CountDownLatch failed = new CountDownLatch(2);
        opened.database().open(Cars.SCHEMA);
        following.follow(
                new Follower() {
                    @Override
                    public String name() {
                        return "The test's own follower";
                    }

                    @Override
                    public long position() {
                        failed.countDown();
                        return 0;
                    }

                    @Override
                    public void follow(List<JournalLine> lines) {
                        throw new IllegalStateException("as it shall, in this test");
                    }
                });
        opened.backups().backup(Cars.CALLER, directory.resolve("line.zip"));
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        Map<String, String> label = Map.of("follower", "test-s-own-follower");
        assertThat(measured("tieline_follower_lag_lines"))
                .singleElement()
                .satisfies(lag -> assertThat(lag.labels()).isEqualTo(label))
                .satisfies(lag -> assertThat(lag.value()).isEqualTo(1));
        assertThat(measured("tieline_follower_stopped"))
                .singleElement()
                .satisfies(stopped -> assertThat(stopped.labels()).isEqualTo(label))
                .satisfies(stopped -> assertThat(stopped.value()).isEqualTo(1));
    }
}
