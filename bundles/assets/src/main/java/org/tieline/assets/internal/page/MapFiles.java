package org.tieline.assets.internal.page;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** What draws the map. */
@Component
public final class MapFiles implements PageFiles {
    @Override
    public List<PageFile> files() {
        return List.of(
                file("cytoscape.min.js", PageFile.SCRIPT),
                file("map.js", PageFile.SCRIPT),
                file("map.css", PageFile.STYLE));
    }

    private static PageFile file(String name, String type) {
        return PageFile.of(MapFiles.class, "/static/" + name, "assets/" + name, type);
    }
}
