package org.tieline.http.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An answer whose cookies and redirects stay on this site, whoever writes them: a cookie belongs to
 * this host alone, is out of reach of scripts and is not sent along by other sites (RFC 6265bis);
 * over TLS its name begins with {@code __Host-}, so that no other host can set it. A {@code
 * Location} names a path and never a host, as the request's {@code Host} is anybody's word.
 */
final class SiteResponse extends HttpServletResponseWrapper {
    static final String HOST_PREFIX = "__Host-";

    /** How the names of all our cookies begin. */
    static final String OURS = "tieline-";

    private static final String SET_COOKIE = "Set-Cookie";
    private static final String LOCATION = "Location";

    private final boolean tls;

    SiteResponse(HttpServletResponse response, boolean tls) {
        super(response);
        this.tls = tls;
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, safe(name, value));
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, safe(name, value));
    }

    @Override
    public void addCookie(Cookie cookie) {
        addHeader(
                SET_COOKIE,
                cookie.getName()
                        + "="
                        + cookie.getValue()
                        + (cookie.getMaxAge() < 0 ? "" : ";Max-Age=" + cookie.getMaxAge()));
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader(LOCATION, location);
        flushBuffer();
    }

    private String safe(String name, String value) {
        if (value == null) {
            return null;
        }
        if (name.equalsIgnoreCase(SET_COOKIE)) {
            return cookie(value, tls);
        }
        return name.equalsIgnoreCase(LOCATION) ? path(value) : value;
    }

    static String cookie(String given, boolean tls) {
        String[] parts = given.split(";");
        String pair = parts[0].strip();
        StringBuilder cookie =
                new StringBuilder(tls && pair.startsWith(OURS) ? HOST_PREFIX + pair : pair)
                        .append("; Path=/");
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            String key = attribute.toLowerCase(Locale.ROOT);
            if (key.startsWith("max-age=") || key.startsWith("expires=")) {
                cookie.append("; ").append(attribute);
            }
        }
        if (tls) {
            cookie.append("; Secure");
        }
        return cookie.append("; HttpOnly; SameSite=Lax").toString();
    }

    static String path(String location) {
        try {
            URI uri = new URI(location);
            if (uri.getRawAuthority() == null && !uri.isAbsolute()) {
                return location;
            }
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("^/+", "");
            return "/"
                    + path
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
