package org.tieline.web.internal;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.notice.Notices;
import org.tieline.api.search.Search;
import org.tieline.core.signin.Session;
import org.tieline.http.CurrentRequest;
import org.tieline.web.Screen;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Puts the frame round a view. */
@Component(service = PageFrame.class)
public final class PageFrame {
    private static final Logger LOG = LoggerFactory.getLogger(PageFrame.class);

    private final Menu menu;
    private final Access access;
    private final HomeZone zones;
    private final Sections sections;
    private final Clock clock = Clock.systemUTC();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Search search;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Notices notices;

    @Activate
    public PageFrame(
            @Reference Menu menu,
            @Reference Access access,
            @Reference HomeZone zones,
            @Reference Sections sections) {
        this.menu = menu;
        this.access = access;
        this.zones = zones;
        this.sections = sections;
    }

    String page(View view, HttpServletRequest request) {
        return page(view, request, false);
    }

    /**
     * @param failed true to show the request's id
     */
    String page(View view, HttpServletRequest request, boolean failed) {
        CurrentRequest current = CurrentRequest.of(request);
        Optional<Session> session = current.session();
        Optional<Center> home = session.flatMap(this::home);
        ZoneId zone = home.map(center -> center.facts().timeZone()).orElse(ZoneId.systemDefault());
        Screen screen =
                new RequestScreen(
                        current.caller(),
                        access,
                        sections,
                        zone,
                        session.map(Session::csrf).orElse(""),
                        clock);
        boolean restricted = session.map(Session::passwordExpired).orElse(false);
        String path = request.getRequestURI();
        Frame frame =
                new Frame(
                        view.title(),
                        view.trail(),
                        restricted ? List.of() : menu.items(current.caller(), path),
                        restricted ? List.of() : menu.actions(current.caller()),
                        session.map(found -> signed(found, home, current)),
                        Theme.of(cookie(request, Theme.COOKIE).orElse("")),
                        cookie(request, SeeOther.COOKIE).flatMap(PageFrame::message),
                        back(request),
                        Optional.of(current.origin().request()).filter(id -> failed),
                        search != null && session.isPresent() && !restricted,
                        session.isPresent() && !restricted
                                ? unread(current.caller())
                                : OptionalInt.empty(),
                        content(view, screen),
                        screen);
        StringOutput html = new StringOutput(32_768);
        Parts.TEMPLATES.content("frame.jte", Map.of("frame", frame)).writeTo(html);
        return html.toString();
    }

    static boolean showsMessage(HttpServletRequest request) {
        return cookie(request, SeeOther.COOKIE).isPresent();
    }

    /** The frame must stand even when the database does not answer. */
    private Optional<Center> home(Session session) {
        try {
            return zones.home(session);
        } catch (RuntimeException e) {
            LOG.warn("The home center of {} cannot be read: {}", session, e.getMessage());
            return Optional.empty();
        }
    }

    private OptionalInt unread(Caller caller) {
        Notices present = notices;
        if (present == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(present.unread(caller));
        } catch (RuntimeException e) {
            LOG.warn("The notices of {} cannot be counted: {}", caller.actor(), e.getMessage());
            return OptionalInt.empty();
        }
    }

    private Frame.Signed signed(Session session, Optional<Center> home, CurrentRequest current) {
        long idle =
                session.idleEnd()
                        .map(end -> Math.max(1, Duration.between(clock.instant(), end).toSeconds()))
                        .orElse(0L);
        String center =
                home.map(found -> found.facts().name())
                        .orElse(
                                session.center().equals(Caller.EVERYWHERE)
                                        ? "All centers"
                                        : session.center());
        return new Frame.Signed(
                session.caller().actor().id(),
                session.caller().actor().name(),
                center,
                session.passwordExpired(),
                session.idleEnd().isEmpty(),
                idle);
    }

    static Content content(View view, Screen screen) {
        Map<String, Object> parameters = new HashMap<>(view.parameters());
        parameters.put("screen", screen);
        return view.templates().content(view.template(), parameters);
    }

    /** What to come back to: only what can be asked for again. */
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Optional<String> message(String value) {
        try {
            return Optional.of(
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
