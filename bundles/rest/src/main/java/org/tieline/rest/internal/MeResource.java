package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Caller;
import org.tieline.api.person.RoleGrant;
import org.tieline.http.CurrentRequest;
import org.tieline.rest.RestResource;

/** Who is calling. */
@Component
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource implements RestResource {
    @GET
    @Operation(summary = "Who the caller is, and the roles they hold")
    public MeView get(@Context CurrentRequest request) {
        Caller caller = request.caller();
        List<RoleGrant> roles =
                caller.roles().entrySet().stream()
                        .flatMap(
                                held ->
                                        held.getValue().stream()
                                                .map(role -> new RoleGrant(held.getKey(), role)))
                        .toList();
        return new MeView(
                caller.actor().id(),
                caller.actor().name(),
                RoleView.of(roles),
                caller.scopes().map(scopes -> scopes.stream().sorted().toList()),
                request.session()
                        .map(
                                session ->
                                        new MeView.Signed(
                                                session.center(),
                                                session.csrf(),
                                                session.idleEnd(),
                                                session.end())));
    }
}
