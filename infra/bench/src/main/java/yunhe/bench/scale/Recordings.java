package yunhe.bench.scale;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store calls of sign-ups in every situation that a rush brings about, as the real code made them.
 *
 * @param calls by what somebody runs into
 * @param shardBytes size of a shard's item by the number of marks on it
 * @param peopleKeys partition keys over which the registrations of one activity are spread
 * @param shardsByDefault by the places of a group
 */
record Recordings(
        Map<Situation, List<StoreCall>> calls,
        Map<Integer, Integer> shardBytes,
        int peopleKeys,
        Map<Integer, Integer> shardsByDefault) {

    enum Situation {
        FIRST_OF_A_PROCESS("the first of a process"),
        FURTHER("a further one"),
        LAST_PLACE("the last place of a shard"),
        SHARD_DRY("the shard is dry, another is not"),
        FOUND_FULL("all is full, seen for the first time"),
        STILL_FULL("all is full, seen before"),
        MANY_MARKS("with more than 16 marks"),
        OLD_MARK("beside an old mark whose registration is there"),
        DEAD_MARK("beside an old mark of a process that died"),
        AGAIN("pressed again by somebody who is there"),
        FIRST_IN_LINE("the first in a line"),
        FURTHER_IN_LINE("a further one in the line"),
        LINE_SEEN_TO("behind a line that the process has seen to"),
        ONE_TRANSACTION("one transaction, as before the ledger");

        private final String text;

        Situation(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    int shardBytesWith(int marks) {
        return Optional.ofNullable(shardBytes.get(marks)).orElseThrow();
    }

    List<StoreCall> of(Situation situation) {
        return Optional.ofNullable(calls.get(situation)).orElseThrow();
    }
}
