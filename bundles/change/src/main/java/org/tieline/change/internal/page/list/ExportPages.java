package org.tieline.change.internal.page.list;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.Changes;
import org.tieline.change.internal.list.ChangeCsv;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.PageResource;

/** What the list of changes shows, as a file. */
@Component(service = PageResource.class)
@Path(ChangeViews.PATH + "/export")
public final class ExportPages implements PageResource {
    private final Changes changes;

    @Activate
    public ExportPages(@Reference Changes changes) {
        this.changes = changes;
    }

    @GET
    public Response export(@Context Caller caller, @BeanParam ChangeQuery query) {
        ChangeFilter filter = query.filter(caller);
        changes.list(caller, filter, new PageRequest(1, Optional.empty()));
        StreamingOutput rows = out -> ChangeCsv.write(changes, caller, filter, out);
        return Response.ok(rows, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"changes.csv\"")
                .build();
    }
}
