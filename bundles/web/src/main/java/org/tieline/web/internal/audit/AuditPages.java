package org.tieline.web.internal.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Invalid;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;
import org.tieline.api.person.People;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.signin.Session;
import org.tieline.http.JournalCsv;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.View;
import org.tieline.web.internal.Directory;
import org.tieline.web.internal.HomeZone;
import org.tieline.web.internal.Parts;

/** The audit trail: what happened, when, by whom, and whether the journal still holds. */
@Component(service = PageResource.class)
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
public final class AuditPages implements PageResource {
    private final Journal journal;
    private final Centers centers;
    private final Access access;
    private final HomeZone zones;
    private final Actors actors;

    @Activate
    public AuditPages(
            @Reference Journal journal,
            @Reference Centers centers,
            @Reference Access access,
            @Reference HomeZone zones,
            @Reference People people,
            @Reference ServiceAccounts accounts) {
        this.journal = journal;
        this.centers = centers;
        this.access = access;
        this.zones = zones;
        this.actors = new Actors(people, accounts, access);
    }

    @GET
    public Response list(
            @Context Caller caller,
            @Context Session session,
            @BeanParam AuditQuery query,
            @QueryParam("cursor") String cursor) {
        ZoneId zone = zones.of(session);
        Directory directory = Directory.of(centers, caller);
        Map<String, Object> parameters = parameters(directory, query, zone);
        try {
            Page<JournalLine> page =
                    journal.list(
                            caller, filter(caller, directory, query, zone), Lists.page(cursor));
            parameters.put("page", page);
            parameters.put("next", query.address("/audit").next(page));
            return Response.ok(view(parameters)).build();
        } catch (Invalid e) {
            parameters.put("faults", e.errors());
            return view(parameters).at(400);
        }
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public View verify(
            @Context Caller caller, @Context Session session, @FormParam("center") String center) {
        AuditQuery query = AuditQuery.of(center);
        ZoneId zone = zones.of(session);
        Directory directory = Directory.of(centers, caller);
        Verification verification = journal.verify(caller, Lists.given(center).map(directory::id));
        Page<JournalLine> page =
                journal.list(caller, filter(caller, directory, query, zone), Lists.page(null));
        Map<String, Object> parameters = parameters(directory, query, zone);
        parameters.put("page", page);
        parameters.put("next", query.address("/audit").next(page));
        parameters.put("verification", Optional.of(verification));
        return view(parameters);
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(
            @Context Caller caller, @Context Session session, @BeanParam AuditQuery query) {
        JournalFilter filter =
                filter(caller, Directory.of(centers, caller), query, zones.of(session));
        journal.list(caller, filter, Lists.page(null));
        StreamingOutput lines = out -> JournalCsv.write(journal, caller, filter, out);
        return Response.ok(lines, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private JournalFilter filter(
            Caller caller, Directory directory, AuditQuery query, ZoneId zone) {
        return query.filter(zone, directory::id, typed -> actors.id(caller, typed));
    }

    private Map<String, Object> parameters(Directory directory, AuditQuery query, ZoneId zone) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("query", query);
        parameters.put("zone", zone);
        parameters.put("directory", directory);
        parameters.put("choices", directory.choices(access, PlatformOperations.JOURNAL_READ));
        parameters.put("page", new Page<JournalLine>(List.of(), Optional.empty()));
        parameters.put("next", Optional.empty());
        parameters.put("faults", List.of());
        parameters.put("verification", Optional.empty());
        parameters.put("export", query.address("/audit").at("/audit/export"));
        return parameters;
    }

    private static View view(Map<String, Object> parameters) {
        return new View("Audit", Parts.TEMPLATES, "audit.jte", parameters);
    }
}
