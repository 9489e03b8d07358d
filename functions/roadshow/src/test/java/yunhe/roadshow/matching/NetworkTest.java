package yunhe.roadshow.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NetworkTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 100);
    }

    /** So the bound needs no faith in the solver. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_prices_whatever_ask_for_more_than_the_cheapest_flow_costs(int seed) {
        var random = new SplittableRandom(seed);
        var network = new Network();
        var arcs = new ArrayList<Network.Arc>();
        var nodes = IntStream.range(0, 6)
                .map(i -> network.addNode(1 + random.nextInt(3)))
                .boxed()
                .toList();
        for (int tail : nodes) {
            arcs.add(network.addArc(tail, Network.SINK, 20, 1_000 + tail));
            for (int head : nodes) {
                if (tail != head) {
                    arcs.add(network.addArc(tail, head, random.nextInt(3), 1 + random.nextInt(99)));
                }
            }
            arcs.add(network.addArc(tail, Network.SINK, 1 + random.nextInt(2), 1 + random.nextInt(99)));
        }
        var solution = network.solve();
        long cost = arcs.stream()
                .mapToLong(arc -> arc.cost() * solution.through(arc))
                .sum();
        assertEquals(cost, solution.leastCost());
        for (int i = 0; i < 100; i++) {
            assertTrue(network.leastCost(prices(random, nodes)) <= cost);
        }
        assertTrue(network.leastCost(Map.of()) < cost, "without prices nothing is proved");
    }

    private static Map<Integer, Double> prices(SplittableRandom random, List<Integer> nodes) {
        return nodes.stream().collect(Collectors.toMap(node -> node, node -> (double) random.nextInt(-1_500, 1_500)));
    }
}
