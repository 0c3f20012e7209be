package org.tieline.assets.internal.page;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.assets.internal.AssetOperations;
import org.tieline.web.Link;
import org.tieline.web.MenuEntry;

/** The service map in the menu. */
@Component
public final class MapMenu implements MenuEntry {
    private final Access access;

    @Activate
    public MapMenu(@Reference Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "Service map";
    }

    @Override
    public String icon() {
        return "sitemap";
    }

    @Override
    public String path() {
        return MapParts.PATH;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String key() {
        return "m";
    }

    @Override
    public boolean shownTo(Caller caller) {
        return somewhere(caller, AssetOperations.ASSET_READ);
    }

    @Override
    public List<Link> actions(Caller caller) {
        List<Link> reading =
                List.of(
                        new Link("Draw the service map", MapParts.PATH + "/drawing"),
                        new Link(
                                "List the single points of failure",
                                MapParts.PATH + "/single-points"));
        if (!somewhere(caller, AssetOperations.ASSET_EDIT)) {
            return reading;
        }
        return List.of(
                reading.get(0),
                reading.get(1),
                new Link("Add a service or asset", MapParts.PATH + "/new"),
                new Link("Import the service map", MapParts.PATH + "/import"));
    }

    private boolean somewhere(Caller caller, Operation operation) {
        Reach reach = access.reach(caller, operation);
        return reach.everywhere() || !reach.centers().isEmpty();
    }
}
