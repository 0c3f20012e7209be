package org.tieline.change.internal.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.PageFile;
import org.tieline.web.PageFiles;

/** What draws the calendar. */
@Component
public final class CalendarFiles implements PageFiles {
    private static final List<PageFile> FILES =
            List.of(
                    file(fullcalendar(), "fullcalendar.min.js", PageFile.SCRIPT),
                    file("/static/calendar.js", "calendar.js", PageFile.SCRIPT),
                    file("/static/calendar.css", "calendar.css", PageFile.STYLE));

    @Override
    public List<PageFile> files() {
        return FILES;
    }

    private static PageFile file(String resource, String name, String type) {
        return PageFile.of(CalendarFiles.class, resource, "calendar/" + name, type);
    }

    /** The build writes down which version of it the bundle holds. */
    private static String fullcalendar() {
        Properties versions = new Properties();
        try (InputStream in = CalendarFiles.class.getResourceAsStream("/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/fullcalendar/"
                + versions.getProperty("fullcalendar")
                + "/index.global.min.js";
    }
}
