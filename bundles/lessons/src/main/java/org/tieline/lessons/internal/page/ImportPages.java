package org.tieline.lessons.internal.page;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_IMPORT;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.Severity;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.imports.CsvFile;
import org.tieline.core.imports.Preview;
import org.tieline.core.record.EnumNames;
import org.tieline.http.BodyLimit;
import org.tieline.lessons.internal.imports.ImportFiles;
import org.tieline.lessons.internal.imports.ImportMapping;
import org.tieline.lessons.internal.imports.ImportReport;
import org.tieline.lessons.internal.imports.LessonField;
import org.tieline.lessons.internal.imports.LessonImports;
import org.tieline.web.Choice;
import org.tieline.web.Link;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.PageResource;
import org.tieline.web.SeeOther;
import org.tieline.web.View;

/** Taking in files of lessons: choose them, say what the columns are, see what came of it. */
@Component(service = PageResource.class)
@Path(ImportPages.PATH)
@Produces(MediaType.TEXT_HTML)
@BodyLimit(ImportFiles.MAX_BYTES)
public final class ImportPages implements PageResource {
    static final String PATH = "/lesson-import";
    private static final Link HERE = new Link("Import", PATH);

    private final LessonImports imports;
    private final ImportFiles files;
    private final PageCenters centers;
    private final Access access;

    @Activate
    public ImportPages(
            @Reference LessonImports imports,
            @Reference ImportFiles files,
            @Reference PageCenters centers,
            @Reference Access access) {
        this.imports = imports;
        this.files = files;
        this.centers = centers;
        this.access = access;
    }

    @GET
    public View choose(@Context Caller caller, @QueryParam("center") String center) {
        List<Choice> choices = centers.choices(caller, LESSON_IMPORT);
        Optional<String> chosen = centers.chosen(center, choices);
        if (chosen.isEmpty()) {
            access.require(caller, LESSON_IMPORT, Caller.EVERYWHERE, Lesson.ref("import"));
        }
        return LessonParts.view(
                        "Import lessons",
                        "import",
                        Map.of(
                                "centers",
                                choices,
                                "center",
                                chosen.orElseThrow(),
                                "upload",
                                ImportFiles.fresh(),
                                "last",
                                imports.last(caller, chosen.orElseThrow())))
                .under(LessonParts.LIST);
    }

    /** One of the files, as it is. */
    @POST
    @Path("files")
    @Consumes("text/csv")
    public Response upload(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("upload") String upload,
            @QueryParam("name") String name,
            InputStream content) {
        imports.require(caller, given(center));
        files.save(caller.actor().id(), given(upload), given(name), content);
        return Response.noContent().build();
    }

    /** What was pasted. */
    @POST
    @Path("files")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response paste(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = given(sent.getFirst("center"));
        String upload = given(sent.getFirst("upload"));
        imports.require(caller, center);
        byte[] text = given(sent.getFirst("text")).getBytes(StandardCharsets.UTF_8);
        if (text.length > 0) {
            files.save(caller.actor().id(), upload, "pasted.csv", new ByteArrayInputStream(text));
        }
        return SeeOther.page(
                new Lists(PATH + "/columns")
                        .by("center", Optional.of(center))
                        .by("upload", Optional.of(upload))
                        .at(PATH + "/columns"));
    }

    private static String given(String value) {
        return Optional.ofNullable(value).orElse("");
    }

    @GET
    @Path("columns")
    public Response columns(
            @Context Caller caller,
            @QueryParam("center") String center,
            @QueryParam("upload") String upload) {
        imports.require(caller, given(center));
        return columns(caller, given(center), given(upload), Optional.empty(), List.of());
    }

    private Response columns(
            Caller caller,
            String center,
            String upload,
            Optional<ColumnMapping<LessonField>> chosen,
            List<FieldError> refusal) {
        Map<String, java.nio.file.Path> uploaded = files.files(caller.actor().id(), upload);
        List<FieldError> errors = new ArrayList<>(refusal);
        Preview preview = Preview.NONE;
        try {
            LessonImports.columns(uploaded);
            preview = Preview.of(CsvFile.of(uploaded.values().iterator().next()));
        } catch (Invalid e) {
            errors.addAll(e.errors());
        }
        List<String> columns = preview.columns();
        return LessonParts.view(
                        "What the columns are",
                        "columns",
                        Map.of(
                                "center",
                                center,
                                "upload",
                                upload,
                                "files",
                                List.copyOf(uploaded.keySet()),
                                "preview",
                                preview,
                                "mapping",
                                chosen.orElseGet(
                                        () -> ColumnMapping.guess(LessonField.class, columns)),
                                "errors",
                                errors.stream()
                                        .map(FieldError::message)
                                        .map(ImportPages::told)
                                        .toList()))
                .under(LessonParts.LIST, HERE)
                .at(errors.isEmpty() ? 200 : 400);
    }

    private static String told(String message) {
        return message.startsWith("must") ? "A file " + message : message;
    }

    @POST
    @Path("run")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response run(@Context Caller caller, MultivaluedMap<String, String> sent) {
        String center = given(sent.getFirst("center"));
        String upload = given(sent.getFirst("upload"));
        String person = caller.actor().id();
        imports.require(caller, center);
        ColumnMapping<LessonField> columns =
                ColumnMapping.chosen(LessonField.class, sent::getFirst);
        try {
            ImportReport run =
                    imports.start(
                            caller,
                            center,
                            files.files(person, upload),
                            new ImportMapping(
                                    columns,
                                    one(Category.values(), sent.getFirst("category")),
                                    one(Severity.values(), sent.getFirst("severity")),
                                    "published".equals(sent.getFirst("state"))),
                            () -> files.delete(person, upload));
            return SeeOther.page(Lists.path("lesson-import", run.id()));
        } catch (Invalid e) {
            return columns(caller, center, upload, Optional.of(columns), e.errors());
        }
    }

    private static <E extends Enum<E>> E one(E[] values, String word) {
        return EnumNames.find(values, word).orElse(values[0]);
    }

    @GET
    @Path("{id}")
    public View show(@Context Caller caller, @PathParam("id") String id) {
        return page(imports.get(caller, id));
    }

    private static View page(ImportReport run) {
        return LessonParts.view("Import of " + run.name(), "imported", Map.of("run", run))
                .under(LessonParts.LIST, HERE);
    }

    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@Context Caller caller, @PathParam("id") String id) {
        try {
            imports.undo(caller, id);
            return SeeOther.page(Lists.path("lesson-import", id));
        } catch (Conflict e) {
            return page(imports.get(caller, id)).at(409);
        }
    }
}
