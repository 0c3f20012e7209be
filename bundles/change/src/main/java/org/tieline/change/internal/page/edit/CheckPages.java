package org.tieline.change.internal.page.edit;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.Changes;
import org.tieline.change.internal.page.part.ChangeNames;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.Form;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** What the form of a change asks for while somebody types. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH + "/check")
@Produces(MediaType.TEXT_HTML)
public final class CheckPages implements PageResource {
    private final Changes changes;
    private final ChangeFormMapper changeFormMapper;
    private final ChangeNames names;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public CheckPages(
            @Reference Changes changes,
            @Reference ChangeFormMapper changeFormMapper,
            @Reference ChangeNames names,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.changes = changes;
        this.changeFormMapper = changeFormMapper;
        this.names = names;
        this.centers = centers;
        this.access = access;
    }

    /** What the draft would mean if it were saved now. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public View check(@Context Caller caller, MultivaluedMap<String, String> sent) {
        Optional<Change> before =
                Lists.given(sent.getFirst("id")).map(id -> changes.get(caller, id));
        String center =
                before.map(Change::center)
                        .orElse(Optional.ofNullable(sent.getFirst("center")).orElse(""));
        access.require(caller, CHANGE_DRAFT, center, Change.ref("new"));
        Form form =
                ChangeForm.empty(List.of(), Lists.given(sent.getFirst("model")).isPresent())
                        .sent(sent);
        return ChangeViews.view(
                        "What it would mean",
                        "check",
                        Map.of(
                                "check",
                                changeFormMapper.check(caller, center, before, form),
                                "zone",
                                centers.zone(center)))
                .under(ChangeViews.LIST);
    }

    /** Names on a center's map, for a field that is being filled in. */
    @GET
    @Path("names")
    public View names(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("name") String text) {
        List<String> found =
                Lists.given(center)
                        .map(
                                id ->
                                        names.suggested(
                                                caller, id, Optional.ofNullable(text).orElse("")))
                        .orElse(List.of());
        return ChangeViews.view("Names", "assetnames", Map.of("names", found))
                .under(ChangeViews.LIST);
    }
}
