package yunhe.bench.cost;

/**
 * What one function took.
 *
 * @param storeCalls reads and writes
 * @param queueCalls what the function itself asks of its queue
 * @param ownMillis processor time of its thread, without what the store and the queue took in it
 */
record Spent(
        double invocations,
        double writeUnits,
        double readUnits,
        double storeCalls,
        double queueCalls,
        double ownMillis) {

    static final Spent NOTHING = new Spent(0, 0, 0, 0, 0, 0);

    Spent plus(Spent more) {
        return new Spent(
                invocations + more.invocations,
                writeUnits + more.writeUnits,
                readUnits + more.readUnits,
                storeCalls + more.storeCalls,
                queueCalls + more.queueCalls,
                ownMillis + more.ownMillis);
    }

    Spent minus(Spent less) {
        return plus(less.dividedBy(-1));
    }

    Spent dividedBy(double times) {
        return new Spent(
                invocations / times,
                writeUnits / times,
                readUnits / times,
                storeCalls / times,
                queueCalls / times,
                ownMillis / times);
    }

    /** The same counts with another time. */
    Spent taking(double millis) {
        return new Spent(invocations, writeUnits, readUnits, storeCalls, queueCalls, millis);
    }
}
