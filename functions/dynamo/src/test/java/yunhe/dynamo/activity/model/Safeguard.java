package yunhe.dynamo.activity.model;

/** What the protocol rests on, one condition or one order of calls each, so that each can be left out. */
enum Safeguard {
    /** Who recovers a mark makes sure that it will never be recorded before its place is given back. */
    RECOVERY_FENCES,
    /** Who recovers a mark asks whether this mark holds, not whether its person holds. */
    RECOVERY_ASKS_FOR_THIS_MARK,
    /** Each attempt has a mark of its own. */
    MARKS_ARE_FRESH,
    /** So has each attempt to join the line, though its mark is only in the line and in the pointers. */
    JOIN_HAS_FRESH_MARK,
    /** A mark is released only while it is there. */
    RELEASE_ASKS_FOR_MARK,
    /** Ending a registration removes the mark of its place from the shard. */
    END_REMOVES_MARK,
    /** Ending a registration abandons the mark of its place, so that no late write records it again. */
    END_ABANDONS_MARK,
    /** An abandoned mark is not recorded. */
    RECORD_ASKS_FOR_MARK,
    /** A write that was sent twice and refused the second time is looked at before anything is given back. */
    REFUSED_RECORD_IS_LOOKED_AT,
    /** A promotion is refused when its mark was abandoned. */
    CONFIRM_ASKS_FOR_MARK,
    /** Who joins the line does so under the gate under which the shards were queued. */
    JOIN_ASKS_FOR_GATE,
    /** Every shard is queued before anybody joins. */
    JOIN_QUEUES_EVERY_SHARD,
    /** The gate is raised for newcomers only while nobody waits. */
    BUMP_ASKS_THAT_NOBODY_WAITS,
    /** A newcomer takes no place of a queued shard. */
    CLAIM_ASKS_FOR_QUEUED,
    /** What a shard is queued with only rises. */
    QUEUED_ONLY_RISES,
    /** Capacity is granted under the layout that was read. */
    GRANT_ASKS_FOR_LAYOUT,
    /** What is granted counts the taken places above a shard's capacity. */
    GRANT_COUNTS_TAKEN,
    /** Lowering leaves the shards nothing to claim. */
    LOWERING_EMPTIES_SHARDS,
    /** Raising changes the sum alone; the shards get it by a grant. */
    RAISING_LEAVES_SHARDS,
    /** What is replaced is the very one that was seen. */
    SEEN_NAMES_VERSION,
    /** What is replaced has no other marks abandoned than were seen. */
    SEEN_NAMES_ABANDONED,
    /** The mark of a pointer whose registration is not there is fenced before the pointer is replaced. */
    POINTER_IN_FLIGHT_IS_FENCED,
    /** Reopening a registration writes its pointers anew. */
    REOPEN_WRITES_POINTERS,
    /** Reopening is refused when its mark was abandoned. */
    REOPEN_ASKS_FOR_MARK,
    /** All marks are recovered before everybody is listed. */
    CLOSING_SETTLES,
    /** Marks are recovered after the shards were closed, not before. */
    CLOSING_SETTLES_LAST,
}
