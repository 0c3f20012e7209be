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
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.signin.SignIn;
import org.tieline.http.CurrentRequest;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.internal.BeforeSignIn;
import org.tieline.web.internal.Parts;

/** Adding the first administrator, through the one-time link of the first start. */
@Component(service = PageResource.class)
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
public final class SetUpPages implements PageResource {
    private static final String DONE =
            "This installation has an administrator already, so the link of its first start no"
                    + " longer counts. Sign in instead.";

    private final SignIn signIn;

    @Activate
    public SetUpPages(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    @GET
    @BeforeSignIn
    public Response show(@QueryParam("code") String code) {
        return signIn.setUpNeeded()
                ? Response.ok(view(form(), given(code), Optional.empty())).build()
                : SeeOther.page("/sign-in", DONE);
    }

    @POST
    @BeforeSignIn
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response setUp(@Context CurrentRequest request, MultivaluedMap<String, String> sent) {
        Form form = form().sent(sent);
        String code = given(sent.getFirst("code"));
        if (!form.raw("password").equals(form.raw("again"))) {
            return refused(400, form.refused("again", NewPassword.DIFFERENT), code);
        }
        try {
            signIn.setUp(
                    code,
                    form.value("login"),
                    form.value("name"),
                    form.raw("password"),
                    request.origin());
            return SeeOther.page("/sign-in", "You are the administrator now. Sign in to begin.");
        } catch (Invalid e) {
            return refused(400, form.refused(e), code);
        } catch (Unauthenticated e) {
            return Response.status(401)
                    .entity(view(form, code, Optional.of(e.getMessage())))
                    .build();
        } catch (Conflict e) {
            return SeeOther.page("/sign-in", DONE);
        }
    }

    private static Response refused(int status, Form form, String code) {
        return Response.status(status).entity(view(form, code, Optional.empty())).build();
    }

    private static View view(Form form, String code, Optional<String> failure) {
        return new View(
                "Set up Tieline",
                Parts.TEMPLATES,
                "setup.jte",
                Map.of("form", form, "code", code, "failure", failure));
    }

    private static Form form() {
        return Form.of(
                Field.text("name", "Your name").must().atMost(120).completedAs("name"),
                Field.text("login", "Sign-in name")
                        .must()
                        .atMost(60)
                        .completedAs("username")
                        .hinted("What you will type to sign in."),
                NewPassword.FIELD,
                NewPassword.AGAIN);
    }

    private static String given(String code) {
        return code == null ? "" : code.strip();
    }
}
