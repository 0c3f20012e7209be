package org.tieline.change.internal.page.list;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_PLAN;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.Changes;
import org.tieline.change.internal.list.SavedViews;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.Choice;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** The list of changes. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ChangePages implements PageResource {
    private final Changes changes;
    private final SavedViews views;
    private final PageCenters centers;

    @Activate
    public ChangePages(
            @Reference Changes changes,
            @Reference SavedViews views,
            @Reference PageCenters centers) {
        this.changes = changes;
        this.views = views;
        this.centers = centers;
    }

    @GET
    public View list(@Context Caller caller, @BeanParam ChangeQuery query) {
        Lists list = query.list();
        Page<ChangeEntry> page =
                changes.list(caller, query.filter(caller), Lists.page(query.cursor));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("query", query);
        parameters.put("filtered", list.filtered());
        parameters.put("next", list.next(page));
        parameters.put("export", list.at(ChangeViews.PATH + "/export"));
        parameters.put("writable", !centers.choices(caller, CHANGE_DRAFT).isEmpty());
        List<Choice> readable = centers.choices(caller, CHANGE_READ);
        parameters.put("columns", query.columns(readable.size()));
        parameters.put("centers", readable);
        parameters.put("views", views.of(caller));
        parameters.put("sharers", centers.choices(caller, CHANGE_DRAFT));
        parameters.put("bulk", !centers.choices(caller, CHANGE_PLAN).isEmpty());
        parameters.put("names", centers.names(caller));
        return ChangeViews.view("Changes", "changes", parameters);
    }
}
