package org.tieline.demo.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.spi.DemoRecords;

/**
 * Has the records of the capabilities written: of those that are there when it begins, and of each
 * that comes later. Those that come within a moment of one another are written in their order.
 */
final class DemoWriter {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWriter.class);
    private static final int MOMENT_MILLIS = 300;

    private final Caller caller;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread made = new Thread(task, "tieline-demonstration-records");
                        made.setDaemon(true);
                        return made;
                    });
    private final List<DemoRecords> waiting = new ArrayList<>();
    private boolean begun;

    DemoWriter(Caller caller) {
        this.caller = caller;
    }

    synchronized void add(DemoRecords records) {
        waiting.add(records);
        if (begun) {
            thread.schedule(this::write, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void remove(DemoRecords records) {
        waiting.remove(records);
    }

    /** The centers are there: writes what waits before it returns. */
    void begin() {
        synchronized (this) {
            begun = true;
        }
        write();
    }

    void stop() {
        thread.shutdownNow();
    }

    private void write() {
        for (DemoRecords records : taken()) {
            try {
                records.write(caller);
            } catch (RuntimeException e) {
                LOG.error("{} could not be written", records.getClass().getName(), e);
            }
        }
    }

    private synchronized List<DemoRecords> taken() {
        List<DemoRecords> taken =
                waiting.stream().sorted(Comparator.comparingInt(DemoRecords::order)).toList();
        waiting.clear();
        return taken;
    }
}
