package org.tieline.lessons.internal.feed;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Shows lessons to feed readers, which cannot sign in: by a secret address. The secret is in the
 * query, which the request log leaves out.
 */
@Component(service = Servlet.class, scope = ServiceScope.PROTOTYPE)
@HttpWhiteboardServletName("tieline-lesson-feed")
@HttpWhiteboardServletPattern(LessonFeedServlet.PATH)
public final class LessonFeedServlet extends HttpServlet {
    public static final String PATH = "/lesson-feed.atom";

    private static final long serialVersionUID = 1L;
    private static final String SECRET = "key";

    private final transient LessonFeeds feeds;

    @Activate
    public LessonFeedServlet(@Reference LessonFeeds feeds) {
        this.feeds = feeds;
    }

    public static String address(String secret) {
        return PATH + "?" + SECRET + "=" + secret;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<LessonFeeds.Shown> shown =
                Optional.ofNullable(request.getParameter(SECRET)).flatMap(feeds::shown);
        if (shown.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        URI site = URI.create(request.getRequestURL().toString());
        byte[] body = Atom.of(shown.get(), site).getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentType("application/atom+xml;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
