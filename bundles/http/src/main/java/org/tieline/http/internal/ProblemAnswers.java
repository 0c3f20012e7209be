package org.tieline.http.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.http.CurrentRequest;
import org.tieline.http.ErrorPage;
import org.tieline.http.Json;
import org.tieline.http.Problem;
import org.tieline.http.Problems;

/** Answers with problem details under {@code /api/}, with a page elsewhere. */
@Component
public final class ProblemAnswers implements Problems {
    static final String JSON_PATHS = "/api/";
    static final String PROBLEM_JSON = "application/problem+json";

    static final String TEXT = "text/plain;charset=UTF-8";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ErrorPage page;

    @Activate
    public ProblemAnswers() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    @Override
    public Response answer(Throwable failure, HttpServletRequest request) {
        Problem problem = Problem.of(failure);
        if (CallerGone.caused(failure)) {
            LOG.debug("{} broke off", request.getRequestURI(), failure);
        } else if (problem.unforeseen()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        String path = request.getRequestURI();
        ErrorPage shown = page;
        if (forMachines(path)) {
            return json(problem, request);
        }
        if (shown == null) {
            return text(problem, request);
        }
        try {
            return shown.show(problem, request);
        } catch (RuntimeException e) {
            LOG.error("The error page failed", e);
            return text(problem, request);
        }
    }

    static boolean forMachines(String path) {
        return path.startsWith(JSON_PATHS)
                || path.equals("/api")
                || path.equals("/metrics")
                || path.equals("/health")
                || path.startsWith("/health/");
    }

    @Override
    public void send(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Response answer = answer(failure, request);
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.getStatus());
        answer.getStringHeaders()
                .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        byte[] body =
                answer.getEntity() instanceof byte[] bytes
                        ? bytes
                        : String.valueOf(answer.hasEntity() ? answer.getEntity() : "")
                                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(answer::header);
        return answer;
    }

    private static Response text(Problem problem, HttpServletRequest request) {
        return answer(problem)
                .type(TEXT)
                .entity(text(problem, CurrentRequest.of(request).origin().request()))
                .build();
    }

    static byte[] text(Problem problem, String request) {
        String text = problem.title() + "\n" + problem.detail() + "\nRequest " + request + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response json(Problem problem, HttpServletRequest request) {
        return answer(problem)
                .type(PROBLEM_JSON)
                .entity(
                        json(
                                problem,
                                request.getRequestURI(),
                                CurrentRequest.of(request).origin().request()))
                .build();
    }

    static byte[] json(Problem problem, String path, String request) {
        Details details =
                new Details(
                        "/problems/" + problem.name(),
                        problem.title(),
                        problem.status(),
                        problem.detail(),
                        path,
                        request,
                        problem.errors().isEmpty() ? null : problem.errors(),
                        problem.stale().map(stale -> stale.version()).orElse(null),
                        problem.stale()
                                .map(stale -> stale.since().stream().map(Happened::of).toList())
                                .orElse(null));
        try {
            return Json.mapper().writeValueAsBytes(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the API answers; see the schema {@code Problem} of its description. */
    private record Details(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String request,
            List<org.tieline.api.error.FieldError> errors,
            Long version,
            List<Happened> changes) {}

    private record Happened(
            java.time.Instant at, String who, String action, List<Map<String, String>> fields) {
        static Happened of(org.tieline.api.journal.JournalLine line) {
            return new Happened(
                    line.at(),
                    line.actor().name(),
                    line.action(),
                    line.changes().stream().map(Happened::field).toList());
        }

        private static Map<String, String> field(org.tieline.api.FieldChange change) {
            Map<String, String> field = new java.util.LinkedHashMap<>();
            field.put("field", change.field());
            change.before().ifPresent(before -> field.put("before", before));
            change.after().ifPresent(after -> field.put("after", after));
            return field;
        }
    }
}
