package org.tieline.http.internal;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;

/** Spells enums in lower case with hyphens: {@code PRIMARY_PSAP} is {@code primary-psap}. */
public final class EnumNames extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        super.findEnumValues(config, type, constants, names);
        for (int i = 0; i < constants.length; i++) {
            if (names[i] == null) {
                names[i] = spell(constants[i]);
            }
        }
        return names;
    }

    public static String spell(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
