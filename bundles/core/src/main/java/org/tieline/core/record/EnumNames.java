package org.tieline.core.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an enum is spelled where it leaves the program. */
public final class EnumNames {
    private EnumNames() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns the value that is spelled like this; empty if none is. */
    public static <E extends Enum<E>> Optional<E> find(E[] values, String spelled) {
        return Arrays.stream(values).filter(one -> of(one).equals(spelled)).findFirst();
    }

    /** Returns the words of the value's name for people to read, such as "In use". */
    public static String words(Enum<?> value) {
        String words = of(value).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
