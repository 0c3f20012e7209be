package org.tieline.store.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.spi.journal.JournalListener;
import org.tieline.store.Follower;
import org.tieline.store.Followers;
import org.tieline.store.Rounds;

/**
 * Lets every follower and listener follow the journal, each on a thread of its own. Followers
 * follow on every node, a listener on one at a time.
 */
@Component(
        service = {Following.class, Followers.class},
        immediate = true)
public final class Following implements Followers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final SqlStore store;
    private final JournalHead head;
    private final JournalLines journal;
    private final LongConsumer onCommit;
    private final String node = UUID.randomUUID().toString();
    private final Optional<Rounds> beats;
    private final Map<Object, FollowerThread> threads = new ConcurrentHashMap<>();
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();

    @Activate
    public Following(@Reference SqlDatabase database) {
        this(database, database.engine().shared());
    }

    Following(SqlDatabase database, boolean shared) {
        this.store = database.store();
        this.head = new JournalHead(store, shared);
        this.journal = new JournalLines(store);
        this.onCommit = head::reached;
        store.onCommit(onCommit);
        head.ask();
        this.beats =
                shared
                        ? Optional.of(
                                new Rounds("saying that this node listens to the journal")
                                        .begin(Lease.BEAT, Lease.BEAT, this::beat))
                        : Optional.empty();
    }

    private void beat() {
        leases.values().forEach(Lease::beat);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "leave")
    void follow(Follower follower) {
        start(follower, Delivery.to(follower));
    }

    void leave(Follower follower) {
        end(follower);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "forget")
    synchronized void listen(JournalListener listener) {
        String name = listener.name();
        if (!name.matches(JournalListener.NAME)) {
            LOG.error(
                    "The journal's listener {} is not called: its name must be 1 to 100 lower-case"
                            + " letters, digits and hyphens, beginning with a letter, but is \"{}\".",
                    listener.getClass().getName(),
                    name);
        } else if (listened(name)) {
            LOG.error(
                    "The journal's listener {} is not called: there is another one named \"{}\".",
                    listener.getClass().getName(),
                    name);
        } else {
            start(listener, new ListenerDelivery(listener, store, lease(name)));
        }
    }

    private boolean listened(String name) {
        return threads.entrySet().stream()
                .anyMatch(
                        entry ->
                                entry.getKey() instanceof JournalListener
                                        && entry.getValue().name().equals(name));
    }

    /** Where no other process can reach the database, nobody has to ask whose turn it is. */
    private Optional<Lease> lease(String name) {
        return beats.map(
                rounds -> {
                    Lease lease = new Lease(store, "listener:" + name, node, System::nanoTime);
                    leases.put(name, lease);
                    rounds.wake();
                    return lease;
                });
    }

    synchronized void forget(JournalListener listener) {
        FollowerThread thread = threads.get(listener);
        if (thread != null) {
            leases.remove(thread.name());
            end(listener);
        }
    }

    private void start(Object whom, Delivery delivery) {
        FollowerThread thread = new FollowerThread(delivery, journal, head);
        threads.put(whom, thread);
        thread.start();
    }

    private void end(Object whom) {
        FollowerThread thread = threads.remove(whom);
        if (thread != null && !thread.end()) {
            LOG.warn("The follower {} does not end; it is left to itself.", thread.name());
        }
    }

    @Override
    public List<State> states() {
        return threads.values().stream()
                .map(FollowerThread::state)
                .sorted(Comparator.comparing(State::name))
                .toList();
    }

    @Deactivate
    @Override
    public void close() {
        store.forget(onCommit);
        beats.ifPresent(Rounds::stop);
        leases.clear();
        threads.keySet().forEach(this::end);
    }
}
