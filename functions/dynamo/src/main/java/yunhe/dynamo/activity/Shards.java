package yunhe.dynamo.activity;

import yunhe.core.shared.Environment;

/**
 * Into how many parts a group's places are split. A shard takes about a thousand plain writes a second, a sign-up
 * writes it once, and as many processes as claim at once leave a mark each; the more places there are, the more people
 * press at the same moment. infra/bench/scale.md shows what each number of shards holds.
 */
public record Shards(int placesPerShard, int ofACrowd) {

    /** Thousands press for few places, too, and one shard falls under them. */
    private static final int SHARDS_OF_A_CROWD = 4;

    private static final int PLACES_WORTH_A_CROWD = 25;

    public static final Shards DEFAULT = new Shards(500, SHARDS_OF_A_CROWD);

    private static final int SHARDS_MAX = 30;

    /**
     * All shards of an activity are closed in one transaction, and changed in one with what is due; it writes a hundred
     * items at most, and groups that are added later bring two each.
     */
    private static final int SHARDS_OF_ALL_GROUPS_MAX = 30;

    public static Shards of(Environment environment) {
        return environment
                .optional("PLACES_PER_SHARD")
                .map(Integer::parseInt)
                .map(places -> new Shards(places, SHARDS_OF_A_CROWD))
                .orElse(DEFAULT);
    }

    /** By the number of places alone. */
    public Shards(int placesPerShard) {
        this(placesPerShard, 1);
    }

    public Shards {
        if (placesPerShard < 1) {
            throw new IllegalArgumentException("places per shard: " + placesPerShard);
        }
    }

    int of(int capacity, int groups) {
        int bound = Math.clamp(SHARDS_OF_ALL_GROUPS_MAX / groups, 1, SHARDS_MAX);
        int few = Math.min(ofACrowd, capacity / PLACES_WORTH_A_CROWD);
        return Math.clamp(Math.max(few, Math.ceilDiv(capacity, placesPerShard)), 1, bound);
    }

    /** How many of the places the shard has at first. */
    static int share(int capacity, int shards, int shard) {
        return capacity / shards + (shard < capacity % shards ? 1 : 0);
    }
}
