package org.tieline.web.internal.signin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.TooMany;
import org.tieline.core.signin.Session;
import org.tieline.core.signin.SignIn;
import org.tieline.http.Cookies;
import org.tieline.http.CurrentRequest;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.internal.BackPath;
import org.tieline.web.internal.Parts;
import org.tieline.web.internal.Theme;
import org.tieline.web.internal.WithOldPassword;

/** What people do with their own account. */
@Component(service = PageResource.class)
@Path("/account")
@Produces(MediaType.TEXT_HTML)
public final class OwnPages implements PageResource {
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final SignIn signIn;
    private final Cookies cookies;

    @Activate
    public OwnPages(@Reference SignIn signIn, @Reference Cookies cookies) {
        this.signIn = signIn;
        this.cookies = cookies;
    }

    @GET
    @Path("password")
    @WithOldPassword
    public View password(@Context Session session) {
        return view(form(), session);
    }

    @POST
    @Path("password")
    @WithOldPassword
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@Context CurrentRequest request, MultivaluedMap<String, String> sent) {
        Session session = request.session().orElseThrow();
        Form form = form().sent(sent);
        if (!form.raw("password").equals(form.raw("again"))) {
            Form refused = form.refused("again", NewPassword.DIFFERENT);
            return view(refused, session).at(400);
        }
        try {
            Session renewed =
                    signIn.changePassword(
                            session,
                            form.raw("oldPassword"),
                            form.raw("password"),
                            request.origin());
            return Response.fromResponse(SeeOther.page("/", "Your password was changed."))
                    .cookie(cookies.session(renewed, request))
                    .build();
        } catch (Invalid e) {
            return view(form.refused(e), session).at(400);
        } catch (TooMany e) {
            return Response.status(429)
                    .header("Retry-After", Math.max(1, e.retryAfter().toSeconds()))
                    .entity(view(form.refused("oldPassword", e.getMessage()), session))
                    .build();
        }
    }

    /** Answers nothing; that it was asked keeps the session alive. */
    @GET
    @Path("stay")
    @WithOldPassword
    public Response stay() {
        return Response.noContent().build();
    }

    @POST
    @Path("theme")
    @WithOldPassword
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response theme(
            @Context CurrentRequest request,
            @FormParam("theme") String theme,
            @FormParam("back") String back) {
        NewCookie cookie =
                new NewCookie.Builder(Theme.COOKIE)
                        .value(Theme.of(theme).word())
                        .path("/")
                        .maxAge(YEAR)
                        .httpOnly(true)
                        .build();
        return Response.seeOther(URI.create(BackPath.safe(back))).cookie(cookie).build();
    }

    private static View view(Form form, Session session) {
        return new View(
                "Change password",
                Parts.TEMPLATES,
                "password.jte",
                Map.of("form", form, "expired", session.passwordExpired()));
    }

    private static Form form() {
        return Form.of(
                Field.of(Field.Kind.PASSWORD, "oldPassword", "Present password")
                        .must()
                        .completedAs("current-password"),
                NewPassword.FIELD,
                NewPassword.AGAIN);
    }
}
