package org.tieline.web.internal.signin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.core.signin.SignIn;
import org.tieline.http.Cookies;
import org.tieline.http.CurrentRequest;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.internal.BeforeSignIn;

/** Signing out. */
@Component(service = PageResource.class)
@Path("/sign-out")
public final class SignOutPages implements PageResource {
    private final SignIn signIn;
    private final Cookies cookies;

    @Activate
    public SignOutPages(@Reference SignIn signIn, @Reference Cookies cookies) {
        this.signIn = signIn;
        this.cookies = cookies;
    }

    @POST
    @BeforeSignIn
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@Context CurrentRequest request) {
        request.session().ifPresent(signIn::signOut);
        return Response.fromResponse(SeeOther.page("/sign-in", "You are signed out."))
                .cookie(cookies.noSession(request))
                .build();
    }
}
