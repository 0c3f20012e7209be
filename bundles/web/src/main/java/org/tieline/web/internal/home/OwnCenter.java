package org.tieline.web.internal.home;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.web.DashboardCard;
import org.tieline.web.View;
import org.tieline.web.internal.Parts;

/** The centers of whoever looks. */
@Component
public final class OwnCenter implements DashboardCard {
    private static final int MOST = 6;

    private final Centers centers;

    @Activate
    public OwnCenter(@Reference Centers centers) {
        this.centers = centers;
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public Optional<View> show(Caller caller) {
        Page<Center> page =
                centers.list(caller, Optional.empty(), new PageRequest(MOST, Optional.empty()));
        if (page.items().isEmpty()) {
            return Optional.empty();
        }
        String title = page.items().size() == 1 ? "Your center" : "Your centers";
        return Optional.of(
                new View(
                        title,
                        Parts.TEMPLATES,
                        "owncenter.jte",
                        Map.of(
                                "centers", page.items(),
                                "more", page.next().isPresent())));
    }
}
