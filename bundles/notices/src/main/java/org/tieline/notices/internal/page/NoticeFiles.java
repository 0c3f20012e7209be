package org.tieline.notices.internal.page;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** How notices look. */
@Component
public final class NoticeFiles implements PageFiles {
    private static final List<PageFile> FILES =
            List.of(
                    PageFile.of(
                            NoticeFiles.class,
                            "/static/notices.css",
                            "notices/notices.css",
                            PageFile.STYLE));

    @Override
    public List<PageFile> files() {
        return FILES;
    }
}
