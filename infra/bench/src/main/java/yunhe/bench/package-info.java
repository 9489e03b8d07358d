/**
 * Benchmarks that anyone can run: what a sign-up costs in time, cold and hot, always beside something to compare it
 * with in the same run. Nothing here is a test, and no test waits for a time.
 */
@NullMarked
package yunhe.bench;

import org.jspecify.annotations.NullMarked;
