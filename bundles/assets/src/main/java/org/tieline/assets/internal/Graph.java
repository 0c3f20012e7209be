package org.tieline.assets.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of the map in memory, without circles. What an asset depends on is a list of places; each
 * holds as long as one of the assets at it does. A place of which nothing is in this part counts
 * for nothing.
 */
final class Graph {
    private final Map<String, List<List<String>>> places = new LinkedHashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();

    /**
     * @param assets what counts
     * @param edges what depends on what; those with an end that does not count are left out
     */
    Graph(Collection<String> assets, Collection<SupportTable.Edge> edges) {
        Map<String, Map<Integer, List<String>>> byPlace = new HashMap<>();
        assets.forEach(asset -> places.put(asset, new ArrayList<>()));
        for (SupportTable.Edge edge : edges) {
            if (places.containsKey(edge.asset()) && places.containsKey(edge.supporter())) {
                byPlace.computeIfAbsent(edge.asset(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(edge.place(), any -> new ArrayList<>())
                        .add(edge.supporter());
                above.computeIfAbsent(edge.supporter(), any -> new LinkedHashSet<>())
                        .add(edge.asset());
            }
        }
        byPlace.forEach((asset, held) -> places.get(asset).addAll(held.values()));
    }

    /** Returns what is lost, the failing assets included, when all of these fail together. */
    Set<String> lost(Set<String> failing) {
        Set<String> lost = new LinkedHashSet<>(failing);
        Deque<String> open = new ArrayDeque<>(failing);
        while (!open.isEmpty()) {
            for (String asset : above.getOrDefault(open.remove(), Set.of())) {
                if (!lost.contains(asset)
                        && places.get(asset).stream().anyMatch(lost::containsAll)) {
                    lost.add(asset);
                    open.add(asset);
                }
            }
        }
        return lost;
    }

    /**
     * Finds the single points of failure of these assets: what loses one of them alone. An asset is
     * lost with itself, and with whatever loses every alternative at one of its places.
     *
     * @return those that are lost, by the single point, which is none of them itself
     */
    Map<String, Set<String>> singlePoints(Collection<String> wanted) {
        List<String> order = belowFirst(wanted);
        Map<String, Integer> number = new HashMap<>();
        order.forEach(asset -> number.put(asset, number.size()));
        Map<String, BitSet> losing = new HashMap<>();
        for (String asset : order) {
            BitSet all = new BitSet();
            for (List<String> place : places.get(asset)) {
                BitSet every = (BitSet) losing.get(place.get(0)).clone();
                place.forEach(choice -> every.and(losing.get(choice)));
                all.or(every);
            }
            all.set(number.get(asset));
            losing.put(asset, all);
        }
        Map<String, Set<String>> points = new LinkedHashMap<>();
        for (String asset : wanted) {
            losing.getOrDefault(asset, new BitSet()).stream()
                    .mapToObj(order::get)
                    .filter(point -> !point.equals(asset))
                    .forEach(
                            point ->
                                    points.computeIfAbsent(point, any -> new LinkedHashSet<>())
                                            .add(asset));
        }
        return points;
    }

    /** Returns these assets and all they depend on, each after what it depends on. */
    private List<String> belowFirst(Collection<String> wanted) {
        List<String> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        Set<String> entered = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        wanted.stream().filter(places::containsKey).forEach(open::push);
        while (!open.isEmpty()) {
            String asset = open.peek();
            if (entered.add(asset)) {
                places.get(asset)
                        .forEach(
                                place ->
                                        place.stream()
                                                .filter(choice -> !entered.contains(choice))
                                                .forEach(open::push));
            } else {
                open.pop();
                if (done.add(asset)) {
                    order.add(asset);
                }
            }
        }
        return order;
    }
}
