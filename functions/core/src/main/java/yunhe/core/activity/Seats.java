package yunhe.core.activity;

/** The places of one group and the line behind them, as they are counted in the store. */
public record Seats(String group, int capacity, int taken, int waitlistCapacity, int waiting) {

    /** What a newcomer finds. Who waits already goes first, so with a line there is nothing free. */
    public int free() {
        return waiting > 0 ? 0 : Math.max(0, capacity - taken);
    }

    public boolean lineIsFull() {
        return waiting >= waitlistCapacity;
    }
}
