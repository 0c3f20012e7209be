package org.tieline.change.internal.page.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.change.ChangeEntry;
import org.tieline.change.internal.page.part.ChangeInbox;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.DashboardCard;
import org.tieline.web.View;

/** The changes that run now, and those of the next 24 hours. */
@Component
public final class NowCard implements DashboardCard {
    private final ChangeInbox changeInbox;
    private final Access access;

    @Activate
    public NowCard(@Reference ChangeInbox changeInbox, @Reference Access access) {
        this.changeInbox = changeInbox;
        this.access = access;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<View> show(Caller caller) {
        Reach reach = access.reach(caller, CHANGE_READ);
        if (!reach.everywhere() && reach.centers().isEmpty()) {
            return Optional.empty();
        }
        List<ChangeEntry> running = changeInbox.atWork(caller);
        List<ChangeEntry> soon = changeInbox.soon(caller);
        return running.isEmpty() && soon.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ChangeViews.view(
                                "Changes now and today",
                                "nowcard",
                                Map.of("running", running, "soon", soon)));
    }
}
