package yunhe.local.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Values of the template's generated secrets, made once. */
public final class Secrets {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 64;

    private final DataFolder data;
    private final RandomGenerator random;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    public Secrets(DataFolder data, RandomGenerator random) {
        this.data = data;
        this.random = random;
    }

    public String value(String logicalId) {
        return values.computeIfAbsent(logicalId, this::keptOrNew);
    }

    private String keptOrNew(String logicalId) {
        String file = "secret-" + logicalId;
        return data.read(file).orElseGet(() -> {
            String made = generate();
            data.write(file, made);
            return made;
        });
    }

    private String generate() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
