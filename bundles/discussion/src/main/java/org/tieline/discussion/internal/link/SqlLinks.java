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
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.UniqueKey;
import org.tieline.discussion.internal.DiscussionStore;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.spi.record.RecordCard;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The links in the schema {@code discussion}. */
@Component(service = {Links.class, SqlLinks.class})
public final class SqlLinks implements Links {
    private static final JournalFields NOTHING =
            JournalFields.NONE
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

    /** What links a record has or had, as far as the caller sees both ends. */
    List<LinkedRecord> ever(Caller caller, RecordRef record, int most) {
        return records.allowed(caller, DISCUSSION_READ, record).stream()
                .flatMap(any -> store.read(sql -> LinkTable.ever(sql, record, most)).stream())
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
                tx -> {
                    Optional<RecordLink> before = LinkTable.find(tx.sql(), from, relation, to);
                    return before.filter(link -> link.removed().isEmpty())
                            .orElseGet(
                                    () ->
                                            made(
                                                    tx,
                                                    new RecordLink(
                                                            before.map(RecordLink::id)
                                                                    .orElseGet(Ids::next),
                                                            from,
                                                            relation,
                                                            to,
                                                            card.center(),
                                                            caller.actor().name(),
                                                            tx.now(),
                                                            Optional.empty())));
                });
    }

    private static RecordLink made(Transaction tx, RecordLink link) {
        for (RecordRef end : List.of(link.from(), link.to())) {
            if (LinkTable.of(tx.sql(), end, MOST).size() == MOST) {
                throw new Conflict("A record may have at most " + MOST + " links.");
            }
        }
        UniqueKey.orConflict(
                "The two records were linked just now.", () -> LinkTable.write(tx.sql(), link));
        tell(tx, link, "created", JournalFields.NONE.changesTo(facts(link)));
        return link;
    }

    @Override
    public void unlink(Caller caller, String id) {
        records.require(caller, DISCUSSION_WRITE, get(caller, id).from());
        store.write(
                caller,
                tx -> {
                    LinkTable.find(tx.sql(), id)
                            .filter(link -> link.removed().isEmpty())
                            .ifPresent(link -> remove(tx, link));
                    return null;
                });
    }

    private static void remove(Transaction tx, RecordLink link) {
        LinkTable.write(
                tx.sql(),
                new RecordLink(
                        link.id(),
                        link.from(),
                        link.relation(),
                        link.to(),
                        link.center(),
                        link.author(),
                        link.made(),
                        Optional.of(tx.now())));
        tell(tx, link, "removed", facts(link).changesTo(NOTHING));
    }

    private static JournalFields facts(RecordLink link) {
        return JournalFields.NONE
                .with("record", link.from())
                .with("relation", link.relation().words())
                .with("to", link.to());
    }

    private static void tell(
            Transaction tx, RecordLink link, String action, List<FieldChange> changes) {
        tx.journal(link.center(), RecordLink.ref(link.id()), 0, action, changes);
    }
}
