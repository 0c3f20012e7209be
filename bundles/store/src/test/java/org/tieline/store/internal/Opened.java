package org.tieline.store.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.tieline.spi.journal.JournalListener;
import org.tieline.store.Backups;
import org.tieline.store.Database;
import org.tieline.store.Follower;
import org.tieline.store.JournalStore;

/** Opens the store as the bundle does, without a framework. */
public final class Opened implements AutoCloseable {
    private final SqlDatabase database;

    Opened(Settings settings, Clock clock) {
        this.database = new SqlDatabase(settings, clock);
    }

    public static Opened derby(Path data, Clock clock) {
        return new Opened(Settings.embedded(data), clock);
    }

    public static Opened postgres(Path data, Clock clock, String url, String user) {
        return new Opened(Settings.postgres(data, url, user, user), clock);
    }

    public Database database() {
        return database;
    }

    SqlDatabase internal() {
        return database;
    }

    public JournalStore journal() {
        return new SqlJournal(database);
    }

    public Backups backups() {
        return new LogicalBackups(database);
    }

    /** Follows until closed. */
    public AutoCloseable follow(Follower follower) {
        Following following = new Following(database);
        following.follow(follower);
        return following;
    }

    /** Has a listener hear the journal from now on, until closed, as while its bundle is there. */
    public AutoCloseable listen(JournalListener listener) {
        new ListenerDelivery(listener, database.store(), Optional.empty()).position();
        Following following = new Following(database);
        following.listen(listener);
        return following;
    }

    @Override
    public void close() {
        database.close();
    }
}
