package org.tieline.rest.internal;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.rest.Asks;
import org.tieline.rest.Members;
import org.tieline.rest.record.RecordMembers;

/** Adds to each operation what all resources have in common. */
final class OperationDescriber extends AbstractOpenAPIExtension {
    static final String RIGHT = "x-tieline-operation";

    private Class<?> resource;
    private Optional<RecordMembers<?, ?>> collection = Optional.empty();

    /** Says whose methods are read from now on. */
    void now(Class<?> read, Optional<RecordMembers<?, ?>> records) {
        resource = read;
        collection = records;
    }

    @Override
    public ResolvedParameter extractParameters(
            List<Annotation> annotations,
            Type type,
            Set<Type> typesToSkip,
            Components components,
            Consumes classConsumes,
            Consumes methodConsumes,
            boolean includeRequestBody,
            JsonView view,
            Iterator<OpenAPIExtension> chain) {
        if (annotations.stream().anyMatch(Context.class::isInstance)
                || constructType(type).getRawClass() == JsonNode.class) {
            return new ResolvedParameter();
        } else if (annotations.stream().anyMatch(BeanParam.class::isInstance)) {
            ResolvedParameter found = new ResolvedParameter();
            for (Field field : constructType(type).getRawClass().getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    found.parameters.add(query(query.value(), field));
                }
            }
            return found;
        }
        return super.extractParameters(
                annotations,
                type,
                typesToSkip,
                components,
                classConsumes,
                methodConsumes,
                includeRequestBody,
                view,
                chain);
    }

    private static Parameter query(String name, Field field) {
        io.swagger.v3.oas.annotations.Parameter said =
                field.getAnnotation(io.swagger.v3.oas.annotations.Parameter.class);
        Schema<?> schema =
                said == null
                        ? null
                        : AnnotationsUtils.getSchemaFromAnnotation(said.schema(), null, true)
                                .orElse(null);
        return new Parameter()
                .in("query")
                .name(name)
                .description(said == null ? null : said.description())
                .schema(schema == null ? string() : schema);
    }

    private static Schema<?> string() {
        return new JsonSchema().types(Set.of("string"));
    }

    @Override
    public void decorateOperation(
            Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        operation.setOperationId(noun() + "." + method.getName());
        if (operation.getTags() == null) {
            operation.addTagsItem(noun());
        }
        Asks asks = method.getAnnotation(Asks.class);
        if (asks != null) {
            operation.addExtension(RIGHT, asks.value());
        }
        if (method.getDeclaringClass().getPackage() == RecordMembers.class.getPackage()) {
            collection.ifPresent(
                    records -> RecordSchemas.describe(records, operation, method.getName()));
        } else if (method.getReturnType() == Response.class && !saysItsAnswer(method)) {
            collection.ifPresent(records -> RecordSchemas.answer(records, operation));
        }
        ApiResponse unnamed = operation.getResponses().remove("default");
        if (unnamed != null) {
            operation.getResponses().addApiResponse("200", unnamed.description("As asked"));
        }
        Set<String> problems = new TreeSet<>(Set.of("400", "503"));
        if (method.isAnnotationPresent(PermitAll.class)) {
            operation.setSecurity(List.of());
        } else {
            problems.addAll(Set.of("401", "403", "404", "429"));
        }
        if (takesHeader(method, HttpHeaders.IF_MATCH)) {
            problems.addAll(Set.of("409", "412", "428"));
            tagged(operation, "200");
        }
        if (takes(method, Request.class)) {
            operation.addParametersItem(
                    header(
                            HttpHeaders.IF_NONE_MATCH,
                            "The ETag known already; if it still holds, the answer is 304"));
            tagged(operation, "200");
            operation
                    .getResponses()
                    .addApiResponse("304", new ApiResponse().description("Not changed"));
        }
        if (method.isAnnotationPresent(POST.class)) {
            operation.addParametersItem(
                    header(
                            OnceOnly.HEADER,
                            "1 to 200 characters that name this request: sent again under the same"
                                    + " key, it is not done again"));
            problems.addAll(Set.of("409", "413", "415", "422"));
            operation
                    .getResponses()
                    .forEach(
                            (status, response) ->
                                    response.addHeaderObject(
                                            Members.REPLAYED,
                                            new Header()
                                                    .description(
                                                            "true if an earlier request did it")
                                                    .schema(
                                                            new Schema<>()
                                                                    .types(Set.of("boolean")))));
        }
        ApiResponses responses = operation.getResponses();
        problems.forEach(
                status ->
                        responses.addApiResponse(
                                status,
                                new ApiResponse()
                                        .$ref("#/components/responses/" + Description.PROBLEM)));
        super.decorateOperation(operation, method, chain);
    }

    private static boolean saysItsAnswer(Method method) {
        return method.getAnnotationsByType(
                                io.swagger.v3.oas.annotations.responses.ApiResponse.class)
                        .length
                > 0;
    }

    /** Returns the schema of a record in the collection whose methods are read. */
    Optional<String> record() {
        return collection.map(records -> records.names().view());
    }

    /** Such as {@code service-accounts}. */
    private String noun() {
        return Stream.of(resource.getAnnotation(Path.class).value().split("/"))
                .filter(part -> !part.isEmpty() && !part.startsWith("{"))
                .collect(Collectors.joining("-"))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean takes(Method method, Class<?> type) {
        return Arrays.stream(method.getParameters())
                .anyMatch(p -> p.getType() == type && p.isAnnotationPresent(Context.class));
    }

    private static boolean takesHeader(Method method, String name) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(name));
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(string());
    }

    private static void tagged(Operation operation, String status) {
        ApiResponse response = operation.getResponses().get(status);
        if (response != null) {
            response.addHeaderObject(
                    HttpHeaders.ETAG,
                    new Header()
                            .description("The version, for If-Match and If-None-Match")
                            .schema(string()));
        }
    }
}
