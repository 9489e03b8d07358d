package yunhe.web;

import java.util.Map;
import java.util.TreeMap;

/** One JSON line about one outcome: an event's name and ids, never personal data. */
public final class Log {

    private Log() {}

    public static void event(String name, Map<String, String> fields) {
        var line = Json.object().put("event", name);
        new TreeMap<>(fields).forEach(line::put);
        System.out.println(Json.write(line));
    }
}
