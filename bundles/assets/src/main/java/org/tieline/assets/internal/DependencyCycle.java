package org.tieline.assets.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Finds assets that depend on themselves through others. */
final class DependencyCycle {
    private DependencyCycle() {}

    /**
     * Looks for a circle through any of these assets, reading what is below them and nothing else.
     *
     * @return the assets of one circle, each depending on the next, the first again at the end
     */
    static Optional<List<String>> through(DSLContext sql, Collection<String> assets) {
        return in(below(sql, assets));
    }

    private static Map<String, Set<String>> below(DSLContext sql, Collection<String> assets) {
        Map<String, Set<String>> below = new LinkedHashMap<>();
        Set<String> open = new HashSet<>(assets);
        while (!open.isEmpty()) {
            open.forEach(asset -> below.put(asset, new HashSet<>()));
            Set<String> next = new HashSet<>();
            for (SupportTable.Edge edge :
                    SupportTable.edges(sql, SupportTable.ASSET, open, DSL.noCondition())) {
                below.get(edge.asset()).add(edge.supporter());
                next.add(edge.supporter());
            }
            next.removeAll(below.keySet());
            open = next;
        }
        return below;
    }

    static Optional<List<String>> in(Map<String, Set<String>> below) {
        Set<String> done = new HashSet<>();
        for (String start : below.keySet()) {
            Deque<String> path = new ArrayDeque<>();
            Map<String, Iterator<String>> on = new HashMap<>();
            enter(start, path, on, below);
            while (!path.isEmpty()) {
                String asset = path.peekLast();
                Iterator<String> rest = on.get(asset);
                if (done.contains(asset) || !rest.hasNext()) {
                    done.add(path.removeLast());
                    on.remove(asset);
                    continue;
                }
                String next = rest.next();
                if (on.containsKey(next)) {
                    return Optional.of(from(next, path));
                }
                if (!done.contains(next)) {
                    enter(next, path, on, below);
                }
            }
        }
        return Optional.empty();
    }

    private static void enter(
            String asset,
            Deque<String> path,
            Map<String, Iterator<String>> on,
            Map<String, Set<String>> below) {
        path.addLast(asset);
        on.put(asset, below.getOrDefault(asset, Set.of()).iterator());
    }

    private static List<String> from(String first, Deque<String> path) {
        List<String> circle = new ArrayList<>(path);
        circle = new ArrayList<>(circle.subList(circle.indexOf(first), circle.size()));
        circle.add(first);
        return circle;
    }
}
