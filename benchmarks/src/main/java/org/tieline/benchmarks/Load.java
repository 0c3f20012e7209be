package org.tieline.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Does a piece of work over and over, from one or more clients that each wait for the answer. */
final class Load {
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(8);

    private Load() {}

    /** One piece of work, done by one client at a time. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * What was measured.
     *
     * @param latency in nanoseconds
     */
    record Result(Histogram latency, double perSecond) {
        double median() {
            return millis(50);
        }

        double p99() {
            return millis(99);
        }

        private double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Repeats a piece of work without measuring it. */
    static void warmUp(int clients, Duration length, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            measure(threads, Collections.nCopies(clients, work), length);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * @param client makes the work of one client
     */
    static Result run(int clients, Callable<Work> client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Work> works = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                works.add(client.call());
            }
            measure(threads, works, WARM_UP);
            return measure(threads, works, MEASURED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result measure(ExecutorService threads, List<Work> works, Duration length)
            throws Exception {
        long begin = System.nanoTime();
        List<Future<Histogram>> running =
                works.stream().map(work -> threads.submit(() -> repeat(work, length))).toList();
        Histogram all = histogram();
        for (Future<Histogram> one : running) {
            all.add(one.get());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Result(all, all.getTotalCount() / seconds);
    }

    private static Histogram repeat(Work work, Duration length) throws Exception {
        Histogram latency = histogram();
        long end = System.nanoTime() + length.toNanos();
        for (long now = System.nanoTime(); now < end; ) {
            work.run();
            long after = System.nanoTime();
            latency.recordValue(after - now);
            now = after;
        }
        return latency;
    }

    private static Histogram histogram() {
        return new Histogram(Duration.ofMinutes(2).toNanos(), 3);
    }
}
