package yunhe.dynamo.activity.model;

/** What stands at a person's key. */
enum Status {
    ABSENT,
    /** Only the marks that may not be recorded here. */
    GHOST,
    /** To the registration at another key of the same person. */
    POINTER,
    CONFIRMED,
    PENDING,
    OFFERED,
    WAITLISTED,
    CANCELLED,
    REJECTED;

    private static final Status[] ALL = values();

    static Status of(int number) {
        return ALL[number];
    }

    /** For a cell of a state. */
    @SuppressWarnings("EnumOrdinal") // It never leaves the walk, so no other version reads it.
    int number() {
        return ordinal();
    }

    boolean holds() {
        return this == CONFIRMED || this == PENDING || this == OFFERED;
    }

    boolean isLive() {
        return holds() || this == WAITLISTED;
    }
}
