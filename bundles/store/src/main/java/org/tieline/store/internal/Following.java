package org.tieline.store.internal;

import java.util.List;
import java.util.Map;
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
import org.tieline.store.Follower;

/** Lets every follower follow, each on a thread of its own. */
@Component(service = Following.class, immediate = true)
public final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final SqlStore store;
    private final JournalHead head;
    private final LongConsumer onCommit;
    private final Map<Follower, FollowerThread> threads = new ConcurrentHashMap<>();

    @Activate
    public Following(@Reference SqlDatabase database) {
        this.store = database.store();
        this.head = new JournalHead(store, database.engine().shared());
        this.onCommit = head::reached;
        store.onCommit(onCommit);
        head.ask();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "leave")
    void follow(Follower follower) {
        FollowerThread thread = new FollowerThread(follower, store, head);
        threads.put(follower, thread);
        thread.start();
    }

    void leave(Follower follower) {
        FollowerThread thread = threads.remove(follower);
        if (thread != null && !thread.end()) {
            LOG.warn("The follower {} does not end; it is left to itself.", thread.state().name());
        }
    }

    /** How far everybody is. */
    List<FollowerThread.State> states() {
        return threads.values().stream().map(FollowerThread::state).toList();
    }

    @Deactivate
    @Override
    public void close() {
        store.forget(onCommit);
        threads.keySet().forEach(this::leave);
    }
}
