package yunhe.dynamo.activity.model;

import java.util.Arrays;

/**
 * One state of the whole: the store's attributes first, then what each actor remembers, one small number in each cell.
 * A state that was handed on is not changed any more; a change begins with {@link #copy}.
 */
final class State {
    private final char[] cells;

    State(int size) {
        this(new char[size]);
    }

    private State(char[] cells) {
        this.cells = cells;
    }

    State copy() {
        return new State(cells.clone());
    }

    /** The first cells alone, with so many empty ones after them. */
    State first(int size, int empty) {
        char[] first = new char[size + empty];
        System.arraycopy(cells, 0, first, 0, size);
        return new State(first);
    }

    int get(int cell) {
        return cells[cell];
    }

    State set(int cell, int value) {
        cells[cell] = (char) value;
        return this;
    }

    State add(int cell, int value) {
        cells[cell] += (char) value;
        return this;
    }

    State clear(int from, int size) {
        Arrays.fill(cells, from, from + size, (char) 0);
        return this;
    }

    State move(int from, int to, int size) {
        System.arraycopy(cells, from, cells, to, size);
        return this;
    }

    boolean same(int one, int other, int size) {
        return Arrays.equals(cells, one, one + size, cells, other, other + size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && Arrays.equals(cells, state.cells);
    }

    @Override
    public int hashCode() {
        int hash = Arrays.hashCode(cells);
        return hash ^ hash >>> 15;
    }
}
