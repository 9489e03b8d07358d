package yunhe.bench.cost;

/**
 * Something that somebody does, or that the clock does.
 *
 * @param usage of one time, with everything that follows from it
 */
record Action(String name, Usage usage) {}
