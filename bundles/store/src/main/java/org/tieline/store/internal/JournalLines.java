package org.tieline.store.internal;

import static org.tieline.store.internal.JournalTable.JOURNAL;
import static org.tieline.store.internal.JournalTable.POSITION;

import java.util.List;
import org.tieline.api.journal.JournalLine;
import org.tieline.spi.journal.JournalListener;

/** Reads the journal on, once for all followers that are equally far. Thread-safe. */
final class JournalLines {
    static final int BATCH = JournalListener.BATCH;

    /** Who is far behind reads for itself: so much is not held for others. */
    private static final int SHARED = 100;

    private final SqlStore store;
    private long readAfter = -1;
    private List<JournalLine> read = List.of();

    JournalLines(SqlStore store) {
        this.store = store;
    }

    /**
     * Returns the next lines that are still kept, at most {@value #BATCH}.
     *
     * @param reached a position up to which the journal is written
     */
    synchronized List<JournalLine> next(long after, long reached) {
        if (after == readAfter && !read.isEmpty()) {
            return read;
        }
        List<JournalLine> lines = List.copyOf(lines(after, reached));
        readAfter = after;
        read = lines.size() <= SHARED ? lines : List.of();
        return lines;
    }

    private List<JournalLine> lines(long after, long reached) {
        long from =
                store.read(
                        sql ->
                                sql.select(POSITION)
                                        .from(JOURNAL)
                                        .where(POSITION.gt(after))
                                        .orderBy(POSITION)
                                        .limit(1)
                                        .fetchOptional(POSITION)
                                        .orElse(reached + 1));
        long upTo = Math.min(reached, from + BATCH - 1);
        return store.read(
                sql ->
                        sql.select(JournalTable.COLUMNS)
                                .from(JOURNAL)
                                .where(POSITION.between(from, upTo))
                                .orderBy(POSITION)
                                .fetch(JournalTable::line));
    }
}
