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
    private final PageFrame pageFrame;

    @Activate
    public ErrorPages(@Reference PageFrame pageFrame) {
        this.pageFrame = pageFrame;
    }

    @Override
    public Response show(Problem problem, HttpServletRequest request) {
        boolean script = request.getHeader("HX-Request") != null;
        boolean signedIn = CurrentRequest.of(request).session().isPresent();
        if (problem.status() == 401 && !signedIn && !script) {
            String back = request.getMethod().equals("GET") ? BackPath.of(request) : "/";
            return Response.seeOther(URI.create(BackPath.signIn(back))).build();
        }
        ErrorMessage errorMessage = ErrorMessage.of(problem);
        View view =
                new View(
                        errorMessage.title(),
                        Parts.TEMPLATES,
                        "error.jte",
                        Map.of(
                                "trouble", errorMessage,
                                "signedIn", signedIn,
                                "request", CurrentRequest.of(request).origin().request()));
        Response.ResponseBuilder answer =
                Response.status(problem.status())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .type("text/html;charset=UTF-8")
                        .entity(pageFrame.page(view, request, true));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
