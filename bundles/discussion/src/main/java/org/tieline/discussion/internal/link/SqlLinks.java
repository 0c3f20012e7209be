package org.tieline.discussion.internal.link;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;
import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_WRITE;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.link.LinkedRecord;
import org.tieline.api.link.Links;
import org.tieline.api.link.RecordLink;
import org.tieline.api.link.Relation;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Taken;
import org.tieline.discussion.internal.DiscussionStore;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.spi.record.RecordCard;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The links in the schema {@code discussion}. */
@Component
public final class SqlLinks implements Links {
    private static final Facts NOTHING =
            Facts.NONE
                    .with("record", Optional.empty())
                    .with("relation", Optional.empty())
                    .with("to", Optional.empty());

    private final Store store;
    private final RecordKinds records;

    @Activate
    public SqlLinks(@Reference DiscussionStore store, @Reference RecordKinds records) {
        this(store.store(), records);
    }

    SqlLinks(Store store, RecordKinds records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public List<LinkedRecord> of(Caller caller, RecordRef record) {
        records.require(caller, DISCUSSION_READ, record);
        return store.read(sql -> LinkTable.of(sql, record, MOST)).stream()
                .flatMap(link -> seen(caller, record, link).stream())
                .toList();
    }

    private Optional<LinkedRecord> seen(Caller caller, RecordRef record, RecordLink link) {
        boolean outward = link.from().equals(record);
        Relation relation = link.relation();
        return records.find(caller, outward ? link.to() : link.from())
                .map(
                        other ->
                                new LinkedRecord(
                                        link,
                                        outward ? relation.words() : relation.inverse(),
                                        other));
    }

    @Override
    public RecordLink get(Caller caller, String id) {
        return store.read(sql -> LinkTable.find(sql, id))
                .filter(link -> records.allowed(caller, DISCUSSION_READ, link.from()).isPresent())
                .filter(link -> records.find(caller, link.to()).isPresent())
                .orElseThrow(() -> new NotFound(RecordLink.ref(id)));
    }

    @Override
    public RecordLink link(Caller caller, RecordRef from, Relation relation, RecordRef to) {
        RecordCard card = records.require(caller, DISCUSSION_WRITE, from);
        if (from.equals(to)) {
            throw new Invalid(new FieldError("to", "must be another record"));
        }
        if (records.find(caller, to).isEmpty()) {
            throw new Invalid(new FieldError("to", "must be a record that you can see"));
        }
        return store.write(
                caller,
                tx ->
                        LinkTable.find(tx.sql(), from, relation, to)
                                .orElseGet(
                                        () -> made(tx, caller, card.center(), from, relation, to)));
    }

    private static RecordLink made(
            Transaction tx,
            Caller caller,
            String center,
            RecordRef from,
            Relation relation,
            RecordRef to) {
        for (RecordRef end : List.of(from, to)) {
            if (LinkTable.of(tx.sql(), end, MOST).size() == MOST) {
                throw new Conflict("A record may have at most " + MOST + " links.");
            }
        }
        RecordLink link =
                new RecordLink(
                        Ids.next(), from, relation, to, center, caller.actor().name(), tx.now());
        Taken.otherwise(
                "The two records were linked just now.", () -> LinkTable.insert(tx.sql(), link));
        tell(tx, link, "created", Facts.NONE.changesTo(facts(link)));
        return link;
    }

    @Override
    public void unlink(Caller caller, String id) {
        RecordLink link = get(caller, id);
        records.require(caller, DISCUSSION_WRITE, link.from());
        store.write(
                caller,
                tx -> {
                    if (LinkTable.delete(tx.sql(), id)) {
                        tell(tx, link, "removed", facts(link).changesTo(NOTHING));
                    }
                    return null;
                });
    }

    private static Facts facts(RecordLink link) {
        return Facts.NONE
                .with("record", link.from())
                .with("relation", link.relation().words())
                .with("to", link.to());
    }

    private static void tell(
            Transaction tx, RecordLink link, String action, List<FieldChange> changes) {
        tx.journal(link.center(), RecordLink.ref(link.id()), 0, action, changes);
    }
}
