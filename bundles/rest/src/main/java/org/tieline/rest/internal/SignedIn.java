package org.tieline.rest.internal;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.signin.Session;
import org.tieline.http.CurrentRequest;

/** Lets nobody in who has not signed in, except to what is marked {@link PermitAll}. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class SignedIn implements ContainerRequestFilter {
    @Context private ResourceInfo resource;
    @Context private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceMethod() == null
                || resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        CurrentRequest current = CurrentRequest.of(request);
        if (current.caller().actor().id().equals(Caller.ANONYMOUS)) {
            throw new Unauthenticated(
                    "Send the token of a service account in the Authorization header, after"
                            + " \"Bearer \".");
        }
        if (current.session().map(Session::passwordExpired).orElse(false)) {
            throw new ForbiddenException("Your password has expired. Choose a new one first.");
        }
    }
}
