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
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int TURNS = 8;

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
        return inTurns(clients, List.of(client)).get(0);
    }

    /**
     * Measures several works that are compared, a second of each in turn: for all of them, the
     * machine then has the same good and bad minutes.
     *
     * @param works each makes the work of one client
     */
    static List<Result> inTurns(int clients, List<Callable<Work>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<List<Work>> all = new ArrayList<>();
            List<Histogram> latencies = new ArrayList<>();
            for (Callable<Work> work : works) {
                List<Work> one = new ArrayList<>();
                for (int i = 0; i < clients; i++) {
                    one.add(work.call());
                }
                measure(threads, one, WARM_UP);
                all.add(one);
                latencies.add(histogram());
            }
            for (int turn = 0; turn < TURNS; turn++) {
                for (int i = 0; i < all.size(); i++) {
                    latencies.get(i).add(measure(threads, all.get(i), TURN));
                }
            }
            return latencies.stream().map(Load::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result result(Histogram latency) {
        return new Result(latency, (double) latency.getTotalCount() / TURNS / TURN.toSeconds());
    }

    private static Histogram measure(ExecutorService threads, List<Work> works, Duration length)
            throws Exception {
        List<Future<Histogram>> running =
                works.stream().map(work -> threads.submit(() -> repeat(work, length))).toList();
        Histogram all = histogram();
        for (Future<Histogram> one : running) {
            all.add(one.get());
        }
        return all;
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

    static Histogram histogram() {
        return new Histogram(Duration.ofMinutes(2).toNanos(), 3);
    }
}
