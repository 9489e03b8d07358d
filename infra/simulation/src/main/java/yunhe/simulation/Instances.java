package yunhe.simulation;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/** Copies of one function that are warm: each remembers what it remembers, and serves one at a time. */
final class Instances<H> {

    private static final int COLD_ONE_IN = 4;

    private final Supplier<H> make;
    private final ArrayDeque<H> free = new ArrayDeque<>();

    Instances(Supplier<H> make) {
        this.make = make;
    }

    /** A warm one, mostly. */
    H take(int choice) {
        var warm = choice % COLD_ONE_IN == 0 ? null : choice % 2 == 0 ? free.pollFirst() : free.pollLast();
        return warm == null ? make.get() : warm;
    }

    /** Those that die are not given back. */
    void giveBack(H instance) {
        free.addLast(instance);
    }
}
