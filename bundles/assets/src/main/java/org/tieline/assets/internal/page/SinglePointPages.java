package org.tieline.assets.internal.page;

import static org.tieline.assets.internal.AssetOperations.ASSET_READ;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** The single points of failure of a center. */
@Component(service = PageResource.class)
@Path(MapParts.PATH + "/single-points")
@Produces(MediaType.TEXT_HTML)
public final class SinglePointPages implements PageResource {
    private static final int MOST = 200;

    private final ServiceMap map;
    private final PageCenters centers;

    @Activate
    public SinglePointPages(@Reference ServiceMap map, @Reference PageCenters centers) {
        this.map = map;
        this.centers = centers;
    }

    @GET
    public View show(@Context Caller caller, @QueryParam("center") String center) {
        List<Choice> choices = centers.choices(caller, ASSET_READ);
        Optional<String> chosen = centers.chosen(center, choices);
        List<SinglePoint> points = chosen.map(id -> map.singlePoints(caller, id)).orElse(List.of());
        return MapParts.view(
                        "Single points of failure",
                        "singlepoints",
                        Map.of(
                                "points",
                                points.stream().limit(MOST).toList(),
                                "all",
                                points.size(),
                                "center",
                                chosen.orElse(""),
                                "centers",
                                choices))
                .under(MapParts.LIST);
    }
}
