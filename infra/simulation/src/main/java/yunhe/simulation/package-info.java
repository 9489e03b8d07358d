/**
 * Gatherings as people, organisers and doors live them, in simulated time: one seed makes a plan, the plan is carried
 * out by the real handlers on the embedded store, and checkers hold what is stored, what was mailed and what was
 * answered against the rules that must always hold.
 */
@NullMarked
package yunhe.simulation;

import org.jspecify.annotations.NullMarked;
