package org.tieline.assets.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** What draws the map. */
@Component
public final class MapFiles implements PageFiles {
    private static final List<PageFile> FILES =
            List.of(
                    file(cytoscape(), "cytoscape.min.js", PageFile.SCRIPT),
                    file("/static/map.js", "map.js", PageFile.SCRIPT),
                    file("/static/map.css", "map.css", PageFile.STYLE));

    @Override
    public List<PageFile> files() {
        return FILES;
    }

    private static PageFile file(String resource, String name, String type) {
        return PageFile.of(MapFiles.class, resource, "assets/" + name, type);
    }

    /** The build writes down which version of it the bundle holds. */
    private static String cytoscape() {
        Properties versions = new Properties();
        try (InputStream in = MapFiles.class.getResourceAsStream("/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/cytoscape/"
                + versions.getProperty("cytoscape")
                + "/dist/cytoscape.min.js";
    }
}
