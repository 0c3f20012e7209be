package org.tieline.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.signin.Session;
import org.tieline.http.CurrentRequest;

/** Lets only who is signed in at this screen get as far as the pages that are not marked. */
@Provider
public final class OnlySignedIn implements ContainerRequestFilter {
    @Context private ResourceInfo resource;
    @Context private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceMethod().isAnnotationPresent(BeforeSignIn.class)) {
            return;
        }
        Session session =
                CurrentRequest.of(request)
                        .session()
                        .orElseThrow(() -> new Unauthenticated("Sign in to see this page."));
        if (session.passwordExpired()
                && !resource.getResourceMethod().isAnnotationPresent(WithOldPassword.class)) {
            context.abortWith(Response.seeOther(URI.create("/account/password")).build());
        }
    }
}
