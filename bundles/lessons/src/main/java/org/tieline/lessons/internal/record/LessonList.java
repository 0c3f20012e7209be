package org.tieline.lessons.internal.record;

import static org.tieline.lessons.internal.record.LessonTable.CATEGORY;
import static org.tieline.lessons.internal.record.LessonTable.CENTER;
import static org.tieline.lessons.internal.record.LessonTable.ID;
import static org.tieline.lessons.internal.record.LessonTable.LESSON;
import static org.tieline.lessons.internal.record.LessonTable.PACK;
import static org.tieline.lessons.internal.record.LessonTable.PUBLISHED_CATEGORY;
import static org.tieline.lessons.internal.record.LessonTable.PUBLISHED_SEVERITY;
import static org.tieline.lessons.internal.record.LessonTable.PUBLISHED_TITLE;
import static org.tieline.lessons.internal.record.LessonTable.SEEN;
import static org.tieline.lessons.internal.record.LessonTable.SEEN_CENTER;
import static org.tieline.lessons.internal.record.LessonTable.SEEN_LESSON;
import static org.tieline.lessons.internal.record.LessonTable.SEEN_UPDATED;
import static org.tieline.lessons.internal.record.LessonTable.SEVERITY;
import static org.tieline.lessons.internal.record.LessonTable.STATE;
import static org.tieline.lessons.internal.record.LessonTable.TITLE;
import static org.tieline.lessons.internal.record.LessonTable.UPDATED;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.EnumNames;
import org.tieline.store.Cursors;
import org.tieline.store.Store;

/**
 * The list of lessons, those changed last first. Each center within reach is read along its index,
 * and what is read is put together.
 */
public final class LessonList {
    private static final String NAME = "lessons";
    public static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    public static final String LAST = "~";
    private static final List<Field<?>> OWN =
            List.of(ID, CENTER, TITLE, CATEGORY, SEVERITY, STATE, PACK, UPDATED);
    static final List<Field<?>> SEEN_BY_OTHERS =
            List.of(
                    ID,
                    CENTER,
                    PUBLISHED_TITLE,
                    PUBLISHED_CATEGORY,
                    PUBLISHED_SEVERITY,
                    PACK,
                    SEEN_UPDATED);

    private final Reach reach;
    private final LessonFilter filter;
    private final Instant before;
    private final String beforeId;
    private final int most;

    private LessonList(Reach reach, LessonFilter filter, PageRequest page) {
        this.reach = reach;
        this.filter = filter;
        this.most = page.limit() + 1;
        List<String> after = Cursors.after(NAME, 2, page).orElse(List.of(END.toString(), LAST));
        this.before = instant(after.get(0));
        this.beforeId = after.get(1);
    }

    public static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Cursors.bad();
        }
    }

    public static Page<LessonEntry> page(
            Store store, Reach reach, LessonFilter filter, PageRequest page) {
        LessonList list = new LessonList(reach, filter, page);
        return Cursors.page(
                NAME,
                page,
                store.read(list::read),
                entry -> List.of(entry.updated().toString(), entry.id()));
    }

    private List<LessonEntry> read(DSLContext sql) {
        if (reach.everywhere()) {
            return own(sql, filter.center().map(CENTER::eq).orElseGet(DSL::trueCondition));
        }
        List<LessonEntry> found = new ArrayList<>();
        for (String center : new TreeSet<>(reach.centers())) {
            if (filter.center().map(center::equals).orElse(true)) {
                found.addAll(own(sql, CENTER.eq(center)));
            }
            found.addAll(foreign(sql, center));
        }
        found.addAll(foreign(sql, Caller.EVERYWHERE));
        Map<String, LessonEntry> once = new LinkedHashMap<>();
        found.stream()
                .sorted(
                        Comparator.comparing(LessonEntry::updated)
                                .thenComparing(LessonEntry::id)
                                .reversed())
                .forEach(entry -> once.putIfAbsent(entry.id(), entry));
        return once.values().stream().limit(most).toList();
    }

    private List<LessonEntry> own(DSLContext sql, Condition whose) {
        return sql.select(OWN)
                .from(LESSON)
                .where(whose, behind(UPDATED, ID))
                .and(equal(STATE, filter.state()))
                .and(equal(CATEGORY, filter.category()))
                .and(equal(SEVERITY, filter.severity()))
                .orderBy(UPDATED.desc(), ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                entry(
                                        row,
                                        TITLE,
                                        CATEGORY,
                                        SEVERITY,
                                        EnumNames.parse(LessonState.class, row.get(STATE)),
                                        row.get(UPDATED)));
    }

    private List<LessonEntry> foreign(DSLContext sql, String center) {
        if (filter.state().filter(state -> state != LessonState.PUBLISHED).isPresent()) {
            return List.of();
        }
        return sql.select(SEEN_BY_OTHERS)
                .from(SEEN)
                .join(LESSON)
                .on(ID.eq(SEEN_LESSON))
                .where(SEEN_CENTER.eq(center), behind(SEEN_UPDATED, SEEN_LESSON))
                .and(CENTER.notIn(reach.centers()))
                .and(filter.center().map(CENTER::eq).orElseGet(DSL::trueCondition))
                .and(equal(PUBLISHED_CATEGORY, filter.category()))
                .and(equal(PUBLISHED_SEVERITY, filter.severity()))
                .orderBy(SEEN_UPDATED.desc(), SEEN_LESSON.desc())
                .limit(most)
                .fetch(LessonList::seen);
    }

    /** Reads a row of {@link #SEEN_BY_OTHERS}. */
    static LessonEntry seen(Record row) {
        return entry(
                row,
                PUBLISHED_TITLE,
                PUBLISHED_CATEGORY,
                PUBLISHED_SEVERITY,
                LessonState.PUBLISHED,
                row.get(SEEN_UPDATED));
    }

    private Condition behind(Field<Instant> updated, Field<String> id) {
        return behind(updated, id, before, beforeId);
    }

    static Condition behind(
            Field<Instant> updated, Field<String> id, Instant before, String beforeId) {
        return updated.le(before).and(updated.lt(before).or(id.lt(beforeId)));
    }

    private static Condition equal(Field<String> field, Optional<? extends Enum<?>> value) {
        return value.map(EnumNames::of).map(field::eq).orElseGet(DSL::noCondition);
    }

    private static LessonEntry entry(
            Record row,
            Field<String> title,
            Field<String> category,
            Field<String> severity,
            LessonState state,
            Instant updated) {
        return new LessonEntry(
                row.get(ID),
                row.get(CENTER),
                row.get(title),
                EnumNames.parse(Category.class, row.get(category)),
                EnumNames.parse(Severity.class, row.get(severity)),
                state,
                Optional.ofNullable(row.get(PACK)),
                updated);
    }
}
