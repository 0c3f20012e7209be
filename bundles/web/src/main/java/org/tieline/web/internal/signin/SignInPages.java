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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.error.TooMany;
import org.tieline.api.error.Unauthenticated;
import org.tieline.core.signin.Session;
import org.tieline.core.signin.SignIn;
import org.tieline.http.Cookies;
import org.tieline.http.CurrentRequest;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.PageResource;
import org.tieline.web.View;
import org.tieline.web.internal.BackPath;
import org.tieline.web.internal.BeforeSignIn;
import org.tieline.web.internal.Parts;

/** Signing in. */
@Component(service = PageResource.class, configurationPid = WebConfig.PID)
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages implements PageResource {
    private final SignIn signIn;
    private final Cookies cookies;
    private final String notice;

    @Activate
    public SignInPages(@Reference SignIn signIn, @Reference Cookies cookies, WebConfig config) {
        this.signIn = signIn;
        this.cookies = cookies;
        this.notice = config.notice().isBlank() ? WebConfig.NOTICE : config.notice().strip();
    }

    @GET
    @BeforeSignIn
    public Response show(@Context CurrentRequest request, @QueryParam("back") String back) {
        String path = BackPath.safe(back);
        if (request.session().isPresent()) {
            return Response.seeOther(URI.create(path)).build();
        }
        return Response.ok(view(form(), path, Optional.empty(), back != null)).build();
    }

    @POST
    @BeforeSignIn
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(@Context CurrentRequest request, MultivaluedMap<String, String> sent) {
        Form form = form().sent(sent);
        String back = BackPath.safe(sent.getFirst("back"));
        try {
            Session session =
                    signIn.signIn(form.value("login"), form.raw("password"), request.origin());
            String next = session.passwordExpired() ? "/account/password" : back;
            request.session().ifPresent(signIn::signOut);
            Response.ResponseBuilder answer =
                    Response.seeOther(URI.create(next)).cookie(cookies.session(session, request));
            session.device().ifPresent(known -> answer.cookie(cookies.device(known, request)));
            return answer.build();
        } catch (Unauthenticated e) {
            return Response.status(401)
                    .entity(view(form, back, Optional.of(e.getMessage()), false))
                    .build();
        } catch (TooMany e) {
            return Response.status(429)
                    .header("Retry-After", Math.max(1, e.retryAfter().toSeconds()))
                    .entity(view(form, back, Optional.of(e.getMessage()), false))
                    .build();
        }
    }

    private View view(Form form, String back, Optional<String> failure, boolean ended) {
        return new View(
                "Sign in",
                Parts.TEMPLATES,
                "signin.jte",
                Map.of(
                        "form", form,
                        "back", back,
                        "failure", failure,
                        "ended", ended,
                        "setUp", signIn.setUpNeeded(),
                        "notice", notice));
    }

    private static Form form() {
        return Form.of(
                        Field.text("login", "Sign-in name")
                                .must()
                                .atMost(60)
                                .completedAs("username"),
                        Field.of(Field.Kind.PASSWORD, "password", "Password")
                                .must()
                                .completedAs("current-password"))
                .filled(0, Map.<String, List<String>>of());
    }
}
