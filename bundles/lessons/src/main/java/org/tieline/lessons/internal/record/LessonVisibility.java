package org.tieline.lessons.internal.record;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Lesson;

/** What one caller sees of a lesson, and whether it is theirs to change. */
public record LessonVisibility(Access access, Caller caller, Reach reach) {
    public static LessonVisibility of(Access access, Caller caller) {
        return new LessonVisibility(access, caller, access.reach(caller, LESSON_READ));
    }

    /** Finds a lesson as the caller sees it. */
    public Lesson get(DSLContext sql, String id) {
        return as(find(sql, id));
    }

    private Lesson as(StoredLesson lesson) {
        return inside(lesson) ? lesson.own() : lesson.foreign();
    }

    /** Returns a lesson as the caller sees it; empty if they do not. */
    public Optional<Lesson> seen(StoredLesson lesson) {
        return Optional.of(lesson).filter(this::sees).map(this::as);
    }

    /**
     * @throws NotFound if there is none, or none for this caller
     */
    public StoredLesson find(DSLContext sql, String id) {
        Optional<StoredLesson> found = LessonTable.find(sql, id);
        if (found.isEmpty()) {
            throw new NotFound(Lesson.ref(id));
        }
        refuseUnseen(LESSON_READ, found.get());
        return found.get();
    }

    public boolean inside(StoredLesson lesson) {
        return reach.covers(lesson.center());
    }

    boolean sees(StoredLesson lesson) {
        return inside(lesson) || reach.centers().stream().anyMatch(one -> shown(lesson, one));
    }

    /** Tells whether a center sees a lesson that may be another's. */
    public static boolean shown(StoredLesson lesson, String center) {
        Set<String> others = lesson.others();
        return lesson.center().equals(center)
                || others.contains(center)
                || others.contains(Caller.EVERYWHERE);
    }

    /** Passes if the caller may do this to a lesson that its own center alone does it to. */
    public void require(Operation operation, StoredLesson lesson) {
        if (lesson.pack().isPresent()) {
            refuseUnseen(operation, lesson);
            throw new Forbidden(
                    operation,
                    "This lesson comes with the knowledge pack "
                            + lesson.pack().get().source()
                            + " and is changed by nobody here. Add a note instead.");
        }
        if (caller.rolesIn(lesson.center()).isEmpty() && sees(lesson)) {
            throw new Forbidden(
                    operation,
                    "This lesson belongs to the center "
                            + lesson.center()
                            + ", which shares it. Only its own people can do this.");
        }
        access.require(caller, operation, lesson.center(), Lesson.ref(lesson.id()));
    }

    private void refuseUnseen(Operation operation, StoredLesson lesson) {
        if (!sees(lesson)) {
            if (lesson.pack().isEmpty()) {
                access.require(caller, operation, lesson.center(), Lesson.ref(lesson.id()));
            }
            throw new NotFound(Lesson.ref(lesson.id()));
        }
    }
}
