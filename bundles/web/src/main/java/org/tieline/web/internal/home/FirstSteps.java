package org.tieline.web.internal.home;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.person.People;
import org.tieline.core.access.PlatformOperations;
import org.tieline.web.DashboardCard;
import org.tieline.web.View;
import org.tieline.web.internal.Parts;

/** What an administrator does first; gone when it is done. */
@Component
public final class FirstSteps implements DashboardCard {
    private final Centers centers;
    private final People people;
    private final Access access;

    /** One thing to do. */
    public record Step(
            String title, String text, String label, String path, boolean done, boolean open) {}

    @Activate
    public FirstSteps(
            @Reference Centers centers, @Reference People people, @Reference Access access) {
        this.centers = centers;
        this.people = people;
        this.access = access;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<View> show(Caller caller) {
        if (!access.allows(caller, PlatformOperations.CENTER_CREATE, Caller.EVERYWHERE)) {
            return Optional.empty();
        }
        PageRequest two = new PageRequest(2, Optional.empty());
        List<Center> some = centers.list(caller, Optional.empty(), two).items();
        boolean hasCenter = !some.isEmpty();
        boolean hasPeople =
                people.list(caller, Optional.empty(), Optional.empty(), two).items().size() > 1;
        if (hasCenter && hasPeople) {
            return Optional.empty();
        }
        List<Step> steps =
                List.of(
                        new Step(
                                "Add your center",
                                "Its name, time zone, neighbors and who takes its calls when it"
                                        + " cannot.",
                                "Add a center",
                                "/centers/new",
                                hasCenter,
                                true),
                        new Step(
                                "Add your people",
                                "Everybody gets roles in the center and a link to choose a"
                                        + " password.",
                                "Add a person",
                                "/people/new",
                                hasPeople,
                                hasCenter),
                        new Step(
                                "Mark the dispatch floor",
                                "Sign in at each workstation on the floor and mark it, so that it"
                                        + " never locks during a call.",
                                "Dispatch positions",
                                "/positions",
                                false,
                                hasCenter));
        return Optional.of(
                new View(
                        "What to do first",
                        Parts.TEMPLATES,
                        "firststeps.jte",
                        Map.of("steps", steps)));
    }
}
