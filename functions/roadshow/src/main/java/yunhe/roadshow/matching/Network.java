package yunhe.roadshow.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * Arcs with capacities and costs, through which all units find their way to the sink at the least cost. Nodes are
 * numbers from 0. Costs are whole; as long as they stay below the library's limit of 10^9, they and their sums are
 * exact in its doubles (whole up to 2^53).
 */
final class Network {

    static final int SINK = 0;

    /** The library goes through it in the order in which it was made: the same network has the same solution. */
    private final DirectedWeightedMultigraph<Integer, Arc> graph = new DirectedWeightedMultigraph<>(null, null);

    /** How many units start at a node; the sink's are those that end there, below 0. */
    private final List<Integer> supplies = new ArrayList<>(List.of(0));

    Network() {
        graph.addVertex(SINK);
    }

    int addNode(int supply) {
        int node = supplies.size();
        graph.addVertex(node);
        supplies.add(supply);
        supplies.set(SINK, supplies.get(SINK) - supply);
        return node;
    }

    Arc addArc(int tail, int head, int capacity, int cost) {
        var arc = new Arc(tail, head, capacity, cost);
        if (!graph.addEdge(tail, head, arc)) {
            throw new IllegalArgumentException("twice: " + arc);
        }
        graph.setEdgeWeight(arc, cost);
        return arc;
    }

    Solution solve() {
        var solver = new CapacityScalingMinimumCostFlow<Integer, Arc>();
        var flow = solver.getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(graph, supplies::get, Arc::capacity));
        return new Solution(flow.getFlowMap(), leastCost(solver.getDualSolution()));
    }

    /**
     * Say that a unit is worth the price of the node where it is, and that an arc's loss is its cost and the price at
     * its head less that at its tail. Then all units together cost what they lose in price between start and sink, and
     * the losses of the arcs that they take. No flow can do better there than to fill every arc whose loss is negative
     * and to leave all others empty.
     */
    long leastCost(Map<Integer, Double> prices) {
        long cost = 0;
        for (int node = 0; node < supplies.size(); node++) {
            cost += supplies.get(node) * price(prices, node);
        }
        for (var arc : graph.edgeSet()) {
            long loss = arc.cost() + price(prices, arc.head()) - price(prices, arc.tail());
            cost += arc.capacity() * Math.min(0, loss);
        }
        return cost;
    }

    /** Any number is as true a price as any other; only the right ones give a bound that can be reached. */
    private static long price(Map<Integer, Double> prices, int node) {
        return Math.round(prices.getOrDefault(node, 0.0));
    }

    /** No two between the same nodes are equal in everything. */
    record Arc(int tail, int head, int capacity, int cost) {}

    /**
     * @param leastCost what every flow costs at least: a bound that follows from the solver's prices, not from its flow
     */
    record Solution(Map<Arc, Double> flow, long leastCost) {

        long through(Arc arc) {
            return Math.round(flow.getOrDefault(arc, 0.0));
        }
    }
}
