package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.assets.internal.SupportTable.Edge;

class GraphTest {
    private static final int GRAPHS = 400;

    /** A random map in which each asset depends on later ones only. */
    private record Sample(List<String> assets, List<Edge> edges) {
        static Sample of(Random random) {
            int size = 2 + random.nextInt(25);
            List<String> assets = IntStream.range(0, size).mapToObj(i -> "a" + i).toList();
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < size - 1; i++) {
                Set<Integer> named = new HashSet<>();
                int places = random.nextInt(4);
                for (int place = 0; place < places; place++) {
                    for (int choices = 1 + random.nextInt(3); choices > 0; choices--) {
                        int below = i + 1 + random.nextInt(size - i - 1);
                        if (named.add(below)) {
                            edges.add(new Edge("a" + i, place, "a" + below));
                        }
                    }
                }
            }
            return new Sample(assets, edges);
        }

        /** Asks of every asset, again and again, whether it can still work. */
        Set<String> lost(Set<String> failing) {
            Set<String> lost = new HashSet<>(failing);
            boolean more = true;
            while (more) {
                more = false;
                for (String asset : assets) {
                    Map<Integer, Boolean> holds = new TreeMap<>();
                    for (Edge edge : edges) {
                        if (edge.asset().equals(asset)) {
                            holds.merge(
                                    edge.place(),
                                    !lost.contains(edge.supporter()),
                                    Boolean::logicalOr);
                        }
                    }
                    if (holds.containsValue(false) && lost.add(asset)) {
                        more = true;
                    }
                }
            }
            return lost;
        }
    }

    @Test
    void whatIsLostIsWhatAnExhaustiveSearchFinds() {
        Random random = new Random(1);
        for (int i = 0; i < GRAPHS; i++) {
            Sample sample = Sample.of(random);
            Graph graph = new Graph(sample.assets(), sample.edges());
            Set<String> failing = new HashSet<>();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                failing.add(sample.assets().get(random.nextInt(sample.assets().size())));
            }
            assertThat(graph.lost(failing)).as("%s", sample).isEqualTo(sample.lost(failing));
        }
    }

    @Test
    void singlePointsAreThoseWhoseLossAloneLosesAnother() {
        Random random = new Random(2);
        for (int i = 0; i < GRAPHS; i++) {
            Sample sample = Sample.of(random);
            List<String> services = sample.assets().subList(0, 1 + sample.assets().size() / 4);
            Map<String, Set<String>> expected = new HashMap<>();
            for (String point : sample.assets()) {
                Set<String> lost = new HashSet<>(sample.lost(Set.of(point)));
                lost.remove(point);
                lost.retainAll(services);
                if (!lost.isEmpty()) {
                    expected.put(point, lost);
                }
            }
            assertThat(new Graph(sample.assets(), sample.edges()).singlePoints(services))
                    .as("%s", sample)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aCircleIsFoundExactlyWhenThereIsOne() {
        Random random = new Random(3);
        for (int i = 0; i < GRAPHS; i++) {
            Sample sample = Sample.of(random);
            Map<String, Set<String>> below = new HashMap<>();
            sample.edges()
                    .forEach(
                            edge ->
                                    below.computeIfAbsent(edge.asset(), any -> new HashSet<>())
                                            .add(edge.supporter()));
            assertThat(DependencyCycle.in(below)).isEmpty();
            if (!sample.edges().isEmpty()) {
                Edge edge = sample.edges().get(random.nextInt(sample.edges().size()));
                below.computeIfAbsent(edge.supporter(), any -> new HashSet<>()).add(edge.asset());
                List<String> circle = DependencyCycle.in(below).orElseThrow();
                assertThat(circle.get(0)).isEqualTo(circle.get(circle.size() - 1));
                for (int at = 0; at + 1 < circle.size(); at++) {
                    assertThat(below.get(circle.get(at))).contains(circle.get(at + 1));
                }
            }
        }
    }

    @Test
    void aChainOfTwentyThousandIsFollowedToItsEnd() {
        List<String> assets = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).toList();
        List<Edge> edges =
                IntStream.range(0, 19_999)
                        .mapToObj(i -> new Edge("a" + i, 0, "a" + (i + 1)))
                        .toList();
        Graph graph = new Graph(assets, edges);
        assertThat(graph.lost(Set.of("a19999"))).hasSize(20_000);
        assertThat(DependencyCycle.in(Map.of("a0", Set.of("a1")))).isEmpty();
    }
}
