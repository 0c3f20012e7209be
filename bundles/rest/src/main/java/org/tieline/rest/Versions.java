package org.tieline.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** The version of a record as an entity tag: version 7 is {@code "7"}. */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Reads the version that a change is meant for.
     *
     * @param ifMatch the header {@code If-Match}; null if it is missing
     * @throws ClientErrorException with status 428 if it is missing
     * @throws Invalid if it is not one entity tag as {@code ETag} gave it
     */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ClientErrorException(
                    "Say which version you are changing: send the ETag you read as If-Match.",
                    Response.Status.PRECONDITION_REQUIRED);
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new Invalid(
                    new FieldError(
                            "If-Match",
                            "must be the ETag that was read, such as \"7\" with its quotes"));
        }
        return Long.parseLong(matcher.group(1));
    }
}
