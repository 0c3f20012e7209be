package org.tieline.change.internal.list;

import static org.tieline.change.internal.record.ChangeTable.CENTER;
import static org.tieline.change.internal.record.ChangeTable.CHANGE;
import static org.tieline.change.internal.record.ChangeTable.ID;
import static org.tieline.change.internal.record.ChangeTable.IMPLEMENTER;
import static org.tieline.change.internal.record.ChangeTable.NUMBER;
import static org.tieline.change.internal.record.ChangeTable.REQUESTER;
import static org.tieline.change.internal.record.ChangeTable.STATE;
import static org.tieline.change.internal.record.ChangeTable.TYPE;
import static org.tieline.change.internal.record.ChangeTable.WINDOW_END;
import static org.tieline.change.internal.record.ChangeTable.WINDOW_START;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Reach;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeOrder;
import org.tieline.api.change.Window;
import org.tieline.change.internal.record.ChangeParts;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.core.record.Chunks;
import org.tieline.core.record.EnumNames;
import org.tieline.store.Cursors;

/** Reads a page of changes along the index that its filter fits. */
public final class ChangeList {
    private static final String NAME = "changes";
    private static final int MOST_PARTS = 50;

    private final Reach reach;
    private final ChangeFilter filter;
    private final PageRequest page;
    private final Condition after;

    public ChangeList(Reach reach, ChangeFilter filter, PageRequest page) {
        this.reach = reach;
        this.filter = filter;
        this.page = page;
        this.after = filter.order() == ChangeOrder.WINDOW ? afterWindow() : afterNewest();
    }

    public Page<ChangeEntry> read(DSLContext sql) {
        return Cursors.page(
                NAME,
                page,
                filter.order() == ChangeOrder.WINDOW ? byWindow(sql) : newest(sql),
                this::key);
    }

    private List<String> key(ChangeEntry entry) {
        return filter.order() == ChangeOrder.WINDOW
                ? List.of(entry.window().orElseThrow().start().toString(), entry.id())
                : List.of(entry.id());
    }

    private Condition afterNewest() {
        return Cursors.after(NAME, 1, page)
                .map(key -> ID.lt(key.get(0)))
                .orElseGet(DSL::noCondition);
    }

    private Condition afterWindow() {
        return Cursors.after(NAME, 2, page)
                .map(
                        key -> {
                            Instant start = moment(key.get(0));
                            return WINDOW_START
                                    .gt(start)
                                    .or(WINDOW_START.eq(start).and(ID.gt(key.get(1))))
                                    .and(WINDOW_START.ge(start));
                        })
                .orElseGet(DSL::noCondition);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Cursors.bad();
        }
    }

    /** A few centers and states are read one by one, each along its own index, and merged. */
    private List<ChangeEntry> newest(DSLContext sql) {
        if (filter.asset().isPresent()) {
            return touching(sql, filter.asset().get());
        }
        boolean narrow =
                filter.implementer().isPresent()
                        || filter.requester().isPresent()
                        || filter.number().isPresent()
                        || filter.window().isPresent();
        return merged(
                narrow ? List.of() : parts(centers(), each()),
                part -> newest(sql, part),
                Comparator.comparing(ChangeEntry::id).reversed());
    }

    /**
     * An equal center, unlike one in a list, lets Derby go on along its index by time; and it takes
     * that index only as long as it need not look at the rows, which are read afterwards.
     */
    private List<ChangeEntry> byWindow(DSLContext sql) {
        Comparator<Record2<Instant, String>> order =
                Comparator.comparing((Record2<Instant, String> key) -> key.value1())
                        .thenComparing(key -> key.value2());
        List<Record2<Instant, String>> keys =
                merged(parts(centers(), List.of(states())), part -> byWindow(sql, part), order);
        Map<String, ChangeEntry> entries = new HashMap<>();
        for (List<String> some : Chunks.of(keys.stream().map(Record2::value2).toList())) {
            sql.select(ChangeTable.ENTRY)
                    .from(CHANGE)
                    .where(ID.in(some))
                    .forEach(row -> entries.put(row.get(ID), ChangeTable.entry(row)));
        }
        return keys.stream().map(key -> entries.get(key.value2())).toList();
    }

    private <T> List<T> merged(
            List<Condition> parts, Function<Condition, List<T>> read, Comparator<T> order) {
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return read.apply(within().and(states()));
        }
        return parts.stream()
                .flatMap(part -> read.apply(part).stream())
                .sorted(order)
                .limit(page.limit() + 1L)
                .toList();
    }

    private static List<Condition> parts(List<Condition> centers, List<Condition> states) {
        return centers.stream()
                .flatMap(center -> states.stream().map(state -> center.and(state)))
                .toList();
    }

    private List<Condition> centers() {
        return reach.everywhere()
                ? List.of(DSL.noCondition())
                : reach.centers().stream().map(CENTER::eq).toList();
    }

    private List<Condition> each() {
        return filter.states().isEmpty()
                ? List.of(DSL.noCondition())
                : filter.states().stream().map(EnumNames::of).map(STATE::eq).toList();
    }

    private List<ChangeEntry> newest(DSLContext sql, Condition part) {
        return sql.select(ChangeTable.ENTRY)
                .from(CHANGE)
                .where(wanted(), part, after)
                .orderBy(ID.desc())
                .limit(page.limit() + 1)
                .fetch(ChangeTable::entry);
    }

    /** Along the index of the asset's changes. */
    private List<ChangeEntry> touching(DSLContext sql, String asset) {
        return sql.select(ChangeTable.ENTRY)
                .from(ChangeParts.ASSET)
                .join(CHANGE)
                .on(ID.eq(ChangeParts.ASSET_CHANGE))
                .where(ChangeParts.ASSET_ID.eq(asset), wanted(), within(), states())
                .and(
                        Cursors.after(NAME, 1, page)
                                .map(key -> ChangeParts.ASSET_CHANGE.lt(key.get(0)))
                                .orElseGet(DSL::noCondition))
                .orderBy(ChangeParts.ASSET_CHANGE.desc())
                .limit(page.limit() + 1)
                .fetch(ChangeTable::entry);
    }

    private List<Record2<Instant, String>> byWindow(DSLContext sql, Condition part) {
        return sql.select(WINDOW_START, ID)
                .from(CHANGE)
                .where(wanted(), part, after, WINDOW_START.isNotNull())
                .and(filter.asset().map(ChangeList::touching).orElseGet(DSL::noCondition))
                .orderBy(WINDOW_START, ID)
                .limit(page.limit() + 1)
                .fetch();
    }

    private Condition wanted() {
        Condition wanted = DSL.noCondition();
        if (!filter.types().isEmpty()) {
            wanted = wanted.and(TYPE.in(filter.types().stream().map(EnumNames::of).toList()));
        }
        return wanted.and(equal(filter.number().map(number -> number.toUpperCase(Locale.ROOT))))
                .and(filter.implementer().map(IMPLEMENTER::eq).orElseGet(DSL::noCondition))
                .and(filter.requester().map(REQUESTER::eq).orElseGet(DSL::noCondition))
                .and(filter.window().map(ChangeList::overlapping).orElseGet(DSL::noCondition));
    }

    private Condition within() {
        return reach.everywhere() ? DSL.noCondition() : CENTER.in(reach.centers());
    }

    private static Condition equal(Optional<String> number) {
        return number.map(NUMBER::eq).orElseGet(DSL::noCondition);
    }

    private Condition states() {
        return filter.states().isEmpty()
                ? DSL.noCondition()
                : STATE.in(filter.states().stream().map(EnumNames::of).toList());
    }

    /** No window is longer than the longest, so those that overlap start within a bounded time. */
    static Condition overlapping(Window window) {
        return WINDOW_START
                .lt(window.end())
                .and(WINDOW_START.gt(window.start().minus(Window.LONGEST)))
                .and(WINDOW_END.gt(window.start()));
    }

    private static Condition touching(String asset) {
        return ID.in(
                DSL.select(ChangeParts.ASSET_CHANGE)
                        .from(ChangeParts.ASSET)
                        .where(ChangeParts.ASSET_ID.eq(asset)));
    }
}
