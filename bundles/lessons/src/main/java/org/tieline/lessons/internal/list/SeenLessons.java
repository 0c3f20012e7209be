package org.tieline.lessons.internal.list;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.core.access.ReachCheck;
import org.tieline.lessons.internal.record.LessonList;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.lessons.internal.record.LessonVisibility;
import org.tieline.store.Store;

/** Whole lessons as one caller sees them, many of them. */
@Component(service = SeenLessons.class)
public final class SeenLessons {
    private static final String LIST = "lessons";

    private final Store store;
    private final Access access;

    @Activate
    public SeenLessons(@Reference LessonStore store, @Reference Access access) {
        this(store.store(), access);
    }

    private SeenLessons(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    public static SeenLessons in(Store store, Access access) {
        return new SeenLessons(store, access);
    }

    /** Refuses whoever sees no lessons at all. */
    public Reach require(Caller caller) {
        return ReachCheck.require(access, caller, LESSON_READ, LIST);
    }

    /**
     * Hands over the lessons that the caller may see, those changed last first, until {@code more}
     * returns false; at most a page of them is held.
     */
    public void each(Caller caller, LessonFilter filter, Predicate<Lesson> more) {
        Reach reach = require(caller);
        Optional<String> cursor = Optional.empty();
        do {
            PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, cursor);
            Page<LessonEntry> page = LessonList.page(store, reach, filter, request);
            for (Lesson lesson :
                    some(caller, page.items().stream().map(LessonEntry::id).toList())) {
                if (!more.test(lesson)) {
                    return;
                }
            }
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /** Returns those of the lessons that the caller may see, in the order of the ids. */
    public List<Lesson> some(Caller caller, Collection<String> ids) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        Map<String, Lesson> seen = new LinkedHashMap<>();
        store.read(sql -> LessonTable.some(sql, ids))
                .forEach(
                        lesson ->
                                lessonVisibility
                                        .seen(lesson)
                                        .ifPresent(one -> seen.put(one.id(), one)));
        return ids.stream().map(seen::get).filter(Objects::nonNull).toList();
    }
}
