package org.tieline.http;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Locale;
import java.util.Optional;

/**
 * Spells enums in lower case with hyphens: {@code PRIMARY_PSAP} is {@code primary-psap}. What a
 * record has is required, unless it is an {@link Optional}.
 */
final class Spelling extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        return spell(constants, super.findEnumValues(config, type, constants, names));
    }

    @Override
    @Deprecated
    public String[] findEnumValues(Class<?> type, Enum<?>[] constants, String[] names) {
        return spell(constants, super.findEnumValues(type, constants, names));
    }

    private static String[] spell(Enum<?>[] constants, String[] names) {
        for (int i = 0; i < constants.length; i++) {
            if (names[i] == null) {
                names[i] = constants[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
        return names;
    }

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member.getDeclaringClass().isRecord()) {
            return member.getRawType() != Optional.class;
        }
        return super.hasRequiredMarker(member);
    }
}
