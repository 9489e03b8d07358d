package yunhe.dynamo.activity.model;

/** The store call that an actor makes next. */
enum Stage {
    START,
    CLAIM,
    LOOK,
    LOOK_AT_SHARD,
    BUMP,
    GRANT,
    QUEUE,
    JOIN,
    POINT,
    RECORD,
    /** What a pointer leads to. */
    READ_TARGET,
    FENCE_TARGET,
    /** Registration and pointers in one transaction. */
    RECORD_AS_SEEN,
    FENCE,
    RELEASE,
    /** The same, and on with a fresh mark. */
    START_OVER,
    CLEAR,
    SETTLE,
    CLOSE,
    LIST,
    DONE;

    private static final Stage[] ALL = values();

    static Stage of(int number) {
        return ALL[number];
    }

    /** For a cell of a state. */
    @SuppressWarnings("EnumOrdinal") // It never leaves the walk, so no other version reads it.
    int number() {
        return ordinal();
    }
}
