package yunhe.bench.scale;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the store's items say: the shards with their marks, and who is registered. */
final class Places {

    private final List<Shard> shards;
    private int confirmed;

    Places(int places, int shards) {
        this.shards = IntStream.range(0, shards)
                .mapToObj(number -> new Shard(number, places / shards + (number < places % shards ? 1 : 0)))
                .toList();
    }

    /** Left by a claim; each is itself. */
    static final class Mark {

        final Guest person;
        final Shard shard;
        final long since;

        Mark(Guest person, Shard shard, long since) {
            this.person = person;
            this.shard = shard;
            this.since = since;
        }
    }

    static final class Shard {

        private final int number;
        private final int capacity;
        private final Set<Mark> marks = new LinkedHashSet<>();
        private int taken;

        private Shard(int number, int capacity) {
            this.number = number;
            this.capacity = capacity;
        }

        String key() {
            return "shard#" + number;
        }

        int marks() {
            return marks.size();
        }

        int free() {
            return capacity - taken;
        }

        boolean isFull() {
            return taken >= capacity;
        }

        Stream<Mark> all() {
            return marks.stream();
        }

        boolean claim(Mark mark, Collection<Mark> cleared) {
            if (isFull()) {
                return false;
            }
            taken++;
            marks.removeAll(cleared);
            marks.add(mark);
            return true;
        }

        /** A place without a mark, as the transaction takes it. */
        boolean take() {
            if (isFull()) {
                return false;
            }
            taken++;
            return true;
        }

        boolean clear(Collection<Mark> cleared) {
            marks.removeAll(cleared);
            return true;
        }

        boolean release(Mark mark) {
            boolean wasThere = marks.remove(mark);
            taken -= wasThere ? 1 : 0;
            return wasThere;
        }
    }

    /** Somebody who wants a place, and the item under their key. */
    static final class Guest {

        final String key;
        private final Set<Mark> abandoned = new HashSet<>();
        private Optional<Mark> holdsBy = Optional.empty();
        private boolean registered;

        Guest(String key) {
            this.key = key;
        }

        boolean isRegistered() {
            return registered;
        }

        boolean hasAbandoned(Mark mark) {
            return abandoned.contains(mark);
        }

        /** False when a registration holds by the mark. */
        boolean fence(Mark mark) {
            if (holdsBy.filter(mark::equals).isPresent()) {
                return false;
            }
            abandoned.add(mark);
            return true;
        }
    }

    /** How all shards were, when somebody looked. */
    record Seen(List<Integer> free, List<Shard> shards) {

        Stream<Mark> marks() {
            return shards.stream().flatMap(Shard::all);
        }
    }

    Seen look() {
        return new Seen(shards.stream().map(Shard::free).toList(), shards);
    }

    boolean record(Guest guest, Mark mark) {
        if (guest.registered || guest.abandoned.contains(mark)) {
            return false;
        }
        guest.holdsBy = Optional.of(mark);
        register(guest);
        return true;
    }

    void register(Guest guest) {
        guest.registered = true;
        confirmed++;
    }

    int confirmed() {
        return confirmed;
    }

    List<Shard> shards() {
        return shards;
    }

    int taken() {
        return shards.stream().mapToInt(shard -> shard.taken).sum();
    }

    int capacity() {
        return shards.stream().mapToInt(shard -> shard.capacity).sum();
    }

    /** A shard with a free place; the more it has, the likelier. */
    Optional<Shard> chosen(Seen seen, RandomGenerator random) {
        int free = seen.free().stream().mapToInt(it -> it).sum();
        if (free <= 0) {
            return Optional.empty();
        }
        int chosen = random.nextInt(free);
        for (var shard : shards) {
            chosen -= seen.free().get(shard.number);
            if (chosen < 0) {
                return Optional.of(shard);
            }
        }
        return Optional.empty();
    }
}
