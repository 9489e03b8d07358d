/**
 * Roadshows for tests and benchmarks: participants drawn from a seed, and a judge of timetables that shares no code
 * with whoever makes them.
 */
@NullMarked
package yunhe.testkit.roadshow;

import org.jspecify.annotations.NullMarked;
