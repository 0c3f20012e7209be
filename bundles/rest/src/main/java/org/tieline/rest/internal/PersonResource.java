package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Repeated;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.http.PublicUrl;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** The people. */
@Component
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonResource implements RestResource {
    private static final Members<Person> MEMBERS =
            new Members<>(
                    RestApi.PATH + "/people",
                    Person::id,
                    person -> OptionalLong.of(person.version()),
                    PersonView::of);

    private final People people;
    private final PublicUrl url;

    @Activate
    public PersonResource(@Reference People people, @Reference PublicUrl url) {
        this.people = people;
        this.url = url;
    }

    @GET
    @Asks("person.read")
    @Operation(summary = "The people of the centers within reach, by login")
    public Listing<PersonView> list(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("text") String text,
            @BeanParam Paging paging) {
        return Listing.of(
                people.list(caller, Parameters.text(center), Parameters.text(text), paging.page()),
                PersonView::of);
    }

    @POST
    @Asks("person.edit")
    @Operation(summary = "Adds a person, who can sign in once invited")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response create(@Context Caller caller, PersonInput person) {
        return MEMBERS.created(
                () -> people.create(caller, person.draft()), id -> people.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("person.read")
    @Operation(summary = "One person")
    @ApiResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, people.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("person.edit")
    @Operation(summary = "Changes a person")
    @ApiResponse(
            responseCode = "200",
            description = "The person as they are now",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            PersonInput person) {
        return MEMBERS.done(people.update(caller, id, Versions.required(version), person.draft()));
    }

    @POST
    @Path("/{id}/unlock")
    @Consumes(MediaType.WILDCARD)
    @Asks("person.edit")
    @Operation(summary = "Releases a locked sign-in")
    @ApiResponse(
            responseCode = "200",
            description = "The person as they are now",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response unlock(@Context Caller caller, @PathParam("id") String id) {
        return MEMBERS.done(() -> people.unlock(caller, id), () -> people.get(caller, id));
    }

    @POST
    @Path("/{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    @Asks("person.edit")
    @Operation(summary = "Makes a one-time code for choosing a password; ends an earlier one")
    @ApiResponse(
            responseCode = "201",
            description = "The code, shown this once",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public Response invite(@Context Caller caller, @PathParam("id") String id) {
        try {
            String code = people.invite(caller, id);
            String base = url.publicUrl().map(URI::toString).orElse("");
            return invited(
                    new InvitationView(
                            Optional.of(code), Optional.of(base + "/password?code=" + code)));
        } catch (Repeated e) {
            return Response.fromResponse(
                            invited(new InvitationView(Optional.empty(), Optional.empty())))
                    .header(Members.REPLAYED, true)
                    .build();
        }
    }

    private static Response invited(InvitationView invitation) {
        return Members.secret(Response.status(Response.Status.CREATED).entity(invitation).build());
    }
}
