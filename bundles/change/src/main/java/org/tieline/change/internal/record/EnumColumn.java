package org.tieline.change.internal.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.core.record.EnumNames;

/** Several constants in one column. */
public final class EnumColumn {
    private EnumColumn() {}

    public static <E extends Enum<E>> String of(Collection<E> values) {
        return new TreeSet<>(values).stream().map(EnumNames::of).collect(Collectors.joining(","));
    }

    static <K extends Enum<K>, V extends Enum<V>> String of(Map<K, V> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(
                                entry ->
                                        EnumNames.of(entry.getKey())
                                                + "="
                                                + EnumNames.of(entry.getValue()))
                        .collect(Collectors.joining(","));
    }

    public static <E extends Enum<E>> Set<E> set(Class<E> type, String words) {
        return split(words)
                .map(word -> EnumNames.parse(type, word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    static <K extends Enum<K>, V extends Enum<V>> Map<K, V> map(
            Class<K> keys, Class<V> values, String words) {
        Map<K, V> map = new EnumMap<>(keys);
        split(words)
                .map(pair -> pair.split("="))
                .forEach(
                        pair ->
                                map.put(
                                        EnumNames.parse(keys, pair[0]),
                                        EnumNames.parse(values, pair[1])));
        return map;
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.split(",")).filter(word -> !word.isEmpty());
    }
}
