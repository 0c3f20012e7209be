package org.tieline.lessons.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.lessons.internal.list.SeenLessons;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.lessons.internal.review.SqlLessons;
import org.tieline.sharing.redaction.Redaction;
import org.tieline.store.Store;

/** The lessons on both databases, with what tests say of them. */
public abstract class LessonTest extends PlatformTest {
    private static final Map<Platform, Store> STORES = new ConcurrentHashMap<>();

    protected final Store store;
    public final Redaction redaction = new Redaction();
    protected final SqlLessons lessons;
    protected final String center;
    protected final String other;
    protected final Caller author;
    protected final Caller manager;
    protected final Caller stranger;

    protected LessonTest(Engine engine) {
        super(engine);
        store =
                STORES.computeIfAbsent(
                        platform, any -> new LessonStore(any.database.database()).store());
        lessons = SqlLessons.in(store, platform.access, platform.centers, redaction);
        center = platform.center();
        other = platform.center();
        author = Platform.caller(center, Role.STAFF);
        manager = Platform.caller(center, Role.CENTER_MANAGER);
        stranger = Platform.caller(other, Role.CENTER_MANAGER);
    }

    public static LessonDraft draft(String title, String happened) {
        return new LessonDraft(
                title,
                new Narrative(happened, "", "", ""),
                Classification.of(Category.TECHNOLOGY, Severity.HIGH, LessonSource.INCIDENT),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Sam Writer"),
                List.of(),
                Audience.CENTER,
                Set.of());
    }

    protected SeenLessons seen() {
        return SeenLessons.in(store, platform.access);
    }

    protected static LessonDraft forAll(LessonDraft draft) {
        return draft.to(Audience.EVERYBODY, Set.of());
    }

    protected Lesson written(LessonDraft draft) {
        return lessons.create(author, center, draft);
    }

    protected Lesson submitted(LessonDraft draft) {
        return lessons.submit(author, written(draft).id());
    }

    protected Lesson published(LessonDraft draft) {
        Lesson ready = submitted(draft);
        return lessons.publish(manager, ready.id(), ready.version());
    }
}
