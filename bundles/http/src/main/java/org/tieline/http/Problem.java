package org.tieline.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Gone;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.KeyReused;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Repeated;
import org.tieline.api.error.Stale;
import org.tieline.api.error.TooMany;
import org.tieline.api.error.Unauthenticated;
import org.tieline.api.error.Unavailable;

/**
 * Why a request was not done: the one place that gives each refusal its HTTP status.
 *
 * @param name names the kind of problem, such as {@code stale}; the API's {@code type} is {@code
 *     /problems/} and this
 * @param status HTTP status
 * @param title what kind of problem it is; the same for all of the kind
 * @param detail a sentence for the person who asked
 * @param headers headers that the answer must carry, such as {@code Allow}
 * @param errors the faulty fields, if it is about fields
 * @param stale the refusal of an outdated version, if it is one
 */
public record Problem(
        String name,
        int status,
        String title,
        String detail,
        Map<String, String> headers,
        List<FieldError> errors,
        Optional<Stale> stale) {
    public Problem {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        headers = Map.copyOf(headers);
        errors = List.copyOf(errors);
        Objects.requireNonNull(stale, "stale");
    }

    /** Tells whether nobody foresaw it. */
    public boolean unforeseen() {
        return status == 500;
    }

    /** Finds out what a failure, or what caused it, means for the one who asked. */
    public static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return of(refusal);
            }
            if (cause instanceof BodyTooLarge) {
                return plain("too-large", 413, "The request is too large", cause.getMessage());
            }
            if (cause instanceof HttpException unread) {
                return unreadable(unread.getCode());
            }
            if (cause instanceof BodyBroken) {
                return plain("invalid", 400, "The input is not acceptable", cause.getMessage());
            }
        }
        if (failure instanceof WebApplicationException e && e.getResponse().getStatus() != 500) {
            return of(e);
        }
        return plain(
                "error",
                500,
                "Something went wrong",
                "Tieline could not do this. What happened is in its log under this request's id.");
    }

    /**
     * What the web server could not read. A status that would blame us for what was sent, such as
     * that of an unknown version of HTTP, becomes 400.
     *
     * @param status what the web server would answer
     */
    public static Problem unreadable(int status) {
        return of(failure(status < 500 ? status : 400));
    }

    /**
     * What a servlet leaves to the web server to say.
     *
     * @param status that of the answer; 501, which servlets give for unknown methods, becomes 405
     */
    public static WebApplicationException failure(int status) {
        return new WebApplicationException(Response.status(status == 501 ? 405 : status).build());
    }

    private static Problem of(Refusal refusal) {
        String detail = refusal.getMessage();
        if (refusal instanceof Invalid invalid) {
            return new Problem(
                    "invalid",
                    400,
                    "The input is not acceptable",
                    detail,
                    Map.of(),
                    invalid.errors(),
                    Optional.empty());
        } else if (refusal instanceof Unauthenticated) {
            return plain("unauthenticated", 401, "Sign in first", detail)
                    .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else if (refusal instanceof Forbidden) {
            return plain("forbidden", 403, "Not allowed", detail);
        } else if (refusal instanceof NotFound) {
            return plain("not-found", 404, "Not found", detail);
        } else if (refusal instanceof Gone) {
            return plain("gone", 410, "The file is missing", detail);
        } else if (refusal instanceof Conflict || refusal instanceof Repeated) {
            return plain("conflict", 409, "It does not fit the present state", detail);
        } else if (refusal instanceof Stale stale) {
            return new Problem(
                    "stale",
                    412,
                    "Somebody changed it meanwhile",
                    detail,
                    Map.of(),
                    List.of(),
                    Optional.of(stale));
        } else if (refusal instanceof KeyReused) {
            return plain("key-reused", 422, "The idempotency key was used before", detail);
        } else if (refusal instanceof TooMany tooMany) {
            return plain("too-many", 429, "Too many attempts", detail)
                    .with(HttpHeaders.RETRY_AFTER, seconds(tooMany.retryAfter()));
        } else if (refusal instanceof Unavailable unavailable) {
            boolean full = unavailable.reason() == Unavailable.Reason.FULL;
            Problem problem =
                    plain(
                            full ? "full" : "unavailable",
                            full ? 507 : 503,
                            full ? "No space is left" : "Not available at the moment",
                            detail);
            return full ? problem : problem.with(HttpHeaders.RETRY_AFTER, "5");
        }
        return plain("refused", 400, "Not done", detail);
    }

    private static Problem of(WebApplicationException e) {
        Response response = e.getResponse();
        int status = response.getStatus();
        String given = e.getMessage() == null ? "" : e.getMessage();
        boolean said = !given.isBlank() && !given.startsWith("HTTP " + status);
        Problem problem =
                switch (status) {
                    case 400 ->
                            plain(
                                    "invalid",
                                    400,
                                    "The input is not acceptable",
                                    said
                                            ? given
                                            : "The address, a header or the body is not as HTTP"
                                                    + " wants it. Check the request.");
                    case 403 -> plain("forbidden", 403, "Not allowed", given);
                    case 404 ->
                            plain(
                                    "not-found",
                                    404,
                                    "Not found",
                                    said ? given : "There is nothing at this address.");
                    case 405 ->
                            plain(
                                    "method-not-allowed",
                                    405,
                                    "The method is not allowed here",
                                    Optional.ofNullable(response.getHeaderString(HttpHeaders.ALLOW))
                                            .map(allowed -> "This address knows: " + allowed + ".")
                                            .orElse("This address does not know the method."));
                    case 406 ->
                            plain(
                                    "not-acceptable",
                                    406,
                                    "No acceptable form",
                                    said
                                            ? given
                                            : "This address cannot answer in a form that the Accept"
                                                    + " header names.");
                    case 408 ->
                            plain(
                                    "timeout",
                                    408,
                                    "The request took too long",
                                    said ? given : "Send the whole request without pauses.");
                    case 413 ->
                            plain(
                                    "too-large",
                                    413,
                                    "The request is too large",
                                    said ? given : "Send less at once.");
                    case 414 ->
                            plain(
                                    "address-too-long",
                                    414,
                                    "The address is too long",
                                    said
                                            ? given
                                            : "Shorten the address, such as what follows the"
                                                    + " question mark.");
                    case 415 ->
                            plain(
                                    "unsupported-media-type",
                                    415,
                                    "The body's type is not supported",
                                    said
                                            ? given
                                            : "Send the body in the type that this address takes,"
                                                    + " and name it in the Content-Type header.");
                    case 428 ->
                            plain("precondition-required", 428, "The version is missing", given);
                    case 431 ->
                            plain(
                                    "headers-too-large",
                                    431,
                                    "The headers are too large",
                                    said ? given : "Send fewer or shorter headers or cookies.");
                    case 503 ->
                            plain(
                                    "unavailable",
                                    503,
                                    "Not available at the moment",
                                    said
                                            ? given
                                            : "The server is busy or stopping. Try again in a few"
                                                    + " seconds.");
                    default -> plain("refused", status, "Not done", given);
                };
        for (String name : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER)) {
            String value = response.getHeaderString(name);
            if (value != null) {
                problem = problem.with(name, value);
            }
        }
        return problem;
    }

    private static Problem plain(String name, int status, String title, String detail) {
        return new Problem(name, status, title, detail, Map.of(), List.of(), Optional.empty());
    }

    private Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(name, status, title, detail, more, errors, stale);
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
