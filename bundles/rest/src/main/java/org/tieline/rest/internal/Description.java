package org.tieline.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Configuration;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tieline.http.Json;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.RecordMembers;
import org.tieline.rest.record.RecordView;

/** The OpenAPI 3.1 description of the resources that are published at the moment. */
final class Description {
    static final String PROBLEM = "Problem";

    private final Map<Class<?>, Optional<RecordMembers<?, ?>>> resources =
            new TreeMap<>(Comparator.comparing(Class::getName));
    private byte[] present;

    void add(RestResource resource) {
        add(
                resource.getClass(),
                resource instanceof RecordMembers<?, ?> records
                        ? Optional.of(records)
                        : Optional.empty());
    }

    synchronized void add(Class<?> resource, Optional<RecordMembers<?, ?>> records) {
        resources.put(resource, records);
        present = null;
    }

    synchronized void remove(Class<?> resource) {
        resources.remove(resource);
        present = null;
    }

    synchronized byte[] json() {
        if (present == null) {
            present = write(read());
        }
        return present;
    }

    private OpenAPI read() {
        Reader reader = Described.reader();
        OpenAPI api = reader.getOpenAPI();
        for (Class<?> resource : resources.keySet()) {
            Described.DESCRIBER.now(resource, resources.get(resource));
            api = reader.read(resource);
        }
        api.openapi("3.1.0")
                .info(
                        new Info()
                                .title("Tieline")
                                .version("1")
                                .description(
                                        "IT service management for 9-1-1 and 3-1-1 centers. Times"
                                                + " are in UTC. A list comes in pages. A change"
                                                + " names in If-Match the version it is meant for; a"
                                                + " creation may be repeated safely under its"
                                                + " Idempotency-Key.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url(RestApi.PATH)))
                .security(
                        List.of(
                                new SecurityRequirement().addList("token"),
                                new SecurityRequirement().addList("session")));
        Components components =
                api.getComponents() == null ? new Components() : api.getComponents();
        components
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("The token of a service account"))
                .addSecuritySchemes(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("tieline-session")
                                .description(
                                        "The session of a browser; a write must also bring its"
                                                + " value \"csrf\", see /me, as X-CSRF-Token"));
        ModelConverters.getInstance(true)
                .readAll(ProblemView.class)
                .forEach(components::addSchemas);
        resources.values().stream()
                .flatMap(Optional::stream)
                .forEach(records -> RecordSchemas.of(records).forEach(components::addSchemas));
        components.addResponses(
                PROBLEM,
                new ApiResponse()
                        .description("Why it was not done (RFC 9457)")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/"
                                                                                        + PROBLEM)))));
        return api.components(components);
    }

    private static byte[] write(OpenAPI api) {
        try {
            return Json31.mapper().writeValueAsBytes(api);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made ready when the description is first asked for, as that would hold up the start. */
    private static final class Described {
        static final OperationDescriber DESCRIBER = new OperationDescriber();

        static {
            ModelConverters.getInstance(true)
                    .addConverter(
                            new ModelResolver(Json.mapper().copy(), new SchemaNames(DESCRIBER))
                                    .openapi31(true));
            ModelConverters.getInstance(true).addConverter(Described::record);
            OpenAPIExtensions.getExtensions().add(0, DESCRIBER);
            // the reader tells only the first of its extensions
            Configuration configuration = new Configuration();
            configuration.setOpenAPI31(true);
            OpenAPIExtensions.getExtensions()
                    .forEach(extension -> extension.setConfiguration(configuration));
        }

        /** Leaves the schema of a record to its collection, which adds it when all are read. */
        private static Schema<?> record(
                AnnotatedType type,
                ModelConverterContext context,
                Iterator<ModelConverter> following) {
            if (Json.mapper().constructType(type.getType()).getRawClass() == RecordView.class) {
                return RecordSchemas.ref(DESCRIBER.record().orElseThrow());
            }
            return following.hasNext() ? following.next().resolve(type, context, following) : null;
        }

        static Reader reader() {
            return new Reader(new SwaggerConfiguration().openAPI31(true));
        }
    }
}
