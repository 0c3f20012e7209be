package org.tieline.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ser.BeanSerializer;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.http.Json;
import org.tieline.rest.RestResource;

/**
 * Whatever the resources of a bundle may answer, JSON can be made of it, be a list empty or not.
 */
public abstract class AnswerTypesTest {
    private static final Set<Class<?>> NOT_JSON =
            Set.of(Response.class, StreamingOutput.class, InputStream.class, void.class);

    private final Set<Type> seen = new HashSet<>();
    private final Set<String> unwritable = new TreeSet<>();

    @Test
    void everyTypeInAnAnswerCanBeWritten() throws Exception {
        List<Class<?>> resources = resources();
        assertThat(resources).isNotEmpty();
        for (Class<?> resource : resources) {
            for (Method method : resource.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    look(method.getGenericReturnType());
                    for (ApiResponse answer : method.getAnnotationsByType(ApiResponse.class)) {
                        for (Content content : answer.content()) {
                            look(content.schema().implementation());
                        }
                    }
                }
            }
        }
        assertThat(unwritable).isEmpty();
    }

    private List<Class<?>> resources() throws URISyntaxException, IOException {
        Path tests =
                Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
        Path classes = tests.resolveSibling("classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Resource.class"))
                    .<Class<?>>map(AnswerTypesTest::load)
                    .filter(RestResource.class::isAssignableFrom)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(Type type) throws JsonMappingException {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType of) {
            look(of.getRawType());
            for (Type argument : of.getActualTypeArguments()) {
                look(argument);
            }
        } else if (type instanceof Class<?> plain && !NOT_JSON.contains(plain)) {
            if (plain.isRecord()) {
                for (RecordComponent component : plain.getRecordComponents()) {
                    look(component.getGenericType());
                }
            } else if (plain.isArray()) {
                look(plain.getComponentType());
            } else if (!writable(plain)) {
                unwritable.add(plain.getName());
            }
        }
    }

    private static boolean writable(Class<?> type) throws JsonMappingException {
        if (type == Object.class
                || type == Void.class
                || type.isPrimitive()
                || Optional.class == type
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)) {
            return true;
        }
        JsonSerializer<?> serializer =
                Json.mapper().getSerializerProviderInstance().findValueSerializer(type);
        return !(serializer instanceof UnsupportedTypeSerializer)
                && !(serializer instanceof BeanSerializer && type.getName().startsWith("java."));
    }
}
