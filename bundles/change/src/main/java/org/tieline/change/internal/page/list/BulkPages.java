package org.tieline.change.internal.page.list;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.lifecycle.Bulk;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.change.internal.page.part.SubmittedAction;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** One move for several changes of the list, and what became of each. */
@Component(service = PageResource.class)
@Path(BulkPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class BulkPages implements PageResource {
    static final String PATH = ChangeViews.PATH + "/bulk";

    private final Bulk bulk;

    @Activate
    public BulkPages(@Reference Bulk bulk) {
        this.bulk = bulk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@Context Caller caller, MultivaluedMap<String, String> sent) {
        List<String> ids = sent.getOrDefault("change", List.of());
        if (ids.isEmpty()) {
            return SeeOther.page(ChangeViews.PATH, "Tick the changes first.");
        }
        try {
            List<Bulk.Result> results = bulk.move(caller, ids, SubmittedAction.of(sent).move());
            View view =
                    ChangeViews.view("What became of each", "bulk", Map.of("results", results))
                            .under(ChangeViews.LIST);
            return view.at(200);
        } catch (Invalid refusal) {
            return SeeOther.page(ChangeViews.PATH, refusal.errors().get(0).message());
        }
    }
}
