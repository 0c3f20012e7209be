package org.tieline.change.internal;

import java.util.Map;
import java.util.Optional;
import org.tieline.api.change.Change;
import org.tieline.api.error.NotFound;
import org.tieline.core.record.Facts;
import org.tieline.store.Transaction;

/** How a change is read for a write, and written with its line of the journal. */
final class Saved {
    private Saved() {}

    /** Finds a change and keeps others from changing it until the transaction ends. */
    static Change lock(Transaction tx, String id) {
        return ChangeTable.lock(tx.sql(), id).orElseThrow(() -> new NotFound(Change.ref(id)));
    }

    static void write(Transaction tx, Change before, Change after, String action) {
        write(tx, before, after, action, Optional.empty());
    }

    /**
     * @param reason what was said to it
     */
    static void write(
            Transaction tx, Change before, Change after, String action, Optional<String> reason) {
        write(
                tx,
                before,
                after,
                action,
                ChangeFacts.of(before, Map.of()),
                ChangeFacts.of(after, Map.of()).with("reason", reason));
    }

    /**
     * @param names the names of the assets that it touches, by id
     */
    static void write(
            Transaction tx, Change before, Change after, String action, Map<String, String> names) {
        write(
                tx,
                before,
                after,
                action,
                ChangeFacts.of(before, names),
                ChangeFacts.of(after, names));
    }

    private static void write(
            Transaction tx, Change before, Change after, String action, Facts were, Facts are) {
        ChangeTable.update(tx.sql(), before, after);
        tx.journal(
                after.center(),
                Change.ref(after.id()),
                after.version(),
                action,
                were.changesTo(are));
    }
}
