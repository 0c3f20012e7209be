package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Threads for work that somebody waits for. */
final class Threads {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private Threads() {}

    static ExecutorService of(String name) {
        return Executors.newFixedThreadPool(
                CORES,
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Something that is done with one of many. */
    interface Work<T> {
        void with(T item) throws IOException;
    }

    /** Does the same with each, in no order and many at once; returns when all is done. */
    static <T> void each(ExecutorService threads, List<T> items, Work<T> work) throws IOException {
        CompletableFuture<?>[] shares =
                IntStream.range(0, CORES)
                        .mapToObj(
                                first ->
                                        CompletableFuture.runAsync(
                                                () -> share(items, first, work), threads))
                        .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(shares).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw e;
        }
    }

    private static <T> void share(List<T> items, int first, Work<T> work) {
        try {
            for (int i = first; i < items.size(); i += CORES) {
                work.with(items.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
