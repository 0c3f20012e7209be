package org.tieline.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.KeyReused;
import org.tieline.http.CurrentRequest;
import org.tieline.http.Json;
import org.tieline.rest.Members;

/**
 * Takes the {@code Idempotency-Key} of a POST into the caller, so that the store does the write
 * once however often the request comes, and keeps the answer for who sends it again. An answer that
 * says {@code no-store}, as it shows a secret, is not kept: a resource then answers without the
 * secret. Neither is one that a crash came before, in the moment until it is written; the resource
 * then answers with the present state.
 */
@Provider
public final class OnceOnly implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(OnceOnly.class);
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,200}");
    private static final int MOST_CHARACTERS = 200_000;

    private final KeptAnswers answers;

    @Context private HttpServletRequest request;

    OnceOnly(KeptAnswers answers) {
        this.answers = answers;
    }

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
        Idempotency write = new Idempotency(key, fingerprint(context, body));
        Optional<KeptAnswers.Kept> kept = answers.find(current.caller(), key);
        if (kept.isPresent()) {
            if (!kept.get().fingerprint().equals(write.fingerprint())) {
                throw new KeyReused(key);
            }
            context.abortWith(again(kept.get()));
            return;
        }
        current.as(current.caller().once(write)).keepIn(request);
    }

    private static Response again(KeptAnswers.Kept kept) {
        Response.ResponseBuilder answer =
                Response.status(kept.status()).header(Members.REPLAYED, true);
        kept.location().ifPresent(location -> answer.header(HttpHeaders.LOCATION, location));
        kept.tag().ifPresent(tag -> answer.header(HttpHeaders.ETAG, tag));
        kept.body()
                .ifPresent(
                        body ->
                                answer.entity(body.getBytes(StandardCharsets.UTF_8))
                                        .type(MediaType.APPLICATION_JSON));
        return answer.build();
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        Caller caller = CurrentRequest.of(request).caller();
        if (caller.idempotency().isEmpty() || !keepable(response)) {
            return;
        }
        Idempotency write = caller.idempotency().get();
        try {
            Optional<String> body =
                    response.hasEntity()
                            ? Optional.of(Json.mapper().writeValueAsString(response.getEntity()))
                            : Optional.empty();
            if (body.map(String::length).orElse(0) <= MOST_CHARACTERS) {
                answers.keep(
                        caller,
                        write,
                        new KeptAnswers.Kept(
                                write.fingerprint(),
                                response.getStatus(),
                                header(response, HttpHeaders.LOCATION),
                                header(response, HttpHeaders.ETAG),
                                body));
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // what was asked for is done; only a repeat gets the present state in place of this
            LOG.warn("The answer under an Idempotency-Key could not be kept", e);
        }
    }

    private static boolean keepable(ContainerResponseContext response) {
        boolean json =
                !response.hasEntity()
                        || response.getMediaType() != null
                                && MediaType.APPLICATION_JSON_TYPE.isCompatible(
                                        response.getMediaType())
                                && !(response.getEntity() instanceof byte[]);
        return response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                && json
                && response.getHeaderString(Members.REPLAYED) == null
                && !header(response, HttpHeaders.CACHE_CONTROL).orElse("").contains("no-store");
    }

    private static Optional<String> header(ContainerResponseContext response, String name) {
        return Optional.ofNullable(response.getHeaderString(name));
    }

    private String fingerprint(ContainerRequestContext context, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString();
            String head =
                    context.getMethod()
                            + " "
                            + request.getRequestURI()
                            + (query == null ? "" : "?" + query)
                            + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
