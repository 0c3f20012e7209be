package org.tieline.store.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The position up to which the journal is known to be written: told by every commit of this process
 * and, where other processes write as well, asked for each second.
 */
final class JournalHead {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final SqlStore store;
    private final boolean shared;
    private long position;

    JournalHead(SqlStore store, boolean shared) {
        this.store = store;
        this.shared = shared;
    }

    void reached(long committed) {
        lock.lock();
        try {
            if (committed > position) {
                position = committed;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void ask() {
        reached(store.read(ChainTable::head));
    }

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Waits at most a second for lines behind a position; returns the position reached. */
    long await(long after) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(1);
            while (position <= after && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        if (shared && position() <= after) {
            ask();
        }
        return position();
    }
}
