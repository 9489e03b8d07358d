/**
 * What the service costs: every action of a person through the real handlers, each part of it counted as it is billed,
 * and what the template costs while nobody comes. {@code infra/bench/cost.md} is written from here and held to it by a
 * test.
 */
@NullMarked
package yunhe.bench.cost;

import org.jspecify.annotations.NullMarked;
