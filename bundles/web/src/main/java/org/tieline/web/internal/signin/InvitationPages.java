package org.tieline.web.internal.signin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.signin.SignIn;
import org.tieline.http.CurrentRequest;
import org.tieline.web.Form;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.internal.BeforeSignIn;
import org.tieline.web.internal.Parts;

/** Choosing a password with the one-time link of an invitation. */
@Component(service = PageResource.class)
@Path("/password")
@Produces(MediaType.TEXT_HTML)
public final class InvitationPages implements PageResource {
    private final SignIn signIn;

    @Activate
    public InvitationPages(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    @GET
    @BeforeSignIn
    public View show(@QueryParam("code") String code) {
        return view(form(), code == null ? "" : code, Optional.empty());
    }

    @POST
    @BeforeSignIn
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@Context CurrentRequest request, MultivaluedMap<String, String> sent) {
        Form form = form().sent(sent);
        String code = Optional.ofNullable(sent.getFirst("code")).orElse("").strip();
        if (!form.raw("password").equals(form.raw("again"))) {
            return view(form.refused("again", NewPassword.DIFFERENT), code, Optional.empty())
                    .at(400);
        }
        try {
            signIn.choosePassword(code, form.raw("password"), request.origin());
            return SeeOther.page("/sign-in", "Your password is set. Sign in with it.");
        } catch (Invalid e) {
            return view(form.refused(e), code, Optional.empty()).at(400);
        } catch (Unauthenticated e) {
            return view(form, code, Optional.of(e.getMessage())).at(401);
        }
    }

    private static View view(Form form, String code, Optional<String> failure) {
        return new View(
                "Choose your password",
                Parts.TEMPLATES,
                "invitation.jte",
                Map.of("form", form, "code", code, "failure", failure));
    }

    private static Form form() {
        return Form.of(NewPassword.FIELD, NewPassword.AGAIN);
    }
}
