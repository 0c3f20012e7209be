package org.tieline.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tieline.api.error.Repeated;

/**
 * How the members of one collection are answered: with {@code ETag} when they have versions, and a
 * write that was done before under its {@code Idempotency-Key} as it was answered then.
 *
 * @param path absolute path of the collection
 * @param id a member's id
 * @param version a member's version; empty for what has none
 * @param view what the API shows of a member
 */
public record Members<T>(
        String path,
        Function<T, String> id,
        Function<T, OptionalLong> version,
        Function<T, ?> view) {
    /** Tells that an answer repeats what an earlier request did. */
    public static final String REPLAYED = "Idempotency-Replayed";

    public Members {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(view, "view");
    }

    /**
     * Answers a read: 200, or 304 if the caller has this version already.
     *
     * @throws ClientErrorException with status 412 if the caller wants another version
     */
    public Response read(Request request, T member) {
        OptionalLong present = version.apply(member);
        if (present.isPresent()) {
            EntityTag tag = Versions.tag(present.getAsLong());
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            if (unchanged != null) {
                Response answer = unchanged.tag(tag).build();
                if (answer.getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
                    throw new ClientErrorException(
                            "The record has another version than the header If-Match names.",
                            Response.Status.PRECONDITION_FAILED);
                }
                return answer;
            }
        }
        return done(member);
    }

    /** Answers a change: 200 with the member as it is now. */
    public Response done(T member) {
        return tagged(Response.ok(view.apply(member)), member).build();
    }

    /**
     * Does an action and answers it.
     *
     * @param present reads the member, for when the action was done before under the same key
     */
    public Response done(Supplier<T> action, Supplier<T> present) {
        try {
            return done(action.get());
        } catch (Repeated e) {
            T member = present.get();
            return tagged(Response.ok(view.apply(member)), member).header(REPLAYED, true).build();
        }
    }

    /**
     * Creates a member and answers it: 201 with its address.
     *
     * @param present reads the member with an id, for when it was made before under the same key
     */
    public Response created(Supplier<T> creation, Function<String, T> present) {
        try {
            return created(creation.get()).build();
        } catch (Repeated e) {
            return created(present.apply(e.record().id())).header(REPLAYED, true).build();
        }
    }

    /** Marks an answer that shows a secret: nobody keeps it. */
    public static Response secret(Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response.ResponseBuilder created(T member) {
        return tagged(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, path + "/" + id.apply(member))
                        .entity(view.apply(member)),
                member);
    }

    private Response.ResponseBuilder tagged(Response.ResponseBuilder answer, T member) {
        OptionalLong present = version.apply(member);
        return present.isPresent() ? answer.tag(Versions.tag(present.getAsLong())) : answer;
    }
}
