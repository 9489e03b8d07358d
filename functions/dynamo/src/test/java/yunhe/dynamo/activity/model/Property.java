package yunhe.dynamo.activity.model;

/** What must hold in every state, or of every call. Healing is: all actors stop, and every mark is recovered. */
enum Property {
    /** With the next one: never more hold a place than there are, except after the places became fewer. */
    A_PLACE_IS_TAKEN_ONLY_WHERE_ONE_IS_LEFT,
    AS_MANY_ARE_TAKEN_AS_HOLD,
    AS_MANY_ARE_TAKEN_AS_HOLD_AFTER_HEALING,
    /** What is taken or can be taken does not grow above the capacity. */
    NO_MORE_IS_PROMISED_THAN_THERE_IS,
    /** After healing and a grant, all that is there is taken or can be taken. */
    NO_CAPACITY_IS_LOST,
    /** Those who share a contact are one person. */
    ONE_LIVE_REGISTRATION_PER_PERSON,
    NO_NEWCOMER_PASSES_THOSE_WHO_WAIT,
    NOBODY_IS_LIVE_AFTER_CLOSING,
    /** After healing, the next one alone gets a free place: one who waits, or else who comes. */
    NO_PLACE_IS_STRANDED,
    THOSE_WHO_WAIT_ARE_COUNTED,
}
