package org.tieline.change.internal.record;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.spi.record.RecordCard;
import org.tieline.spi.record.RecordKind;
import org.tieline.store.Store;

/** Changes, for what goes with any record. */
@Component
public final class ChangeRecords implements RecordKind {
    private final Store store;
    private final Access access;

    @Activate
    public ChangeRecords(@Reference ChangeStore store, @Reference Access access) {
        this.store = store.store();
        this.access = access;
    }

    @Override
    public String kind() {
        return Change.KIND;
    }

    @Override
    public String label() {
        return "change";
    }

    @Override
    public Optional<RecordCard> find(Caller caller, String id) {
        return store.read(sql -> ChangeTable.find(sql, id))
                .filter(change -> access.allows(caller, CHANGE_READ, change.center()))
                .map(ChangeRecords::card);
    }

    private static RecordCard card(Change change) {
        return new RecordCard(
                Change.ref(change.id()),
                change.center(),
                change.number() + " " + change.facts().title(),
                "/changes/" + change.id());
    }
}
