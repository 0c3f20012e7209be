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
import org.tieline.api.asset.Drawing;
import org.tieline.api.asset.ServiceMap;
import org.tieline.web.Choice;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** The map of a center, drawn. */
@Component(service = PageResource.class)
@Path(MapParts.PATH + "/drawing")
@Produces(MediaType.TEXT_HTML)
public final class DrawingPages implements PageResource {
    private final ServiceMap map;
    private final PageCenters centers;

    @Activate
    public DrawingPages(@Reference ServiceMap map, @Reference PageCenters centers) {
        this.map = map;
        this.centers = centers;
    }

    @GET
    public View show(@Context Caller caller, @QueryParam("center") String center) {
        List<Choice> choices = centers.choices(caller, ASSET_READ);
        Optional<String> chosen = centers.chosen(center, choices);
        Drawing drawing =
                chosen.map(id -> map.drawing(caller, id))
                        .orElse(new Drawing(List.of(), List.of(), true));
        String name = chosen.map(id -> centers.names(caller).getOrDefault(id, id)).orElse("");
        return MapParts.view(
                        "Drawing",
                        "drawing",
                        Map.of(
                                "picture",
                                new MapDrawing("Service map of " + name, drawing, ""),
                                "name",
                                name,
                                "center",
                                chosen.orElse(""),
                                "centers",
                                choices))
                .under(MapParts.LIST);
    }
}
