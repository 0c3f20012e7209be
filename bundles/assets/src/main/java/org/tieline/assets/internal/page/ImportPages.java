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
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
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
import org.tieline.assets.internal.AssetMapping;
import org.tieline.assets.internal.ImportReport;
import org.tieline.core.imports.Preview;
import org.tieline.core.imports.RowFault;
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
        return page(caller, chosen.orElse(""), "", Optional.empty(), true, Optional.empty());
    }

    /** What was pasted. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pasted(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String text = given(sent.getFirst("text"));
        return answer(caller, sent, text.getBytes(StandardCharsets.UTF_8), text);
    }

    /** A file that was chosen, as it is. */
    @POST
    @Consumes(CSV)
    public Response chosen(@Context Caller caller, @Context UriInfo address, byte[] content) {
        return answer(caller, address.getQueryParameters(), content, "");
    }

    private static String given(String value) {
        return Optional.ofNullable(value).orElse("");
    }

    private Response answer(
            Caller caller, MultivaluedMap<String, String> sent, byte[] content, String text) {
        String center = given(sent.getFirst("center"));
        Optional<MappingForm> form = Optional.empty();
        boolean check = !"import".equals(sent.getFirst("do"));
        ImportReport report;
        try {
            Preview preview = files.preview(caller, center, content);
            form = MappingForm.of(preview, sent);
            check |= form.map(MappingForm::unseen).orElse(false);
            AssetMapping mapping =
                    form.map(MappingForm::mapping)
                            .orElseGet(() -> AssetMapping.own(preview.columns()));
            report = files.read(caller, center, content, columns -> mapping, check);
        } catch (Invalid e) {
            report =
                    ImportReport.refused(
                            0,
                            e.errors().stream()
                                    .map(error -> new RowFault(0, "", "", error.message()))
                                    .toList());
        }
        return page(caller, center, text, Optional.of(report), check, form)
                .at(report.good() ? 200 : 400);
    }

    private View page(
            Caller caller,
            String center,
            String text,
            Optional<ImportReport> report,
            boolean check,
            Optional<MappingForm> form) {
        return MapParts.view(
                        "Import",
                        "import",
                        Map.of(
                                "centers", centers.choices(caller, ASSET_EDIT),
                                "center", center,
                                "text", text,
                                "report", report,
                                "check", check,
                                "form", form))
                .under(MapParts.LIST);
    }
}
