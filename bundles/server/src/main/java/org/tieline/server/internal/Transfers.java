package org.tieline.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is on its way from and to callers: slow ones are cut off, and where room is short the one
 * that has stood still for longest gives it up.
 */
final class Transfers {
    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);

    /** Who moved within this time is slow, but no obstacle. */
    private static final long STANDS_STILL = Duration.ofMillis(250).toNanos();

    private static final long REPORT_EVERY = Duration.ofMinutes(1).toNanos();

    private final int leastRate;
    private final long patience;
    private final long memory;
    private final int threads;
    private final Set<Transfer> open = new HashSet<>();
    private final Set<Transfer> blocking = new HashSet<>();
    private long held;
    private long cuts;
    private long reported = System.nanoTime() - REPORT_EVERY;

    /**
     * @param leastRate bytes a second
     * @param patience how long a transfer may be slower
     * @param memory how many bytes all of them may hold
     * @param threads how many threads may wait for callers
     */
    Transfers(int leastRate, Duration patience, long memory, int threads) {
        this.leastRate = leastRate;
        this.patience = patience.toNanos();
        this.memory = memory;
        this.threads = threads;
    }

    synchronized void open(Transfer transfer) {
        open.add(transfer);
    }

    synchronized void close(Transfer transfer) {
        if (open.remove(transfer)) {
            blocking.remove(transfer);
            held -= transfer.held();
        }
    }

    synchronized void waits(Transfer transfer) {
        transfer.waits(System.nanoTime());
    }

    synchronized void rests(Transfer transfer) {
        transfer.rests(System.nanoTime());
        blocking.remove(transfer);
    }

    /**
     * A thread waits for the caller from now on, until {@link #unblocks} or {@link #rests}.
     *
     * @return which other one is to be {@link #cut} for it, if one is
     */
    synchronized Optional<Transfer> blocks(Transfer transfer) {
        transfer.waits(System.nanoTime());
        boolean crowded =
                open.contains(transfer) && blocking.add(transfer) && blocking.size() > threads;
        return crowded ? stillest(blocking::contains, transfer, STANDS_STILL) : Optional.empty();
    }

    synchronized void unblocks(Transfer transfer) {
        blocking.remove(transfer);
    }

    /** Tells whether the transfer may hold so many bytes more; another may be ended for them. */
    boolean hold(Transfer transfer, int bytes) {
        List<Transfer> obstacles = new ArrayList<>();
        boolean room;
        synchronized (this) {
            if (!open.contains(transfer)) {
                return true;
            }
            for (room = held + bytes <= memory; !room; room = held + bytes <= memory) {
                Optional<Transfer> obstacle = stillest(other -> other.held() > 0, transfer, 0);
                if (obstacle.isEmpty()) {
                    break;
                }
                close(obstacle.get());
                obstacles.add(obstacle.get());
            }
            if (room) {
                held += bytes;
                transfer.hold(bytes);
            }
        }
        obstacles.forEach(this::cut);
        return room;
    }

    synchronized void release(Transfer transfer, int bytes) {
        if (open.contains(transfer)) {
            held -= bytes;
            transfer.hold(-bytes);
        }
    }

    /** Ends the one of these that has waited for its caller longest, if one stands still. */
    void makeRoom(Predicate<Transfer> among) {
        Optional<Transfer> obstacle;
        synchronized (this) {
            obstacle = stillest(among, null, STANDS_STILL);
        }
        obstacle.ifPresent(this::cut);
    }

    private Optional<Transfer> stillest(Predicate<Transfer> among, Transfer but, long atLeast) {
        long now = System.nanoTime();
        for (Transfer transfer : open) {
            transfer.look(now);
        }
        return open.stream()
                .filter(transfer -> transfer != but && transfer.waiting())
                .filter(among)
                .filter(transfer -> now - transfer.progressed() >= atLeast)
                .max(Comparator.comparingLong(transfer -> now - transfer.progressed()));
    }

    /** Ends those that were too slow for too long, or take threads that others need. */
    void sweep() {
        List<Transfer> slow = new ArrayList<>();
        long now = System.nanoTime();
        synchronized (this) {
            for (Transfer transfer : open) {
                if (transfer.tooSlow(now, leastRate, patience)) {
                    slow.add(transfer);
                }
            }
            while (blocking.size() > threads) {
                Optional<Transfer> obstacle = stillest(blocking::contains, null, STANDS_STILL);
                if (obstacle.isEmpty()) {
                    break;
                }
                blocking.remove(obstacle.get());
                slow.add(obstacle.get());
            }
        }
        slow.forEach(this::cut);
        report(now);
    }

    void cut(Transfer transfer) {
        close(transfer);
        synchronized (this) {
            cuts++;
        }
        transfer.cut();
    }

    private synchronized void report(long now) {
        if (cuts > 0 && now - reported >= REPORT_EVERY) {
            LOG.warn("{} requests were ended because their callers sent or read too slowly", cuts);
            cuts = 0;
            reported = now;
        }
    }
}
