package org.tieline.core.internal.journal;

import static org.tieline.core.access.PlatformOperations.JOURNAL_READ;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.FieldChange;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.error.NotFound;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.internal.center.CenterTable;
import org.tieline.core.record.JournalFields;
import org.tieline.spi.record.RecordParts;
import org.tieline.store.JournalStore;
import org.tieline.store.Store;

/**
 * The journal for those who may read it. Each reading is a line itself, in the chains that were
 * read; looking at the same lines again within {@value #REPEAT_MINUTES} minutes is not another
 * reading.
 */
@Component
public final class StoredJournal implements Journal {
    static final int REPEAT_MINUTES = 5;

    private static final String KIND = "journal";

    private final Store store;
    private final JournalStore lines;
    private final Access access;
    private final Cache<List<Object>, Boolean> read =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(REPEAT_MINUTES))
                    .build();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<RecordParts> parts = List.of();

    @Activate
    public StoredJournal(
            @Reference CoreStore core, @Reference JournalStore lines, @Reference Access access) {
        this(core.store(), lines, access);
    }

    /** The same without the container. */
    public static StoredJournal of(Store store, JournalStore lines, Access access) {
        return new StoredJournal(store, lines, access);
    }

    /** The same with parts of records. */
    public static StoredJournal of(
            Store store, JournalStore lines, Access access, List<RecordParts> parts) {
        StoredJournal journal = new StoredJournal(store, lines, access);
        journal.parts = parts;
        return journal;
    }

    private StoredJournal(Store store, JournalStore lines, Access access) {
        this.store = store;
        this.lines = lines;
        this.access = access;
    }

    @Override
    public Page<JournalLine> list(Caller caller, JournalFilter filter, PageRequest page) {
        Reach reach = reach(caller, filter.center());
        Page<JournalLine> found = lines.list(reach, filter, page);
        if (read.asMap().putIfAbsent(List.of(caller.actor().id(), reach, filter), true) == null) {
            note(caller, reach, "read", facts(filter));
        }
        return found;
    }

    @Override
    public void export(Caller caller, JournalFilter filter, Consumer<JournalLine> sink) {
        Reach reach = reach(caller, filter.center());
        note(caller, reach, "exported", facts(filter));
        lines.stream(reach, filter, sink);
    }

    @Override
    public List<JournalLine> history(Caller caller, RecordRef record, int limit) {
        PageRequest page = new PageRequest(limit, Optional.empty());
        Stream<JournalLine> own = lines.history(record, PageRequest.MAX_LIMIT).stream();
        Stream<JournalLine> added =
                parts.stream().map(some -> some.of(caller, record, limit)).flatMap(this::history);
        return Stream.concat(own, added)
                .sorted(Comparator.comparing(JournalLine::position).reversed())
                .filter(line -> !caller.rolesIn(line.center()).isEmpty())
                .limit(page.limit())
                .toList();
    }

    /** What a part said before it was edited or taken back is for those who read the journal. */
    private Stream<JournalLine> history(List<RecordParts.Part> some) {
        Map<RecordRef, String> says = new HashMap<>();
        Map<String, List<String>> ids = new HashMap<>();
        for (RecordParts.Part part : some) {
            RecordRef record = part.record();
            says.put(record, part.says());
            ids.computeIfAbsent(record.kind(), kind -> new ArrayList<>()).add(record.id());
        }
        return ids.entrySet().stream()
                .flatMap(
                        kind ->
                                lines
                                        .history(
                                                kind.getKey(),
                                                kind.getValue(),
                                                PageRequest.MAX_LIMIT)
                                        .stream())
                .map(line -> told(line, says(line, says.get(line.record()))));
    }

    private static List<FieldChange> says(JournalLine line, String text) {
        return text.isEmpty() || !line.action().equals("created")
                ? List.of()
                : JournalFields.NONE.changesTo(JournalFields.NONE.with(SAYS, text));
    }

    private static JournalLine told(JournalLine line, List<FieldChange> changes) {
        return new JournalLine(
                line.position(),
                line.at(),
                line.center(),
                line.number(),
                line.actor(),
                line.record(),
                line.version(),
                line.action(),
                changes,
                line.previousHash(),
                line.hash());
    }

    @Override
    public Verification verify(Caller caller, Optional<String> center) {
        Reach reach = reach(caller, center);
        Verification found = lines.verify(reach);
        JournalFields facts =
                JournalFields.NONE
                        .with("lines", found.lines())
                        .with("holds", found.holds())
                        .with("breaks", found.breaks().isEmpty() ? "" : found.breaks());
        note(caller, reach, "verified", facts);
        return found;
    }

    private Reach reach(Caller caller, Optional<String> center) {
        if (center.isEmpty()) {
            return ReachCheck.require(access, caller, JOURNAL_READ, KIND);
        }
        String one = center.get();
        access.require(caller, JOURNAL_READ, one, Center.ref(one));
        if (!store.read(sql -> CenterTable.isCenter(sql, one))) {
            throw new NotFound(Center.ref(one));
        }
        return new Reach(false, Set.of(one));
    }

    private void note(Caller caller, Reach reach, String action, JournalFields facts) {
        List<FieldChange> changes = JournalFields.NONE.changesTo(facts);
        Set<String> chains = reach.everywhere() ? Set.of(Caller.EVERYWHERE) : reach.centers();
        store.write(
                caller,
                tx -> {
                    chains.stream()
                            .sorted()
                            .forEach(
                                    chain ->
                                            tx.journal(
                                                    chain,
                                                    new RecordRef(KIND, chain),
                                                    0,
                                                    action,
                                                    changes));
                    return null;
                });
    }

    private static JournalFields facts(JournalFilter filter) {
        return JournalFields.NONE
                .with("center", filter.center())
                .with("kind", filter.kind())
                .with("record", filter.record())
                .with("actor", filter.actor())
                .with("from", filter.from())
                .with("to", filter.to());
    }
}
