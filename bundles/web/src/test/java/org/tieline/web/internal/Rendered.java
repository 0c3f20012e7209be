package org.tieline.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Via;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.Session;
import org.tieline.http.CurrentRequest;
import org.tieline.web.MenuEntry;
import org.tieline.web.View;

/** Renders views as a browser would get them. */
final class Rendered {
    private final World world;
    private final PageFrame pageFrame;

    Rendered(World world) {
        this.world = world;
        Menu menu = new Menu();
        for (MenuEntry entry : PlatformMenu.entries(world.access)) {
            menu.add(entry);
        }
        this.pageFrame =
                new PageFrame(menu, world.access, new HomeZone(world.centers), new Sections());
    }

    PageFrame frames() {
        return pageFrame;
    }

    String page(View view, Caller caller, String path, Theme theme) {
        return pageFrame.page(view, request("GET", path, theme, Optional.of(session(caller))));
    }

    String outside(View view, String path, Theme theme) {
        return pageFrame.page(view, request("GET", path, theme, Optional.empty()));
    }

    static Session session(Caller caller) {
        return new Session(
                "secret",
                caller,
                "csrf-value",
                "harbor-county",
                Optional.of(World.NOON.plusSeconds(864_000)),
                World.NOON.plusSeconds(864_000),
                false,
                Optional.empty());
    }

    static CurrentRequest current(Optional<Session> session) {
        Origin origin = new Origin(Via.PAGE, "10.20.0.14", "R7QKX2", Optional.empty());
        Caller caller =
                session.map(Session::caller)
                        .orElse(
                                Caller.anonymous(
                                        Via.PAGE,
                                        Optional.of("10.20.0.14"),
                                        Optional.of("R7QKX2")));
        return new CurrentRequest(origin, false, caller, session);
    }

    HttpServletRequest request(String method, String path, Theme theme, Optional<Session> session) {
        Map<String, Object> attributes = new HashMap<>();
        HttpServletRequest request =
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                Rendered.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, called, arguments) ->
                                        switch (called.getName()) {
                                            case "getMethod" -> method;
                                            case "getRequestURI" -> path;
                                            case "getCookies" ->
                                                    new Cookie[] {
                                                        new Cookie(Theme.COOKIE, theme.word())
                                                    };
                                            case "getAttribute" -> attributes.get(arguments[0]);
                                            case "setAttribute" ->
                                                    attributes.put(
                                                            (String) arguments[0], arguments[1]);
                                            default -> null;
                                        });
        current(session).keepIn(request);
        return request;
    }

    List<MenuEntry> entries() {
        return PlatformMenu.entries(world.access);
    }
}
