/**
 * What a deterministic simulation is made of: a clock that is moved by hand, processes of which exactly one runs at a
 * time and which can die before or after any call, a store that writes down every change, a stream and a queue that
 * deliver as badly as they may, and a search for the shortest history that still fails. Nothing here knows what is
 * simulated, reads the time, or draws a number by itself.
 */
@NullMarked
package yunhe.testkit.simulation;

import org.jspecify.annotations.NullMarked;
