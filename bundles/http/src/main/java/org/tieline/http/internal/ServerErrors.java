package org.tieline.http.internal;

import jakarta.servlet.ServletRequest;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.http.Problem;

/**
 * What the web server itself answers, before a request reaches our filters: problem details where a
 * program called or nobody can tell who did, a plain text elsewhere.
 */
final class ServerErrors extends ErrorHandler {
    private static final Logger REQUESTS = LoggerFactory.getLogger("org.tieline.request");
    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    /** Takes the place of the web server's own error pages, once. */
    static void install(ServletRequest request) {
        Server server =
                ServletContextRequest.getServletContextRequest(request)
                        .getConnectionMetaData()
                        .getConnector()
                        .getServer();
        if (!(server.getErrorHandler() instanceof ServerErrors)) {
            server.setErrorHandler(new ServerErrors());
        }
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
        String path = path(request);
        String id = RequestIds.next();
        Problem problem = problem(cause, response.getStatus());
        if (problem.unforeseen()) {
            LOG.error("{} {} failed", request.getMethod(), printable(path), cause);
        }
        response.setStatus(problem.status());
        HttpFields.Mutable headers = response.getHeaders();
        SecurityHeaders.add(headers::put);
        headers.put(RequestFilter.ID_HEADER, id);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        problem.headers().forEach(headers::put);
        boolean json = path == null || ProblemAnswers.forMachines(path);
        headers.put(
                HttpHeader.CONTENT_TYPE, json ? ProblemAnswers.PROBLEM_JSON : ProblemAnswers.TEXT);
        byte[] body =
                json
                        ? ProblemAnswers.json(problem, printable(path), id)
                        : ProblemAnswers.text(problem, id);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        REQUESTS.info(
                "{} {} {} request={}", request.getMethod(), printable(path), problem.status(), id);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    static Problem problem(Throwable cause, int status) {
        if (cause == null && status == 503) {
            return Problem.of(Problem.failure(status));
        }
        if (cause instanceof HttpException || status >= 400 && status < 500) {
            return Problem.unreadable(cause instanceof HttpException e ? e.getCode() : status);
        }
        return Problem.of(cause);
    }

    /** Null if nobody can tell: the web server puts a path of its own in the place of a bad one. */
    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null || path.equals("/badMessage") || path.equals("/badURI") ? null : path;
    }

    private static String printable(String path) {
        if (path == null) {
            return null;
        }
        String text = path.replaceAll("[^\\x21-\\x7e]", "?");
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }
}
