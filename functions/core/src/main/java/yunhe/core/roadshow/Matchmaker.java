package yunhe.core.roadshow;

import java.util.Set;

/** Chooses who meets, not when: any choice that keeps every cap can be spread over the slots. */
public interface Matchmaker {

    /**
     * The pairs with the least shortfall of projects below their minimum, and among those with the greatest sum of
     * scores. The same for the same problem.
     *
     * @param matching whose pins can all be held
     */
    Choice choose(Matching matching);

    /**
     * What is chosen.
     *
     * @param pairs the pinned ones are among them
     * @param upperBound what the sum of scores of no choice with as small a shortfall can exceed
     */
    record Choice(Set<Pair> pairs, int upperBound) {

        public Choice {
            pairs = Set.copyOf(pairs);
        }
    }
}
