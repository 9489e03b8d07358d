package yunhe.bench.scale;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One call of the store, as the real code made it.
 *
 * @param keys partition keys of its items
 * @param writeUnits as the service bills them, twice in a transaction; a refused write costs as much
 * @param readUnits of strong reads
 * @param refused whether its condition failed
 */
record StoreCall(Kind kind, List<String> keys, int writeUnits, int readUnits, boolean refused) {

    enum Kind {
        GET,
        BATCH_GET,
        PUT,
        UPDATE,
        TRANSACTION
    }

    /** What an item is to a sign-up, told by its partition key. */
    enum Role {
        HEAD,
        SHARD,
        PERSON,
        LINE,
        TASK;

        static final String SHARD_SORT_KEY = "shard";

        static Role of(String key) {
            if (key.contains("#people#")) {
                return PERSON;
            }
            if (key.contains("#line#")) {
                return LINE;
            }
            if (key.startsWith("due#")) {
                return TASK;
            }
            if (key.contains("#seats#")) {
                return key.split("#", -1).length == 4 ? SHARD : HEAD;
            }
            throw new IllegalArgumentException("no role known for " + key);
        }
    }

    /** Such as "update shard" or "put person, refused". */
    String text() {
        var roles = keys.stream().map(Role::of).distinct().map(StoreCall::lower).collect(Collectors.joining(" + "));
        return lower(kind) + " " + roles + (refused ? ", refused" : "");
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
