package org.tieline.discussion.internal;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Watchers;
import org.tieline.api.error.Conflict;
import org.tieline.api.person.People;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.UniqueKey;
import org.tieline.spi.record.RecordCard;
import org.tieline.store.Store;

/** The watchers in the schema {@code discussion}. */
@Component
public final class SqlWatchers implements Watchers {
    private static final Caller SELF = Caller.system("watchers");

    private final Store store;
    private final RecordKinds records;
    private final People people;

    @Activate
    public SqlWatchers(
            @Reference DiscussionStore store,
            @Reference RecordKinds records,
            @Reference People people) {
        this(store.store(), records, people);
    }

    SqlWatchers(Store store, RecordKinds records, People people) {
        this.store = store;
        this.records = records;
        this.people = people;
    }

    @Override
    public Watching get(Caller caller, RecordRef record) {
        records.require(caller, DISCUSSION_READ, record);
        return watching(caller, record);
    }

    private Watching watching(Caller caller, RecordRef record) {
        return store.read(
                sql ->
                        new Watching(
                                WatcherTable.watches(sql, record, me(caller)),
                                WatcherTable.count(sql, record, MOST)));
    }

    private static String me(Caller caller) {
        return caller.actor().id();
    }

    @Override
    public Watching watch(Caller caller, RecordRef record) {
        RecordCard card = records.require(caller, DISCUSSION_READ, record);
        if (people.all(SELF, Set.of(me(caller))).isEmpty()) {
            throw new Conflict("Only people can watch. A machine reads the journal instead.");
        }
        if (watching(caller, record).count() == MOST) {
            throw new Conflict(MOST + " people watch this already.");
        }
        store.write(
                caller,
                tx -> {
                    if (!WatcherTable.watches(tx.sql(), record, me(caller))) {
                        UniqueKey.orConflict(
                                "You watch this already.",
                                () -> WatcherTable.insert(tx.sql(), record, me(caller), tx.now()));
                        tx.journal(card.center(), line(record), 0, "began", told(record));
                    }
                    return null;
                });
        return watching(caller, record);
    }

    @Override
    public Watching unwatch(Caller caller, RecordRef record) {
        RecordCard card = records.require(caller, DISCUSSION_READ, record);
        store.write(
                caller,
                tx -> {
                    if (WatcherTable.watches(tx.sql(), record, me(caller))) {
                        WatcherTable.delete(tx.sql(), record, me(caller));
                        tx.journal(card.center(), line(record), 0, "ended", told(record));
                    }
                    return null;
                });
        return watching(caller, record);
    }

    /** A line of its own: the record's history is about the record. */
    private static RecordRef line(RecordRef record) {
        return new RecordRef("watching", record.id());
    }

    private static List<FieldChange> told(RecordRef record) {
        return JournalFields.NONE.changesTo(JournalFields.NONE.with("record", record));
    }
}
