package org.tieline.change.internal.calendar;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Window;
import org.tieline.core.feed.SecretAddress;

/**
 * Shows the calendar to calendar programs, which cannot sign in: by a secret address. The secret is
 * in the query, which the request log leaves out.
 */
@Component(service = Servlet.class, scope = ServiceScope.PROTOTYPE)
@HttpWhiteboardServletName("tieline-calendar-feed")
@HttpWhiteboardServletPattern(FeedServlet.PATH)
public final class FeedServlet extends HttpServlet {
    static final String PATH = "/calendar-feed.ics";

    private static final long serialVersionUID = 1L;
    private static final String SECRET = "key";
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(180);

    private final transient Feeds feeds;
    private final transient Schedule schedule;
    private final transient Centers centers;

    @Activate
    public FeedServlet(
            @Reference Feeds feeds, @Reference Schedule schedule, @Reference Centers centers) {
        this.feeds = feeds;
        this.schedule = schedule;
        this.centers = centers;
    }

    public static String address(String secret) {
        return PATH + "?" + SECRET + "=" + secret;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> calendar =
                Optional.ofNullable(request.getParameter(SECRET)).flatMap(this::calendar);
        if (calendar.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = calendar.get().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentType("text/calendar;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Optional<String> calendar(String secret) {
        return feeds.find(secret)
                .flatMap(feed -> feeds.eyes(feed).map(caller -> calendar(feed, caller)));
    }

    String calendar(SecretAddress feed, Caller caller) {
        Instant now = Clock.systemUTC().instant();
        Window time = new Window(now.minus(BACK), now.plus(AHEAD));
        String name =
                centers.get(Caller.system("changes"), feed.center()).facts().name() + ": changes";
        Ics ics = new Ics(name, now);
        schedule.freezes(caller, feed.center(), time).forEach(ics::add);
        schedule.changes(caller, feed.center(), time).forEach(ics::add);
        return ics.text();
    }
}
