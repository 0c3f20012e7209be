package org.tieline.search.internal.lucene;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for work that somebody waits for. */
final class Threads {
    private Threads() {}

    static ExecutorService of(String name) {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
