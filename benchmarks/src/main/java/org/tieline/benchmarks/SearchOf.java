package org.tieline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.tieline.itest.Api;

/** What the search of an installation has read of one kind of record. */
enum SearchOf {
    LESSONS("lesson"),
    CHANGES("change");

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final String kind;

    SearchOf(String kind) {
        this.kind = kind;
    }

    /** Returns how many can be found, once at least so many can and none is missing. */
    long awaitWhole(Api api, long least) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode answer = api.get("/search?limit=1&q=kind:" + kind).expect(200).json();
            long total = answer.path("total").asLong();
            if (total >= least && !answer.hasNonNull("progress")) {
                return total;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException(
                "Not all of kind " + kind + " could be found within " + PATIENCE);
    }
}
