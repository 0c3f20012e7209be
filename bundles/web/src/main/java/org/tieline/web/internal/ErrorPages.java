package org.tieline.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.http.CurrentRequest;
import org.tieline.http.ErrorPage;
import org.tieline.http.Problem;
import org.tieline.web.View;

/** What went wrong, in the frame and in plain words. */
@Component
public final class ErrorPages implements ErrorPage {
    private final Frames frames;

    @Activate
    public ErrorPages(@Reference Frames frames) {
        this.frames = frames;
    }

    @Override
    public Response show(Problem problem, HttpServletRequest request) {
        boolean script = request.getHeader("HX-Request") != null;
        boolean signedIn = CurrentRequest.of(request).session().isPresent();
        if (problem.status() == 401 && !signedIn && !script) {
            String back = request.getMethod().equals("GET") ? BackPath.of(request) : "/";
            return Response.seeOther(URI.create(BackPath.signIn(back))).build();
        }
        Trouble trouble = Trouble.of(problem);
        View view =
                new View(
                        trouble.title(),
                        Parts.TEMPLATES,
                        "error.jte",
                        Map.of(
                                "trouble", trouble,
                                "signedIn", signedIn,
                                "request", CurrentRequest.of(request).origin().request()));
        Response.ResponseBuilder answer =
                Response.status(problem.status())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .type("text/html;charset=UTF-8")
                        .entity(frames.page(view, request, true));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
