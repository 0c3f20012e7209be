package org.tieline.web.internal.position;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.NewPosition;
import org.tieline.api.person.Position;
import org.tieline.api.person.Positions;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.signin.Session;
import org.tieline.http.Cookies;
import org.tieline.http.CurrentRequest;
import org.tieline.web.Field;
import org.tieline.web.Form;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;
import org.tieline.web.internal.CenterChoices;
import org.tieline.web.internal.Directory;
import org.tieline.web.internal.Parts;

/** The workstations on the dispatch floor. */
@Component(service = PageResource.class)
@Path("/positions")
@Produces(MediaType.TEXT_HTML)
public final class PositionPages implements PageResource {
    private final Positions positions;
    private final Centers centers;
    private final Access access;
    private final Cookies cookies;

    @Activate
    public PositionPages(
            @Reference Positions positions,
            @Reference Centers centers,
            @Reference Access access,
            @Reference Cookies cookies) {
        this.positions = positions;
        this.centers = centers;
        this.access = access;
        this.cookies = cookies;
    }

    @GET
    public View list(@Context CurrentRequest request, @QueryParam("cursor") String cursor) {
        Directory directory = Directory.of(centers, request.caller());
        String home =
                request.session()
                        .map(Session::center)
                        .filter(center -> !center.equals(Caller.EVERYWHERE))
                        .orElse("");
        Form form = form(directory).filled(0, Map.of("center", List.of(home)));
        return view(request, directory, form, Lists.page(cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(@Context CurrentRequest request, MultivaluedMap<String, String> sent) {
        Directory directory = Directory.of(centers, request.caller());
        Form form = form(directory).sent(sent);
        try {
            NewPosition made =
                    positions.mark(
                            request.caller(),
                            directory.id(form.value("center")),
                            form.value("name"));
            return Response.fromResponse(
                            SeeOther.page(
                                    "/positions",
                                    "This workstation is the dispatch position "
                                            + made.position().name()
                                            + " now. It does not lock when idle any more."))
                    .cookie(cookies.position(made.secret(), request))
                    .build();
        } catch (Invalid e) {
            return view(request, directory, form.refused(e), PageRequest.FIRST).at(400);
        } catch (NotFound e) {
            Form refused = form.refused("center", "must be one where you may mark positions");
            return view(request, directory, refused, PageRequest.FIRST).at(400);
        }
    }

    @POST
    @Path("{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@Context Caller caller, @PathParam("id") String id) {
        Position revoked = positions.revoke(caller, id);
        return SeeOther.page(
                "/positions", revoked.name() + " is no longer marked as a dispatch position.");
    }

    private View view(CurrentRequest request, Directory directory, Form form, PageRequest wanted) {
        Page<Position> page = positions.list(request.caller(), Optional.empty(), wanted);
        return new View(
                "Dispatch positions",
                Parts.TEMPLATES,
                "positions.jte",
                Map.of(
                        "page", page,
                        "directory", directory,
                        "form", form,
                        "here",
                                request.session()
                                        .map(session -> session.idleEnd().isEmpty())
                                        .orElse(false),
                        "next", new Lists("/positions").next(page)));
    }

    private Form form(Directory directory) {
        CenterChoices floors =
                directory
                        .choices(access, PlatformOperations.POSITION_EDIT)
                        .without(Set.of(Caller.EVERYWHERE));
        return Form.of(
                Field.text("name", "Name of this position")
                        .must()
                        .atMost(60)
                        .hinted("What the floor calls it, such as Fire 2."),
                floors.field("center", "Center").must());
    }
}
