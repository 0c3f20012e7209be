package org.tieline.store.internal;

import static org.tieline.store.internal.JournalTable.JOURNAL;
import static org.tieline.store.internal.JournalTable.KIND;
import static org.tieline.store.internal.JournalTable.POSITION;
import static org.tieline.store.internal.JournalTable.RECORD;
import static org.tieline.store.internal.JournalTable.VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.tieline.api.FieldChange;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.JournalLine;
import org.tieline.store.Transaction;

/** Collects what a write leaves behind. */
final class SqlTransaction implements Transaction {
    private final DSLContext sql;
    private final Caller caller;
    private final Instant now;
    private final List<PendingLine> lines = new ArrayList<>(2);
    private final List<Runnable> afterCommit = new ArrayList<>(2);

    SqlTransaction(DSLContext sql, Caller caller, Instant now) {
        this.sql = sql;
        this.caller = caller;
        this.now = now;
    }

    @Override
    public DSLContext sql() {
        return sql;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void journal(
            String center,
            RecordRef record,
            long version,
            String action,
            List<FieldChange> changes) {
        lines.add(new PendingLine(center, caller.actor(), record, version, action, changes));
    }

    @Override
    public Stale stale(RecordRef record, long seen, long current) {
        List<JournalLine> since =
                new ArrayList<>(
                        sql.select(JournalTable.COLUMNS)
                                .from(JOURNAL)
                                .where(KIND.eq(record.kind()))
                                .and(RECORD.eq(record.id()))
                                .and(VERSION.gt(seen))
                                .orderBy(POSITION.desc())
                                .limit(PageRequest.MAX_LIMIT)
                                .fetch(JournalTable::line));
        Collections.reverse(since);
        return new Stale(record, current, since);
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<PendingLine> lines() {
        return lines;
    }

    List<Runnable> afterCommits() {
        return afterCommit;
    }
}
