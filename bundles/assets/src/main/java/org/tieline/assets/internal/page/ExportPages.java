package org.tieline.assets.internal.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.assets.internal.AssetFiles;
import org.tieline.web.PageResource;

/** A center's own assets as a file. */
@Component(service = PageResource.class)
@Path(MapParts.PATH + "/export")
public final class ExportPages implements PageResource {
    private final AssetFiles files;

    @Activate
    public ExportPages(@Reference AssetFiles files) {
        this.files = files;
    }

    @GET
    public Response export(@Context Caller caller, @QueryParam("center") String center) {
        String wanted = Optional.ofNullable(center).orElse("");
        files.requireRead(caller, wanted);
        StreamingOutput rows = out -> files.write(caller, wanted, out);
        return Response.ok(rows, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + wanted + "-assets.csv\"")
                .build();
    }
}
