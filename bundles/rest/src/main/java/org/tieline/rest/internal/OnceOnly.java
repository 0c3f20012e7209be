package org.tieline.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.http.CurrentRequest;

/**
 * Takes the {@code Idempotency-Key} of a POST into the caller, so that the store does the write
 * once however often the request comes.
 */
@Provider
public final class OnceOnly implements ContainerRequestFilter {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,200}");

    @Context private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        String key = context.getHeaderString(HEADER);
        if (key == null || !context.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        if (!KEY.matcher(key).matches() || key.isBlank()) {
            throw new Invalid(
                    new FieldError(HEADER, "must be 1 to 200 printable ASCII characters"));
        }
        byte[] body = context.getEntityStream().readAllBytes();
        context.setEntityStream(new ByteArrayInputStream(body));
        CurrentRequest current = CurrentRequest.of(request);
        current.as(current.caller().once(new Idempotency(key, fingerprint(context, body))))
                .keepIn(request);
    }

    private String fingerprint(ContainerRequestContext context, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = context.getMethod() + " " + request.getRequestURI() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
