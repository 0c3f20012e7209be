package org.tieline.rest.internal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** Refuses query parameters that the method does not take: a typing error must not go unnoticed. */
@Provider
public final class KnownQuery implements ContainerRequestFilter {
    @Context private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        Map<String, List<String>> given = context.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        SortedSet<String> known = known(resource.getResourceMethod());
        List<FieldError> faults = new ArrayList<>();
        given.forEach(
                (name, values) -> {
                    if (!known.contains(name)) {
                        faults.add(new FieldError(name, "is not known here; " + say(known)));
                    } else if (values.size() > 1) {
                        faults.add(new FieldError(name, "must be given once only"));
                    } else if (!Texts.keepable(values.get(0))) {
                        faults.add(
                                new FieldError(name, "contains a character that is not allowed"));
                    }
                });
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static String say(SortedSet<String> known) {
        return known.isEmpty()
                ? "this address takes no query parameter"
                : "known are " + String.join(", ", known);
    }

    private static SortedSet<String> known(Method method) {
        SortedSet<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam inner = field.getAnnotation(QueryParam.class);
                    if (inner != null) {
                        names.add(inner.value());
                    }
                }
            }
        }
        return names;
    }
}
