package yunhe.core.shared;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** One JSON line about one outcome: an event's name and ids, never personal data. */
public final class Log {

    private static final ScopedValue<Boolean> SILENT = ScopedValue.newInstance();

    private Log() {}

    /** What the work has to say is worded and then kept back: it only rehearses what it will do. */
    public static void silently(Runnable work) {
        ScopedValue.where(SILENT, true).run(work);
    }

    public static void event(String name, Map<String, String> fields) {
        var line = new StringJoiner(",", "{", "}").add("\"event\":" + quoted(name));
        new TreeMap<>(fields).forEach((field, value) -> line.add(quoted(field) + ":" + quoted(value)));
        var worded = line.toString();
        if (!SILENT.isBound()) {
            System.out.println(worded);
        }
    }

    /** RFC 8259, section 7. No JSON library: this is all of it that a line of ids needs. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
