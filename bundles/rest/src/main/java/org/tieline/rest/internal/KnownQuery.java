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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.rest.internal.json.Texts;

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
        SortedMap<String, Class<?>> known = known(resource.getResourceMethod());
        List<FieldError> faults = new ArrayList<>();
        given.forEach(
                (name, values) -> {
                    if (!known.containsKey(name)) {
                        faults.add(
                                new FieldError(name, "is not known here; " + say(known.keySet())));
                    } else if (values.size() > 1
                            && !Collection.class.isAssignableFrom(known.get(name))) {
                        faults.add(new FieldError(name, "must be given once only"));
                    } else if (!values.stream().allMatch(Texts::keepable)) {
                        faults.add(
                                new FieldError(name, "contains a character that is not allowed"));
                    }
                });
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private static String say(Set<String> known) {
        return known.isEmpty()
                ? "this address takes no query parameter"
                : "known are " + String.join(", ", known);
    }

    /** The names, and the types that take their values: a collection takes several. */
    private static SortedMap<String, Class<?>> known(Method method) {
        SortedMap<String, Class<?>> known = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.put(query.value(), parameter.getType());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    QueryParam inner = field.getAnnotation(QueryParam.class);
                    if (inner != null) {
                        known.put(inner.value(), field.getType());
                    }
                }
            }
        }
        return known;
    }
}
