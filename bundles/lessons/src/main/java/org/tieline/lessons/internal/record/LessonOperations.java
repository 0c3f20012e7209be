package org.tieline.lessons.internal.record;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.api.access.Role.COORDINATOR;
import static org.tieline.api.access.Role.STAFF;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Role;

/** What can be done with lessons. */
@Component
public final class LessonOperations implements OperationSet {
    public static final Operation LESSON_READ = Operation.of("lesson.read", Role.values());

    /** Writing, changing and handing in; noting. */
    public static final Operation LESSON_WRITE =
            Operation.of(
                    "lesson.write",
                    STAFF,
                    CHANGE_MANAGER,
                    CENTER_MANAGER,
                    ADMINISTRATOR,
                    COORDINATOR);

    /** Publishing what others wrote, giving it back, retiring. */
    public static final Operation LESSON_REVIEW =
            Operation.of("lesson.review", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Deciding on findings, and publishing what other centers see. */
    public static final Operation LESSON_SHARE =
            Operation.of("lesson.share", CENTER_MANAGER, ADMINISTRATOR);

    /** Taking in files of lessons, and undoing that. */
    public static final Operation LESSON_IMPORT =
            Operation.of("lesson.import", CENTER_MANAGER, ADMINISTRATOR);

    /** Saying what a center makes of a lesson of others. */
    public static final Operation LESSON_ADOPT =
            Operation.of("lesson.adopt", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Making a lesson a best practice. */
    public static final Operation LESSON_PROMOTE =
            Operation.of("lesson.promote", CENTER_MANAGER, ADMINISTRATOR, COORDINATOR);

    @Override
    public List<Operation> operations() {
        return List.of(
                LESSON_READ,
                LESSON_WRITE,
                LESSON_REVIEW,
                LESSON_SHARE,
                LESSON_IMPORT,
                LESSON_ADOPT,
                LESSON_PROMOTE);
    }
}
