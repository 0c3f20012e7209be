package org.tieline.change.internal.page.list;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.change.internal.list.Outcomes;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.DashboardCard;
import org.tieline.web.View;

/** How many changes of each type went well lately. */
@Component
public final class OutcomeCard implements DashboardCard {
    private static final Duration LATELY = Duration.ofDays(90);

    private final Outcomes outcomes;
    private final Access access;

    @Activate
    public OutcomeCard(@Reference Outcomes outcomes, @Reference Access access) {
        this.outcomes = outcomes;
        this.access = access;
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public Optional<View> show(Caller caller) {
        Reach reach = access.reach(caller, CHANGE_READ);
        if (!reach.everywhere() && reach.centers().isEmpty()) {
            return Optional.empty();
        }
        List<Outcomes.Rate> rates = outcomes.since(reach, Instant.now().minus(LATELY));
        return rates.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ChangeViews.view(
                                "Change success rate",
                                "outcomecard",
                                Map.of("rates", rates, "days", LATELY.toDays())));
    }
}
