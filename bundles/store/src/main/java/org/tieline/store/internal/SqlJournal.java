package org.tieline.store.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Reach;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;
import org.tieline.store.Cursors;
import org.tieline.store.JournalStore;

/** Reads the journal's tables. */
@Component
public final class SqlJournal implements JournalStore {
    private static final String LIST = "journal";
    private static final int CHAINS = 500;

    private final SqlStore store;
    private final Verifier verifier;
    private final Retirement retirement;

    @Activate
    public SqlJournal(@Reference SqlDatabase database) {
        this.store = database.store();
        this.verifier = new Verifier(store);
        this.retirement = new Retirement(store);
    }

    @Override
    public Page<JournalLine> list(Reach reach, JournalFilter filter, PageRequest page) {
        long before =
                Cursors.after(LIST, 1, page)
                        .map(key -> position(key.get(0)))
                        .orElse(Long.MAX_VALUE);
        JournalWindows windows = new JournalWindows(reach, filter);
        List<JournalLine> lines = store.read(sql -> windows.newest(sql, before, page.limit() + 1));
        return Cursors.page(LIST, page, lines, line -> List.of(Long.toString(line.position())));
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Cursors.bad();
        }
    }

    @Override
    public void stream(Reach reach, JournalFilter filter, Consumer<JournalLine> sink) {
        JournalWindows windows = new JournalWindows(reach, filter);
        JournalWindows.Range range = store.read(sql -> windows.range(sql, Long.MAX_VALUE));
        long size = JournalWindows.smallest();
        for (long from = range.first(); from <= range.last(); ) {
            long first = from;
            long last = Math.min(range.last(), from + size - 1);
            List<JournalLine> lines = store.read(sql -> windows.oldest(sql, first, last));
            lines.forEach(sink);
            from = last + 1;
            size = JournalWindows.grown(size, lines.size());
        }
    }

    @Override
    public List<JournalLine> history(RecordRef record, int limit) {
        PageRequest page = new PageRequest(limit, Optional.empty());
        JournalFilter about =
                new JournalFilter(
                        Optional.empty(),
                        Optional.of(record.kind()),
                        Optional.of(record.id()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return list(Reach.EVERYWHERE, about, page).items();
    }

    @Override
    public List<JournalLine> history(String kind, Collection<String> records, int limit) {
        PageRequest page = new PageRequest(limit, Optional.empty());
        return store.read(
                sql ->
                        sql.select(JournalTable.COLUMNS)
                                .from(JournalTable.JOURNAL)
                                .where(JournalTable.KIND.eq(kind), JournalTable.RECORD.in(records))
                                .orderBy(JournalTable.POSITION.desc())
                                .limit(page.limit())
                                .fetch(JournalTable::line));
    }

    @Override
    public Verification verify(Reach reach) {
        return verifier.verify(reach);
    }

    @Override
    public List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        String after = "";
        while (true) {
            String last = after;
            List<ChainTable.Chain> next = store.read(sql -> ChainTable.after(sql, last, CHAINS));
            for (ChainTable.Chain chain : next) {
                heads.add(new Head(chain.center(), chain.first(), chain.last(), chain.hash()));
                after = chain.center();
            }
            if (next.size() < CHAINS) {
                return heads;
            }
        }
    }

    @Override
    public void retire(Instant before) {
        retirement.retire(before);
    }

    @Override
    public Optional<Long> position() {
        return Optional.of(store.read(ChainTable::head)).filter(position -> position > 0);
    }
}
