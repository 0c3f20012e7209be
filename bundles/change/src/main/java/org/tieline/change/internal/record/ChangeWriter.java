package org.tieline.change.internal.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.FieldChange;
import org.tieline.api.change.Change;
import org.tieline.api.error.NotFound;
import org.tieline.core.record.JournalFields;
import org.tieline.store.Transaction;

/** How a change is read for a write, and written with its line of the journal. */
public final class ChangeWriter {
    private ChangeWriter() {}

    /** Finds a change and keeps others from changing it until the transaction ends. */
    public static Change lock(Transaction tx, String id) {
        return ChangeTable.lock(tx.sql(), id).orElseThrow(() -> new NotFound(Change.ref(id)));
    }

    public static void write(Transaction tx, Change before, Change after, String action) {
        write(tx, before, after, action, Optional.empty());
    }

    /**
     * @param reason what was said to it
     */
    public static void write(
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
    public static void write(
            Transaction tx, Change before, Change after, String action, Map<String, String> names) {
        write(
                tx,
                before,
                after,
                action,
                ChangeFacts.of(before, names),
                ChangeFacts.of(after, names));
    }

    /** Writes what was done about a step: the journal tells that step, not the whole plan. */
    public static void writeStep(Transaction tx, Change before, Change after, String action) {
        ChangeTable.update(tx.sql(), before, after);
        List<FieldChange> changes = new ArrayList<>();
        ChangeFacts.of(before, Map.of()).changesTo(ChangeFacts.of(after, Map.of())).stream()
                .filter(change -> !change.field().equals("steps"))
                .forEach(changes::add);
        changes.addAll(ChangeFacts.steps(before, after));
        tell(tx, after, action, changes);
    }

    private static void tell(
            Transaction tx, Change after, String action, List<FieldChange> changes) {
        tx.journal(after.center(), Change.ref(after.id()), after.version(), action, changes);
    }

    private static void write(
            Transaction tx,
            Change before,
            Change after,
            String action,
            JournalFields were,
            JournalFields are) {
        ChangeTable.update(tx.sql(), before, after);
        tell(tx, after, action, were.changesTo(are));
    }
}
