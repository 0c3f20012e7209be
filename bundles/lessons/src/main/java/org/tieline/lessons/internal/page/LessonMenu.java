package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_IMPORT;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_WRITE;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.web.Link;
import org.tieline.web.MenuEntry;

/** The lessons in the menu. */
@Component
public final class LessonMenu implements MenuEntry {
    private final Access access;

    @Activate
    public LessonMenu(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "Lessons";
    }

    @Override
    public String icon() {
        return "bulb";
    }

    @Override
    public String path() {
        return LessonParts.PATH;
    }

    @Override
    public int order() {
        return 250;
    }

    @Override
    public String key() {
        return "l";
    }

    @Override
    public boolean shownTo(Caller caller) {
        return somewhere(caller, LESSON_READ);
    }

    @Override
    public List<Link> actions(Caller caller) {
        List<Link> actions = new ArrayList<>();
        if (somewhere(caller, LESSON_WRITE)) {
            actions.add(new Link("Write down a lesson", LessonParts.PATH + "/new"));
            actions.add(new Link("Lessons from an after-action text", AfterActionPages.PATH));
        }
        actions.add(new Link("Lessons from others", AdoptionPages.PATH));
        actions.add(new Link("Follow lessons", FollowPages.PATH));
        actions.add(new Link("Offline copy", TakeAwayPages.PATH));
        if (somewhere(caller, LESSON_REVIEW)) {
            actions.add(new Link("Review lessons", LessonParts.REVIEW));
        }
        if (somewhere(caller, LESSON_IMPORT)) {
            actions.add(new Link("Import lessons", ImportPages.PATH));
        }
        return actions;
    }

    private boolean somewhere(Caller caller, Operation operation) {
        Reach reach = access.reach(caller, operation);
        return reach.everywhere() || !reach.centers().isEmpty();
    }
}
