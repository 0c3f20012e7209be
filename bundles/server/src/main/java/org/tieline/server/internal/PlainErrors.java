package org.tieline.server.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the web server itself answers: a problem document for programs, a line for people. */
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        boolean api =
                request.getHttpURI().getCanonicalPath() != null
                        && request.getHttpURI().getCanonicalPath().startsWith("/api/");
        String title = HttpStatus.getMessage(status);
        String body =
                api
                        ? "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                                .formatted(title, status, sentence(status))
                        : "<!doctype html><html lang=\"en\"><title>%s</title><p>%s</p></html>"
                                .formatted(title, sentence(status));
        response.getHeaders()
                .put(
                        HttpHeader.CONTENT_TYPE,
                        api ? "application/problem+json" : "text/html;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
        return true;
    }

    private static String sentence(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "There is nothing at this address.";
            case HttpStatus.REQUEST_TIMEOUT_408 ->
                    "The body of the request came too slowly. Try again.";
            case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                    "The server is busy or stopping. Try again in a few seconds.";
            default ->
                    status < 500
                            ? "The server does not understand this request."
                            : "The server could not answer. Try again.";
        };
    }
}
