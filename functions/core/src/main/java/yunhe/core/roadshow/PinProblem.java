package yunhe.core.roadshow;

/** A pinned pair that cannot be held, alone or beside the pins that were named before it. */
public record PinProblem(Pair pair, Reason reason) {

    public enum Reason {
        /** One of the two is not among the participants. */
        UNKNOWN_PARTICIPANT,
        /** It is forbidden as well. */
        FORBIDDEN,
        /** Pairs with score 0 never meet. */
        NO_SCORE,
        /** The project has as many pins as it may have meetings, or as there are slots. */
        PROJECT_FULL,
        /** So has the investor. */
        INVESTOR_FULL,
        /** There are as many pins as there are tables in all slots. */
        NO_TABLE
    }
}
