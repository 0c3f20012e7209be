package org.tieline.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page to come back to: always one of this installation. */
public final class BackPath {
    private static final int LONGEST = 1_000;

    private BackPath() {}

    static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        return safe(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** Returns the sign-in page that leads on to {@code back}. */
    public static String signIn(String back) {
        return back.equals("/")
                ? "/sign-in"
                : "/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    /** Returns the path if it is one of ours, otherwise the dashboard's. */
    public static String safe(String path) {
        if (path == null
                || path.length() > LONGEST
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.startsWith("/sign-")
                || path.startsWith("/api/")
                || path.indexOf('\\') >= 0
                || path.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            return "/";
        }
        try {
            URI uri = new URI(path);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? "/" : path;
        } catch (URISyntaxException notOurs) {
            return "/";
        }
    }
}
