package org.tieline.lessons.internal.page;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** How lessons look, and what sends files of them. */
@Component
public final class LessonFiles implements PageFiles {
    private static final List<PageFile> FILES =
            List.of(
                    PageFile.of(
                            LessonFiles.class,
                            "/static/lessons.css",
                            "lessons/lessons.css",
                            PageFile.STYLE),
                    PageFile.of(
                            LessonFiles.class,
                            "/static/import.js",
                            "lessons/import.js",
                            PageFile.SCRIPT),
                    PageFile.of(
                            LessonFiles.class,
                            "/static/afteraction.js",
                            "lessons/afteraction.js",
                            PageFile.SCRIPT));

    @Override
    public List<PageFile> files() {
        return FILES;
    }
}
