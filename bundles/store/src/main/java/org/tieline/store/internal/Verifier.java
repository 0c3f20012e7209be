package org.tieline.store.internal;

import static org.tieline.store.internal.JournalTable.CENTER;
import static org.tieline.store.internal.JournalTable.JOURNAL;
import static org.tieline.store.internal.JournalTable.NUMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.tieline.api.access.Reach;
import org.tieline.api.journal.Break;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;

/** Recomputes chains while others write to them. */
final class Verifier {
    private static final int WINDOW = 1_000;

    private final SqlStore store;

    Verifier(SqlStore store) {
        this.store = store;
    }

    Verification verify(Reach reach) {
        List<Break> breaks = new ArrayList<>();
        long lines = 0;
        List<String> centers = centers(reach);
        for (String center : centers) {
            Result result = chain(center);
            lines += result.lines();
            result.found().ifPresent(breaks::add);
        }
        return new Verification(centers.size(), lines, breaks);
    }

    /** Those that have a chain, or lines whose chain somebody removed. */
    private List<String> centers(Reach reach) {
        TreeSet<String> centers = new TreeSet<>();
        if (!reach.everywhere()) {
            reach.centers().stream()
                    .filter(
                            center ->
                                    store.read(
                                            sql ->
                                                    ChainTable.find(sql, center).isPresent()
                                                            || Ends.read(sql, center).isPresent()))
                    .forEach(centers::add);
            return List.copyOf(centers);
        }
        step(centers, JOURNAL);
        step(centers, ChainTable.CHAIN);
        return List.copyOf(centers);
    }

    private void step(TreeSet<String> centers, org.jooq.Table<Record> table) {
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String after = next.get();
            next =
                    store.read(
                            sql ->
                                    Optional.ofNullable(
                                            sql.select(DSL.min(CENTER))
                                                    .from(table)
                                                    .where(CENTER.gt(after))
                                                    .fetchOne(0, String.class)));
            next.ifPresent(centers::add);
        }
    }

    private Result chain(String center) {
        while (true) {
            // lines first: what is written in between is then behind the chain's end, never beyond
            Optional<Ends> ends = store.read(sql -> Ends.read(sql, center));
            Optional<ChainTable.Chain> chain = store.read(sql -> ChainTable.find(sql, center));
            if (chain.isEmpty()) {
                return Result.broken(
                        center,
                        ends.map(Ends::first).orElse(1L),
                        "The row that says where this chain begins and ends is missing.");
            }
            Result result = chain(chain.get(), ends);
            if (result.found().isEmpty() || !begunAnew(chain.get())) {
                return result;
            }
        }
    }

    /** Whether lines were retired meanwhile. */
    private boolean begunAnew(ChainTable.Chain read) {
        return store.read(sql -> ChainTable.find(sql, read.center()))
                .map(now -> now.first() != read.first())
                .orElse(false);
    }

    private Result chain(ChainTable.Chain chain, Optional<Ends> ends) {
        String center = chain.center();
        if (ends.isPresent() && ends.get().first() < chain.first()) {
            return Result.broken(
                    center,
                    ends.get().first(),
                    "The line lies before the chain's beginning, which is line "
                            + chain.first()
                            + ".");
        }
        String previous = chain.before();
        long expected = chain.first();
        while (expected <= chain.last()) {
            long from = expected;
            long upTo = Math.min(chain.last(), from + WINDOW - 1);
            List<? extends Record> rows = store.read(sql -> window(sql, center, from, upTo));
            for (Record row : rows) {
                Optional<String> fault = fault(row, expected, previous, chain);
                if (fault.isPresent()) {
                    return new Result(
                            expected - chain.first(),
                            Optional.of(new Break(center, expected, fault.get())));
                }
                previous = row.get(JournalTable.HASH);
                expected++;
            }
            if (expected <= upTo) {
                return new Result(
                        expected - chain.first(),
                        Optional.of(new Break(center, expected, "The line is missing.")));
            }
        }
        long lines = expected - chain.first();
        if (!previous.equals(chain.hash())) {
            return new Result(
                    lines,
                    Optional.of(
                            new Break(
                                    center,
                                    chain.last(),
                                    "The line is not the one that the chain's row names as its end:"
                                            + " one of the two was altered.")));
        }
        if (ends.isPresent() && ends.get().last() > chain.last()) {
            return new Result(
                    lines,
                    Optional.of(
                            new Break(
                                    center,
                                    chain.last() + 1,
                                    "There are lines behind the end that the chain's row names: they"
                                            + " were inserted, or the row was altered.")));
        }
        return new Result(lines, Optional.empty());
    }

    private static List<? extends Record> window(
            DSLContext sql, String center, long from, long upTo) {
        return sql.select(JournalTable.COLUMNS)
                .from(JOURNAL)
                .where(CENTER.eq(center))
                .and(NUMBER.between(from, upTo))
                .orderBy(NUMBER)
                .fetch();
    }

    private static Optional<String> fault(
            Record row, long expected, String previous, ChainTable.Chain chain) {
        if (row.get(NUMBER) != expected) {
            return Optional.of("The line is missing.");
        }
        JournalLine line;
        try {
            line = JournalTable.line(row);
        } catch (IllegalArgumentException e) {
            return Optional.of("The line was altered: it cannot be read any more.");
        }
        if (!JournalHash.of(line).equals(line.hash())) {
            return Optional.of("The line was altered: its hash does not fit its content.");
        }
        if (!line.previousHash().equals(previous)) {
            return Optional.of(
                    expected == chain.first()
                            ? "The line does not follow what the chain's row says came before it:"
                                    + " one of the two was altered."
                            : "The line does not follow the line before it: one of the two was"
                                    + " replaced.");
        }
        return Optional.empty();
    }

    /** The first and last number that a center's lines have. */
    private record Ends(long first, long last) {
        static Optional<Ends> read(DSLContext sql, String center) {
            Record row =
                    sql.select(DSL.min(NUMBER), DSL.max(NUMBER))
                            .from(JOURNAL)
                            .where(CENTER.eq(center))
                            .fetchOne();
            return Optional.ofNullable(row.get(0, Long.class))
                    .map(first -> new Ends(first, row.get(1, Long.class)));
        }
    }

    private record Result(long lines, Optional<Break> found) {
        static Result broken(String center, long number, String reason) {
            return new Result(0, Optional.of(new Break(center, number, reason)));
        }
    }
}
