package yunhe.bench.scale;

import java.util.List;
import yunhe.bench.scale.Recordings.Situation;
import yunhe.bench.scale.StoreCall.Kind;

/**
 * What a simulated sign-up is put together from, taken out of the recordings. The simulator believes that the real code
 * makes certain steps in a certain order; where a recording says otherwise, there is no simulation.
 *
 * @param shardBytes of an item without marks
 * @param markBytes of each mark on it
 */
record Steps(
        StoreCall head,
        StoreCall claim,
        StoreCall record,
        StoreCall known,
        StoreCall fence,
        StoreCall transaction,
        int peopleKeys,
        int shardBytes,
        int markBytes) {

    private static final int WRITE_UNIT_BYTES = 1024;

    static Steps of(Recordings recordings) {
        var steps = taken(recordings);
        steps.check(recordings);
        return steps;
    }

    private static Steps taken(Recordings recordings) {
        var first = recordings.of(Situation.FIRST_OF_A_PROCESS);
        var full = recordings.of(Situation.STILL_FULL);
        int bare = recordings.shardBytesWith(0);
        int most = RealSignUps.MARKS.getLast();
        return new Steps(
                first.getFirst(),
                first.get(1),
                first.getLast(),
                full.getLast(),
                recordings.of(Situation.DEAD_MARK).get(3),
                recordings.of(Situation.ONE_TRANSACTION).getFirst(),
                recordings.peopleKeys(),
                bare,
                Math.ceilDiv(recordings.shardBytesWith(most) - bare, most));
    }

    private void check(Recordings recordings) {
        expect(recordings, Situation.FIRST_OF_A_PROCESS, "get head", "update shard", "put person");
        expect(recordings, Situation.FURTHER, "update shard", "put person");
        expect(recordings, Situation.LAST_PLACE, "update shard", "put person", "update shard");
        expect(
                recordings,
                Situation.SHARD_DRY,
                "update shard, refused",
                "get head",
                "batch get shard",
                "update shard",
                "update shard",
                "put person");
        expect(recordings, Situation.FOUND_FULL, "update shard, refused", "get head", "batch get shard", "get person");
        expect(recordings, Situation.STILL_FULL, "get head", "batch get shard", "get person");
        expect(recordings, Situation.MANY_MARKS, "get head", "update shard", "put person", "update shard");
        expect(
                recordings,
                Situation.OLD_MARK,
                "get head",
                "update shard",
                "put person",
                "update person, refused",
                "update shard");
        expect(
                recordings,
                Situation.DEAD_MARK,
                "get head",
                "update shard",
                "put person",
                "update person",
                "update shard");
        expect(recordings, Situation.AGAIN, "update shard", "put person, refused", "update shard");
        expect(recordings, Situation.ONE_TRANSACTION, "transaction person + shard");
        recordings.shardBytes().forEach((marks, bytes) -> {
            if (Math.ceilDiv(bytes, WRITE_UNIT_BYTES) != shardUnits(marks)) {
                throw new IllegalStateException(marks + " marks make a shard of " + bytes + " bytes");
            }
        });
        if (claim.kind() != Kind.UPDATE || record.kind() != Kind.PUT) {
            throw new IllegalStateException("a sign-up is " + claim.text() + " and " + record.text());
        }
    }

    private static void expect(Recordings recordings, Situation situation, String... believed) {
        var made = recordings.of(situation).stream().map(StoreCall::text).toList();
        if (!made.equals(List.of(believed))) {
            throw new IllegalStateException(
                    situation.text() + ": the real code calls " + made + ", the simulator " + List.of(believed));
        }
    }

    /** Of any write to a shard that has so many marks. */
    int shardUnits(int marks) {
        return Math.ceilDiv(shardBytes + marks * markBytes, WRITE_UNIT_BYTES);
    }

    /** Of one read of it. */
    int shardReadUnits(int marks) {
        return Math.ceilDiv(shardBytes + marks * markBytes, 4 * WRITE_UNIT_BYTES);
    }

    /** Of one of the two items of the transaction. */
    int transactionUnits() {
        return transaction.writeUnits() / transaction.keys().size();
    }
}
