package yunhe.dynamo.activity.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Visits every state that can be reached, nearest first, so that the history it gives back is a shortest one. */
final class Walk {
    static final int STATES_MAX = 500_000;

    private final Scenario scenario;
    private final Map<State, @Nullable State> parents = new HashMap<>();
    private final ArrayDeque<State> ahead = new ArrayDeque<>();

    private Walk(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @throws IllegalStateException if there are more than {@link #STATES_MAX} states */
    static Result through(Scenario scenario) {
        return new Walk(scenario).run();
    }

    private Result run() {
        visit(scenario.start(), null);
        while (!ahead.isEmpty()) {
            State state = ahead.remove();
            Property broken = scenario.broken(state);
            if (broken != null) {
                return new Result(parents.size(), broken, history(state));
            }
            for (Actor actor : scenario.actors()) {
                for (Step step : actor.successors(state)) {
                    Property brokenByCall = scenario.broken(actor, state, step.after());
                    if (brokenByCall != null) {
                        List<String> steps = history(state);
                        steps.add(actor + " " + step.what() + "  " + scenario.describe(step.after()));
                        return new Result(parents.size(), brokenByCall, steps);
                    }
                    visit(step.after(), state);
                }
            }
        }
        return new Result(parents.size(), null, List.of());
    }

    private void visit(State state, @Nullable State parent) {
        if (parents.containsKey(state)) {
            return;
        }
        if (parents.size() == STATES_MAX) {
            throw new IllegalStateException("more than " + STATES_MAX + " states");
        }
        parents.put(state, parent);
        ahead.add(state);
    }

    private List<String> history(State end) {
        List<String> steps = new ArrayList<>();
        State after = end;
        State before = parents.get(after);
        while (before != null) {
            steps.add(call(before, after) + "  " + scenario.describe(after));
            after = before;
            before = parents.get(after);
        }
        Collections.reverse(steps);
        return steps;
    }

    private String call(State before, State after) {
        for (Actor actor : scenario.actors()) {
            for (Step step : actor.successors(before)) {
                if (step.after().equals(after)) {
                    return actor + " " + step.what();
                }
            }
        }
        throw new IllegalStateException("no call leads here");
    }

    /**
     * @param states how many were visited
     * @param broken what did not hold, null when everything held everywhere
     * @param history the calls that led to it
     */
    record Result(int states, @Nullable Property broken, List<String> history) {
        @Override
        public String toString() {
            return broken == null ? states + " states" : broken + "\n  " + String.join("\n  ", history);
        }
    }
}
