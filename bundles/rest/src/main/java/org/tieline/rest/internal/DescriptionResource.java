package org.tieline.rest.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The API's own description; names no data, so that anybody may read it. */
@Path("/openapi.json")
public final class DescriptionResource {
    private final Description description;

    DescriptionResource(Description description) {
        this.description = description;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] read() {
        return description.json();
    }
}
