package yunhe.reminders;

/** How much one tick may still change. What is left over is the next tick's. */
final class Budget {

    private int left;

    Budget(int changes) {
        this.left = changes;
    }

    boolean isSpent() {
        return left <= 0;
    }

    void spend(int changes) {
        left -= changes;
    }
}
