package org.tieline.problem.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Lifecycle;

/** A lifecycle as lines of state, move and state afterwards. */
public final class ProblemTables {
    private ProblemTables() {}

    public static <S extends Enum<S>> Set<String> of(Lifecycle<S> lifecycle) {
        Set<String> lines = new TreeSet<>();
        for (Lifecycle.Move<S> move : lifecycle.moves()) {
            for (S from : move.from()) {
                lines.add(EnumNames.of(from) + " " + move.name() + " " + EnumNames.of(move.to()));
            }
        }
        return lines;
    }

    public static Set<String> decided(String table) {
        return table.lines().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }
}
