package org.tieline.store.internal;

import static org.tieline.store.internal.JournalTable.ACTOR;
import static org.tieline.store.internal.JournalTable.AT;
import static org.tieline.store.internal.JournalTable.CENTER;
import static org.tieline.store.internal.JournalTable.JOURNAL;
import static org.tieline.store.internal.JournalTable.KIND;
import static org.tieline.store.internal.JournalTable.POSITION;
import static org.tieline.store.internal.JournalTable.RECORD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.access.Reach;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;

/**
 * Reads the journal in windows of positions, which grow while little is found in them. So no query
 * sorts or reads more than it gives out, whatever the filter, whichever index the database picks
 * and however long the journal is.
 */
final class JournalWindows {
    private static final long SMALLEST = 1_000;
    private static final int FEW = 100;

    /** More centers than this are sifted here and not in SQL. */
    private static final int MANY_CENTERS = 64;

    /** Lines are committed at most this long after their time, the clocks of nodes included. */
    private static final Duration SLACK = SqlStore.LONGEST_WRITE.multipliedBy(2);

    private static final Table<Record> BY_CENTER =
            DSL.table("store.journal --DERBY-PROPERTIES index=JOURNAL_CENTER\n");

    private final Condition condition;
    private final Predicate<String> centers;
    private final boolean sifted;
    private final boolean nothing;
    private final JournalFilter filter;

    JournalWindows(Reach reach, JournalFilter filter) {
        this.filter = filter;
        this.nothing =
                filter.center().map(center -> !reach.covers(center)).orElse(false)
                        || !reach.everywhere() && reach.centers().isEmpty();
        this.sifted =
                filter.center().isEmpty()
                        && !reach.everywhere()
                        && reach.centers().size() > MANY_CENTERS;
        this.centers = sifted ? reach::covers : center -> true;
        Condition all = DSL.noCondition();
        if (filter.center().isPresent()) {
            all = all.and(CENTER.eq(filter.center().get()));
        } else if (!reach.everywhere() && !sifted) {
            all = all.and(CENTER.in(reach.centers()));
        }
        this.condition =
                all.and(filter.kind().map(KIND::eq).orElse(DSL.noCondition()))
                        .and(filter.record().map(RECORD::eq).orElse(DSL.noCondition()))
                        .and(filter.actor().map(ACTOR::eq).orElse(DSL.noCondition()))
                        .and(filter.from().map(AT::ge).orElse(DSL.noCondition()))
                        .and(filter.to().map(AT::lt).orElse(DSL.noCondition()));
    }

    /** The newest lines before a position, newest first. */
    List<JournalLine> newest(DSLContext sql, long before, int limit) {
        List<JournalLine> found = new ArrayList<>();
        if (nothing) {
            return found;
        }
        Range range = range(sql, before - 1);
        long upTo = range.last();
        long size = limit;
        while (upTo >= range.first() && found.size() < limit) {
            long from = Math.max(range.first(), upTo - size + 1);
            List<JournalLine> lines = read(sql, from, upTo, POSITION.desc(), limit - found.size());
            found.addAll(lines);
            upTo = from - 1;
            size = lines.size() < FEW ? Math.max(SMALLEST, size * 2) : SMALLEST;
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    /** Where the lines lie that may be wanted. */
    Range range(DSLContext sql, long upTo) {
        Optional<Long> first =
                sql.select(POSITION)
                        .from(JOURNAL)
                        .orderBy(POSITION)
                        .limit(1)
                        .fetchOptional(POSITION);
        if (nothing || first.isEmpty()) {
            return new Range(1, 0);
        }
        long last = Math.min(upTo, ChainTable.head(sql));
        long from =
                filter.from()
                        .map(time -> first(sql, first.get(), last, time.minus(SLACK)))
                        .orElse(first.get());
        long to =
                filter.to()
                        .map(time -> first(sql, from, last, time.plus(SLACK)))
                        .map(found -> Math.min(last, found))
                        .orElse(last);
        return new Range(from, to);
    }

    /** The lines of one window, oldest first. */
    List<JournalLine> oldest(DSLContext sql, long from, long upTo) {
        return read(sql, from, upTo, POSITION.asc(), Integer.MAX_VALUE);
    }

    static long grown(long size, int found) {
        return found < FEW ? size * 2 : SMALLEST;
    }

    static long smallest() {
        return SMALLEST;
    }

    private List<JournalLine> read(
            DSLContext sql, long from, long upTo, SortField<Long> order, int limit) {
        var query =
                sql.select(JournalTable.COLUMNS)
                        .from(journal(sql))
                        .where(POSITION.between(from, upTo))
                        .and(condition)
                        .orderBy(order);
        List<? extends Record> rows =
                sifted || limit == Integer.MAX_VALUE ? query.fetch() : query.limit(limit).fetch();
        return rows.stream()
                .filter(row -> centers.test(row.get(CENTER)))
                .map(JournalTable::line)
                .toList();
    }

    /** Derby would read a center's whole chain for each window, by the index over its numbers. */
    private Table<Record> journal(DSLContext sql) {
        return sql.dialect() == SQLDialect.DERBY
                        && filter.center().isPresent()
                        && filter.record().isEmpty()
                ? BY_CENTER
                : JOURNAL;
    }

    /**
     * Finds a position at or before which nothing is older than {@code time}; times along the
     * positions are in order but for the slack, which the caller has taken off.
     */
    private static long first(DSLContext sql, long first, long last, Instant time) {
        long below = first - 1;
        long above = last + 1;
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            Optional<Record> line =
                    sql.select(POSITION, AT)
                            .from(JOURNAL)
                            .where(POSITION.ge(middle))
                            .orderBy(POSITION)
                            .limit(1)
                            .fetchOptional(row -> row);
            if (line.isEmpty() || line.get().get(POSITION) >= above) {
                above = middle;
            } else if (line.get().get(AT).isBefore(time)) {
                below = line.get().get(POSITION);
            } else {
                above = middle;
            }
        }
        return above;
    }

    /** Positions, both included; empty if the first lies behind the last. */
    record Range(long first, long last) {}
}
