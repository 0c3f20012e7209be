package org.tieline.discussion.internal.page;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** How comments and files look, and what sends files. */
@Component
public final class DiscussionFiles implements PageFiles {
    private static final List<PageFile> FILES =
            List.of(
                    PageFile.of(
                            DiscussionFiles.class,
                            "/static/discussion.css",
                            "discussion/discussion.css",
                            PageFile.STYLE),
                    PageFile.of(
                            DiscussionFiles.class,
                            "/static/attach.js",
                            "discussion/attach.js",
                            PageFile.SCRIPT));

    @Override
    public List<PageFile> files() {
        return FILES;
    }
}
