package org.tieline.assets.internal.page;

import static org.tieline.assets.internal.AssetOperations.ASSET_EDIT;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.error.Invalid;
import org.tieline.assets.internal.AssetFiles;
import org.tieline.assets.internal.ImportReport;
import org.tieline.assets.internal.RowFault;
import org.tieline.http.BodyLimit;
import org.tieline.web.Choice;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.View;

/** Taking in a file: checked first, then imported. */
@Component(service = PageResource.class)
@Path(MapParts.PATH + "/import")
@Produces(MediaType.TEXT_HTML)
@BodyLimit(AssetFiles.MAX_BYTES)
public final class ImportPages implements PageResource {
    private static final String CSV = "text/csv";

    private final AssetFiles files;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public ImportPages(
            @Reference AssetFiles files, @Reference PageCenters centers, @Reference Access access) {
        this.files = files;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View show(@Context Caller caller, @QueryParam("center") String center) {
        List<Choice> choices = centers.choices(caller, ASSET_EDIT);
        Optional<String> chosen = centers.chosen(center, choices);
        if (chosen.isEmpty()) {
            access.require(caller, ASSET_EDIT, Caller.EVERYWHERE, Asset.ref("import"));
        }
        return page(caller, chosen.orElse(""), "", Optional.empty(), true);
    }

    /** What was pasted. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pasted(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String text = Optional.ofNullable(sent.getFirst("text")).orElse("");
        String center = Optional.ofNullable(sent.getFirst("center")).orElse("");
        boolean check = !"import".equals(sent.getFirst("do"));
        return answer(caller, center, text.getBytes(StandardCharsets.UTF_8), check, text);
    }

    /** A file that was chosen, as it is. */
    @POST
    @Consumes(CSV)
    public Response chosen(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("do") String what,
            byte[] content) {
        return answer(
                caller,
                Optional.ofNullable(center).orElse(""),
                content,
                !"import".equals(what),
                "");
    }

    private Response answer(
            Caller caller, String center, byte[] content, boolean check, String text) {
        ImportReport report;
        try {
            report = files.read(caller, center, content, check);
        } catch (Invalid e) {
            report =
                    new ImportReport(
                            0,
                            0,
                            0,
                            0,
                            e.errors().stream()
                                    .map(error -> new RowFault(0, "", error.message()))
                                    .toList(),
                            0);
        }
        return Response.status(report.good() ? 200 : 400)
                .entity(page(caller, center, text, Optional.of(report), check))
                .build();
    }

    private View page(
            Caller caller,
            String center,
            String text,
            Optional<ImportReport> report,
            boolean check) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("centers", centers.choices(caller, ASSET_EDIT));
        parameters.put("center", center);
        parameters.put("text", text);
        parameters.put("report", report);
        parameters.put("check", check);
        return MapParts.view("Import", "import", parameters).under(MapParts.LIST);
    }
}
