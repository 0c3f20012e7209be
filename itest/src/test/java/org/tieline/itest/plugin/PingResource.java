package org.tieline.itest.plugin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.tieline.rest.RestResource;

/** What a plug-in adds to the API. */
@Path("/ping")
@Produces(MediaType.APPLICATION_JSON)
public final class PingResource implements RestResource {
    @GET
    public Map<String, String> ping() {
        return Map.of("ping", "pong");
    }
}
