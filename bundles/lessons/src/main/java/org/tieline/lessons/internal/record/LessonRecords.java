package org.tieline.lessons.internal.record;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Lesson;
import org.tieline.spi.record.RecordCard;
import org.tieline.spi.record.RecordKind;
import org.tieline.store.Store;

/** Lessons, for what goes with any record. */
@Component
public final class LessonRecords implements RecordKind {
    private final Store store;
    private final Access access;

    @Activate
    public LessonRecords(@Reference LessonStore store, @Reference Access access) {
        this.store = store.store();
        this.access = access;
    }

    @Override
    public String kind() {
        return Lesson.KIND;
    }

    @Override
    public String label() {
        return "lesson";
    }

    @Override
    public Optional<RecordCard> find(Caller caller, String id) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return store.read(sql -> LessonTable.find(sql, id))
                .filter(lessonVisibility::sees)
                .map(found -> lessonVisibility.inside(found) ? found.own() : found.foreign())
                .map(LessonRecords::card);
    }

    private static RecordCard card(Lesson lesson) {
        return new RecordCard(
                Lesson.ref(lesson.id()),
                lesson.center(),
                lesson.facts().title(),
                "/lessons/" + lesson.id());
    }
}
