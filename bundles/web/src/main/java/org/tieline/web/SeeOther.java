package org.tieline.web;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The answer to a form that was done: the browser goes to a page, which shows a message once. */
public final class SeeOther {
    /** The cookie that carries the message. */
    public static final String COOKIE = "tieline-done";

    private static final int LONGEST = 400;

    private SeeOther() {}

    /**
     * @param path absolute path of the page
     */
    public static Response page(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /**
     * @param path absolute path of the page
     * @param message a sentence saying what was done
     */
    public static Response page(String path, String message) {
        String shown = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        NewCookie cookie =
                new NewCookie.Builder(COOKIE)
                        .value(
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(shown.getBytes(StandardCharsets.UTF_8)))
                        .path("/")
                        .maxAge(60)
                        .httpOnly(true)
                        .build();
        return Response.seeOther(URI.create(path)).cookie(cookie).build();
    }
}
