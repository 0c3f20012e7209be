package org.tieline.http;

import jakarta.ws.rs.core.NewCookie;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.core.signin.Session;

/**
 * The cookies by which a browser is known again. All are for this host only, out of reach of
 * scripts, not sent from other sites' pages ({@code SameSite=Lax}), and if the request came by TLS
 * or {@code public.url} begins with {@code https:}, sent over TLS only and under a name that begins
 * with {@code __Host-}. Every answer's cookies are made so, those of servlets and pages included.
 * Thread-safe.
 */
@ProviderType
public interface Cookies {
    /** The session, until the browser closes or the session ends. */
    NewCookie session(Session session, CurrentRequest request);

    /** Makes the browser forget the session. */
    NewCookie noSession(CurrentRequest request);

    /** Marks the browser as a dispatch position for 400 days. */
    NewCookie position(String secret, CurrentRequest request);

    /** Lets the browser be known again as one that was signed in on, for 400 days. */
    NewCookie device(String secret, CurrentRequest request);

    /** Makes the browser forget that it is a dispatch position. */
    NewCookie noPosition(CurrentRequest request);
}
