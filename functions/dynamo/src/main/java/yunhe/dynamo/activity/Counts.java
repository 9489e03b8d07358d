package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Seats;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** A group's places and its line as they were read, one item after the other. */
record Counts(Seats seats, Terms terms, List<Shard> shards) {

    /**
     * What holds for the group as a whole.
     *
     * @param gate rises each time newcomers are let in again after a line
     * @param layout rises each time capacity is given to a shard
     * @param rules by which whoever comes has to be judged
     */
    record Terms(long gate, long layout, long rules, boolean closed) {}

    /** @param queued the gate at which its places were kept for the line; 0 for never */
    record Shard(int number, int capacity, int taken, long queued, List<Mark> marks) {

        int free() {
            return Math.max(0, capacity - taken);
        }

        /** What it may ever hold as things are: after a reduction it may hold more than its capacity. */
        int most() {
            return Math.max(capacity, taken);
        }

        boolean isKeptForTheLine(long gate) {
            return queued >= gate;
        }
    }

    /** The group and its line alone: no shard was read, and none seems to hold anything. */
    static Counts ofLine(Map<String, AttributeValue> head) {
        return read(head, Map.of(), List.of());
    }

    static Counts read(Map<String, AttributeValue> head, Map<Key, Map<String, AttributeValue>> found, List<Key> keys) {
        var item = Attributes.of(head);
        var shards = IntStream.range(0, keys.size())
                .mapToObj(number -> shard(number, there(found, keys.get(number))))
                .toList();
        var seats = new Seats(
                item.text("group"),
                item.smallNumber("capacity"),
                shards.stream().mapToInt(Shard::taken).sum(),
                item.smallNumber("waitlistCapacity"),
                item.smallNumber("waiting"));
        var terms = new Terms(item.number("gate"), item.number("layout"), item.number("rules"), item.flag("closed"));
        return new Counts(seats, terms, shards);
    }

    /** Head and shards come into being together. */
    private static Map<String, AttributeValue> there(Map<Key, Map<String, AttributeValue>> found, Key key) {
        return Optional.ofNullable(found.get(key))
                .orElseThrow(() ->
                        new StoreUnavailable("read places", new IllegalStateException("no shard yet: " + key.pk())));
    }

    private static Shard shard(int number, Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Shard(
                number,
                item.smallNumber("capacity"),
                item.smallNumber("taken"),
                item.optionalNumber("queued").orElse(0L),
                Mark.read(number, attributes));
    }

    static int shards(Map<String, AttributeValue> head) {
        return Attributes.of(head).smallNumber("shards");
    }

    static List<Key> keys(ActivityId activity, String group, int shards) {
        return IntStream.range(0, shards)
                .mapToObj(number -> ActivityKeys.shard(activity, group, number))
                .toList();
    }

    long gate() {
        return terms.gate();
    }

    /** Whether nobody is let in, or nobody who was judged by other rules. */
    boolean refuses(Optional<Long> judgedBy) {
        return terms.closed() || judgedBy.filter(it -> it != terms.rules()).isPresent();
    }

    /** How many places there are and are taken, shard by shard. */
    List<List<Integer>> places() {
        return shards.stream()
                .map(shard -> List.of(shard.capacity(), shard.taken()))
                .toList();
    }

    boolean nobodyWaits() {
        return seats.waiting() == 0;
    }

    /** One with a free place; the more it has, the likelier. */
    Optional<Shard> free(RandomGenerator random) {
        int free = shards.stream().mapToInt(Shard::free).sum();
        if (free == 0) {
            return Optional.empty();
        }
        int chosen = random.nextInt(free);
        for (var shard : shards) {
            chosen -= shard.free();
            if (chosen < 0) {
                return Optional.of(shard);
            }
        }
        return Optional.empty();
    }

    /** Places that no shard has to give, because the capacity was lowered and people have left since. */
    int ungranted() {
        return Math.max(
                0, seats.capacity() - shards.stream().mapToInt(Shard::most).sum());
    }

    Stream<Mark> marks() {
        return shards.stream().flatMap(shard -> shard.marks().stream());
    }

    /** Marks that are worth a look: old ones, and those of this very person, who would not ask if all had gone well. */
    List<Mark> doubtful(Optional<PersonKey> person, Instant now) {
        return marks().filter(mark ->
                        mark.isOld(now) || person.filter(mark.person()::equals).isPresent())
                .toList();
    }
}
