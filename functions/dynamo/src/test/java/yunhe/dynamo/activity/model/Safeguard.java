package yunhe.dynamo.activity.model;

import static yunhe.dynamo.activity.model.Property.AS_MANY_ARE_TAKEN_AS_HOLD;
import static yunhe.dynamo.activity.model.Property.AS_MANY_ARE_TAKEN_AS_HOLD_AFTER_HEALING;
import static yunhe.dynamo.activity.model.Property.NOBODY_IS_LIVE_AFTER_CLOSING;
import static yunhe.dynamo.activity.model.Property.NO_MORE_IS_PROMISED_THAN_THERE_IS;
import static yunhe.dynamo.activity.model.Property.NO_NEWCOMER_PASSES_THOSE_WHO_WAIT;
import static yunhe.dynamo.activity.model.Property.NO_PLACE_IS_STRANDED;
import static yunhe.dynamo.activity.model.Property.ONE_LIVE_REGISTRATION_PER_PERSON;

/**
 * What the protocol rests on, one condition or one order of calls each, so that each can be left out; and where that
 * breaks what.
 */
enum Safeguard {
    /** Who recovers a mark makes sure that it will never be recorded before its place is given back. */
    RECOVERY_FENCES(Situation.ONE_PLACE, AS_MANY_ARE_TAKEN_AS_HOLD),
    /** Who recovers a mark asks whether this mark holds, not whether its person holds. */
    RECOVERY_ASKS_FOR_THIS_MARK(Situation.TWO_PLACES, AS_MANY_ARE_TAKEN_AS_HOLD_AFTER_HEALING),
    /** Each promotion has a mark of its own. */
    PROMOTION_HAS_FRESH_MARK(Situation.TWO_PROMOTERS, AS_MANY_ARE_TAKEN_AS_HOLD_AFTER_HEALING),
    /** So has each attempt to join the line, though its mark is only in the line and in the pointers. */
    JOIN_HAS_FRESH_MARK(Situation.ONE_TELEPHONE_IN_THE_LINE, ONE_LIVE_REGISTRATION_PER_PERSON),
    /** A mark is released only while it is there. */
    RELEASE_ASKS_FOR_MARK(Situation.ONE_PLACE, NO_MORE_IS_PROMISED_THAN_THERE_IS),
    /** Ending a registration removes the mark of its place from the shard. */
    END_REMOVES_MARK(Situation.ONE_PLACE, AS_MANY_ARE_TAKEN_AS_HOLD_AFTER_HEALING),
    /** Ending a registration abandons the mark of its place, so that no late write records it again. */
    END_ABANDONS_MARK(Situation.ONE_PLACE, AS_MANY_ARE_TAKEN_AS_HOLD),
    /** An abandoned mark is not recorded. */
    RECORD_ASKS_FOR_MARK(Situation.ONE_PLACE, AS_MANY_ARE_TAKEN_AS_HOLD),
    /** A write that was sent twice and refused the second time is looked at before anything is given back. */
    REFUSED_RECORD_IS_LOOKED_AT(Situation.ONE_PLACE, AS_MANY_ARE_TAKEN_AS_HOLD),
    /** A promotion is refused when its mark was abandoned. */
    CONFIRM_ASKS_FOR_MARK(Situation.OFFERS, AS_MANY_ARE_TAKEN_AS_HOLD),

    /** Who joins the line does so under the gate under which the shards were queued. */
    JOIN_ASKS_FOR_GATE(Situation.FULL_SHARDS, NO_NEWCOMER_PASSES_THOSE_WHO_WAIT),
    /** Every shard is queued before anybody joins. */
    JOIN_QUEUES_EVERY_SHARD(Situation.FULL_SHARDS, NO_NEWCOMER_PASSES_THOSE_WHO_WAIT),
    /** The gate is raised for newcomers only while nobody waits. */
    BUMP_ASKS_THAT_NOBODY_WAITS(Situation.FULL_SHARDS, NO_NEWCOMER_PASSES_THOSE_WHO_WAIT),
    /** It is raised then, so that a place which came back after the line was gone can be claimed. */
    NOBODY_WAITING_RAISES_GATE(Situation.FULL_SHARDS, NO_PLACE_IS_STRANDED),
    /** A newcomer takes no place of a queued shard. */
    CLAIM_ASKS_FOR_QUEUED(Situation.FULL_SHARDS, NO_NEWCOMER_PASSES_THOSE_WHO_WAIT),
    /** What a shard is queued with only rises. */
    QUEUED_ONLY_RISES(Situation.FULL_SHARDS_AND_THREE_WHO_COME, NO_NEWCOMER_PASSES_THOSE_WHO_WAIT),

    /** Capacity is granted under the layout that was read. */
    GRANT_ASKS_FOR_LAYOUT(Situation.FEWER_THEN_MORE_PLACES, NO_MORE_IS_PROMISED_THAN_THERE_IS),
    /** What is granted counts the taken places above a shard's capacity. */
    GRANT_COUNTS_TAKEN(Situation.FEWER_THEN_MORE_PLACES, NO_MORE_IS_PROMISED_THAN_THERE_IS),
    /** Lowering leaves the shards nothing to claim. */
    LOWERING_EMPTIES_SHARDS(Situation.FEWER_THEN_MORE_PLACES, NO_MORE_IS_PROMISED_THAN_THERE_IS),
    /** Raising changes the sum alone; the shards get it by a grant. */
    RAISING_LEAVES_SHARDS(Situation.FEWER_THEN_MORE_PLACES, NO_MORE_IS_PROMISED_THAN_THERE_IS),

    /** What is replaced is the very one that was seen. */
    SEEN_NAMES_VERSION(Situation.ONE_TELEPHONE, ONE_LIVE_REGISTRATION_PER_PERSON),
    /** What is replaced has no other marks abandoned than were seen. */
    SEEN_NAMES_ABANDONED(Situation.AGAIN_AFTER_A_CANCELLATION, AS_MANY_ARE_TAKEN_AS_HOLD),
    /** The mark of a pointer whose registration is not there is fenced before the pointer is replaced. */
    POINTER_IN_FLIGHT_IS_FENCED(Situation.ONE_TELEPHONE, ONE_LIVE_REGISTRATION_PER_PERSON),
    /** Reopening a registration writes its pointers anew. */
    REOPEN_WRITES_POINTERS(Situation.TELEPHONE_OF_A_REJECTED_ONE, ONE_LIVE_REGISTRATION_PER_PERSON),
    /** Reopening is refused when its mark was abandoned. */
    REOPEN_ASKS_FOR_MARK(Situation.TELEPHONE_OF_A_REJECTED_ONE, AS_MANY_ARE_TAKEN_AS_HOLD),

    /** Nothing is claimed of a closed shard. */
    CLAIM_ASKS_WHETHER_CLOSED(Situation.CLOSING_WHILE_PEOPLE_COME, NOBODY_IS_LIVE_AFTER_CLOSING),
    /** Nobody joins the line of a closed group. */
    JOIN_ASKS_WHETHER_CLOSED(Situation.CLOSING_WHILE_PEOPLE_WAIT, NOBODY_IS_LIVE_AFTER_CLOSING),
    /** All marks are recovered before everybody is listed. */
    CLOSING_SETTLES(Situation.CLOSING_WHILE_PEOPLE_COME, NOBODY_IS_LIVE_AFTER_CLOSING),
    /** Marks are recovered after the shards were closed, not before. */
    CLOSING_SETTLES_LAST(Situation.CLOSING_WHILE_PEOPLE_COME, NOBODY_IS_LIVE_AFTER_CLOSING);

    final Situation situation;
    final Property breaks;

    Safeguard(Situation situation, Property breaks) {
        this.situation = situation;
        this.breaks = breaks;
    }
}
