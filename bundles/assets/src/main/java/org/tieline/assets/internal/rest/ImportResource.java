package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Repeated;
import org.tieline.assets.internal.AssetField;
import org.tieline.assets.internal.AssetFiles;
import org.tieline.assets.internal.AssetMapping;
import org.tieline.assets.internal.ImportReport;
import org.tieline.core.imports.RowFault;
import org.tieline.http.BodyLimit;
import org.tieline.rest.Asks;
import org.tieline.rest.ColumnQuery;
import org.tieline.rest.Query;
import org.tieline.rest.RestResource;

/** Taking in a file. */
@Component(service = RestResource.class)
@Path("/assets/import")
@Produces(MediaType.APPLICATION_JSON)
@BodyLimit(AssetFiles.MAX_BYTES)
public final class ImportResource implements RestResource {
    private static final String CSV = "text/csv";

    private final AssetFiles files;

    @Activate
    public ImportResource(@Reference AssetFiles files) {
        this.files = files;
    }

    @POST
    @Consumes(CSV)
    @Asks("asset.edit")
    @Operation(
            summary = "Adds and changes a center's assets from comma-separated values",
            description =
                    "The columns are those of the export; name and kind are required. With map or"
                            + " kind, the file of another product comes in too: its columns are"
                            + " guessed, and those that are nothing here left out. A name that the"
                            + " center knows is changed, another is added; all rows or none.")
    public ImportView load(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("check") String check,
            @BeanParam ColumnQuery map,
            @Parameter(
                            description =
                                    "Of rows of another product whose own kind is not known here;"
                                            + " they are refused if left away")
                    @QueryParam("kind")
                    String kind,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = "string", format = "binary")))
                    byte[] content) {
        boolean onlyCheck = flag("check", check);
        String wanted = AssetResource.required(center);
        Optional<AssetKind> others = Query.oneOf(AssetKind.class, "kind", kind);
        Function<List<String>, AssetMapping> choice =
                map.given() || others.isPresent()
                        ? columns -> AssetMapping.of(map.mapping(AssetField.class, columns), others)
                        : AssetMapping::own;
        try {
            return ImportView.of(
                    good(files.read(caller, wanted, content, choice, onlyCheck)), onlyCheck);
        } catch (Repeated e) {
            Caller again =
                    new Caller(caller.actor(), caller.roles(), caller.scopes(), Optional.empty());
            return ImportView.of(good(files.read(again, wanted, content, choice, true)), false);
        }
    }

    private static ImportReport good(ImportReport report) {
        if (!report.good()) {
            throw new Invalid(errors(report));
        }
        return report;
    }

    private static boolean flag(String name, String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw new Invalid(new FieldError(name, "must be true or false"));
    }

    private static List<FieldError> errors(ImportReport report) {
        List<FieldError> errors =
                new ArrayList<>(report.faults().stream().map(RowFault::error).toList());
        if (report.more() > 0) {
            errors.add(new FieldError("file", "has " + report.more() + " more faults"));
        }
        return errors;
    }
}
