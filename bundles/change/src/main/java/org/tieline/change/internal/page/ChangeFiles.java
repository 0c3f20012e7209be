package org.tieline.change.internal.page;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** What the pages of changes load. */
@Component
public final class ChangeFiles implements PageFiles {
    private static final List<PageFile> FILES =
            List.of(file("change.js", PageFile.SCRIPT), file("change.css", PageFile.STYLE));

    @Override
    public List<PageFile> files() {
        return FILES;
    }

    private static PageFile file(String name, String type) {
        return PageFile.of(ChangeFiles.class, "/static/" + name, "change/" + name, type);
    }
}
