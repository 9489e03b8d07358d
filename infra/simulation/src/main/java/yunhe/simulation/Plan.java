package yunhe.simulation;

import java.util.List;

/** A setting and what happens in it, step by step. */
record Plan(long seed, Setting setting, List<Step> steps) {

    Plan with(List<Step> other) {
        return new Plan(seed, setting, List.copyOf(other));
    }
}
