package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * A part of some work that another thread does meanwhile; when the others are busy, the one that
 * waits does it itself.
 */
final class ParallelTask<T> {
    private final FutureTask<T> task;

    ParallelTask(Executor others, Callable<T> work) {
        task = new FutureTask<>(work);
        others.execute(task);
    }

    /** What is made of a part of a list. */
    interface Part<A, B> {
        List<B> of(List<A> items) throws IOException;
    }

    /** Works on the first half of a list, and beside it on the second; returns all in order. */
    static <A, B> List<B> halves(Executor others, List<A> items, Part<A, B> part)
            throws IOException {
        int half = (items.size() + 1) / 2;
        ParallelTask<List<B>> second =
                new ParallelTask<>(others, () -> part.of(items.subList(half, items.size())));
        try {
            List<B> all = new ArrayList<>(part.of(items.subList(0, half)));
            all.addAll(second.result());
            return all;
        } finally {
            second.result();
        }
    }

    /** Waits, even when interrupted: nothing may be read once the searcher is given back. */
    T result() throws IOException {
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof IOException cause) {
                        throw cause;
                    }
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
