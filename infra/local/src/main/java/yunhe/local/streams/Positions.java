package yunhe.local.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yunhe.local.state.DataFolder;

/**
 * How far an event source has come in each shard. Kept, so that a restart delivers what is still due and nothing else.
 */
final class Positions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String END = "end";

    private final DataFolder data;
    private final String file;
    private final Map<String, String> shards;

    Positions(DataFolder data, String source) {
        this.data = data;
        this.file = "position-" + source + ".json";
        this.shards = new HashMap<>(data.read(file).map(Positions::parse).orElse(Map.of()));
    }

    boolean isFirstStart() {
        return data.read(file).isEmpty();
    }

    Optional<String> of(String shardId) {
        return Optional.ofNullable(shards.get(shardId)).filter(position -> !position.equals(END));
    }

    boolean isDone(String shardId) {
        return END.equals(shards.get(shardId));
    }

    void done(String shardId, String sequenceNumber) {
        shards.put(shardId, sequenceNumber);
        save();
    }

    void end(String shardId) {
        shards.put(shardId, END);
        save();
    }

    /** Forgets shards that the stream has forgotten. */
    void keep(Collection<String> known) {
        if (shards.keySet().retainAll(known)) {
            save();
        }
    }

    void save() {
        try {
            data.write(file, JSON.writeValueAsString(shards));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("write positions", cause);
        }
    }

    private static Map<String, String> parse(String text) {
        try {
            return JSON.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("read positions", cause);
        }
    }
}
