package org.tieline.assets.internal.page;

import static org.tieline.assets.internal.AssetOperations.ASSET_READ;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.asset.SinglePoint;
import org.tieline.web.Choice;
import org.tieline.web.DashboardCard;
import org.tieline.web.PageCenters;
import org.tieline.web.View;

/** What has no alternative, in the first few of the centers that somebody sees. */
@Component
public final class SinglePointCard implements DashboardCard {
    private static final int CENTERS = 3;
    private static final int POINTS = 4;

    private final ServiceMap map;
    private final PageCenters centers;

    @Activate
    public SinglePointCard(@Reference ServiceMap map, @Reference PageCenters centers) {
        this.map = map;
        this.centers = centers;
    }

    /** The single points of one center. */
    public record Group(Choice center, List<SinglePoint> first, int all) {}

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Optional<View> show(Caller caller) {
        List<Group> groups =
                centers.choices(caller, ASSET_READ).stream()
                        .limit(CENTERS)
                        .map(center -> group(caller, center))
                        .filter(group -> group.all() > 0)
                        .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        MapParts.view(
                                "Single points of failure",
                                "singlepointcard",
                                Map.of("groups", groups)));
    }

    private Group group(Caller caller, Choice center) {
        List<SinglePoint> points = map.singlePoints(caller, center.value());
        return new Group(center, points.stream().limit(POINTS).toList(), points.size());
    }
}
