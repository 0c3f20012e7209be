package org.tieline.change.internal.calendar;

import static org.tieline.change.internal.freeze.FreezeOperations.FREEZE_EDIT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.change.internal.freeze.FreezePages;
import org.tieline.web.Link;
import org.tieline.web.MenuEntry;

/** The calendar in the menu. */
@Component
public final class CalendarMenu implements MenuEntry {
    private final Access access;

    @Activate
    public CalendarMenu(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "Calendar";
    }

    @Override
    public String icon() {
        return "calendar";
    }

    @Override
    public String path() {
        return CalendarViews.PATH;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public String key() {
        return "k";
    }

    @Override
    public boolean shownTo(Caller caller) {
        return somewhere(caller, CHANGE_READ);
    }

    @Override
    public List<Link> actions(Caller caller) {
        List<Link> actions = new ArrayList<>();
        actions.add(new Link("Say how busy the center is", ProfilePages.PATH));
        actions.add(new Link("Subscribe to the calendar", FeedPages.PATH));
        if (somewhere(caller, FREEZE_EDIT)) {
            actions.add(new Link("Freeze changes for a time", FreezePages.PATH + "/new"));
        }
        return actions;
    }

    private boolean somewhere(Caller caller, Operation operation) {
        Reach reach = access.reach(caller, operation);
        return reach.everywhere() || !reach.centers().isEmpty();
    }
}
