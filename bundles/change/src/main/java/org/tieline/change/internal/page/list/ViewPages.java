package org.tieline.change.internal.page.list;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.list.SavedViews;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;

/** Keeping and removing views of the list of changes. */
@Component(service = PageResource.class)
@Path(ViewPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ViewPages implements PageResource {
    static final String PATH = ChangeViews.PATH + "/views";

    private final SavedViews views;

    @Activate
    public ViewPages(@Reference SavedViews views) {
        this.views = views;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @Context Caller caller,
            @FormParam("name") String name,
            @FormParam("shared") String center,
            @FormParam("query") String query) {
        String of = Optional.ofNullable(query).orElse("");
        String back = ChangeViews.PATH + (of.isEmpty() ? "" : "?" + of);
        try {
            String called = Optional.ofNullable(name).map(String::strip).orElse("");
            views.save(caller, Lists.given(center), called, of);
            return SeeOther.page(back, "The view \"" + called + "\" was saved.");
        } catch (Invalid refusal) {
            return SeeOther.page(
                    ChangeViews.PATH, "The name " + refusal.errors().get(0).message() + ".");
        } catch (Conflict refusal) {
            return SeeOther.page(back, refusal.getMessage());
        }
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        views.remove(caller, id);
        return SeeOther.page(ChangeViews.PATH, "The view was removed.");
    }
}
