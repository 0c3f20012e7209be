package org.tieline.change.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.change.internal.page.approval.DelegatePages;
import org.tieline.change.internal.page.approval.RulePages;
import org.tieline.change.internal.page.model.ModelPages;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.sharing.SharedPages;
import org.tieline.change.internal.record.ChangeOperations;
import org.tieline.web.Link;
import org.tieline.web.MenuEntry;

/** Changes in the menu. */
@Component
public final class ChangeMenu implements MenuEntry {
    private final Access access;

    @Activate
    public ChangeMenu(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "Changes";
    }

    @Override
    public String icon() {
        return "exchange";
    }

    @Override
    public String path() {
        return ChangeViews.PATH;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String key() {
        return "x";
    }

    @Override
    public boolean shownTo(Caller caller) {
        return somewhere(caller, ChangeOperations.CHANGE_READ);
    }

    @Override
    public List<Link> actions(Caller caller) {
        List<Link> actions = new ArrayList<>();
        actions.add(new Link("Open the change meeting", ChangeViews.PATH + "/meeting"));
        actions.add(new Link("Choose a standard change", ModelPages.PATH));
        actions.add(new Link("See what centers share", SharedPages.PATH));
        actions.add(new Link("See approval rules", RulePages.PATH));
        actions.add(new Link("Name a delegate who votes for you", DelegatePages.PATH));
        if (somewhere(caller, ChangeOperations.CHANGE_DRAFT)) {
            actions.add(new Link("Log a change", ChangeViews.PATH + "/new"));
        }
        return actions;
    }

    private boolean somewhere(Caller caller, Operation operation) {
        Reach reach = access.reach(caller, operation);
        return reach.everywhere() || !reach.centers().isEmpty();
    }
}
