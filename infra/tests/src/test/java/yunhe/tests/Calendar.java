package yunhe.tests;

import java.util.LinkedHashMap;
import java.util.Map;

/** The properties of an iCalendar text with one event, unfolded; a property's parameters stay with its value. */
record Calendar(Map<String, String> properties, String text) {

    static Calendar parse(String text) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String line : text.replaceAll("\r?\n[ \t]", "").split("\r?\n", -1)) {
            String name = line.split("[:;]", 2)[0];
            if (line.length() > name.length() && !name.equals("BEGIN") && !name.equals("END")) {
                properties.putIfAbsent(name, line.substring(name.length() + 1));
            }
        }
        return new Calendar(properties, text);
    }

    String get(String property) {
        return properties.getOrDefault(property, "");
    }

    String method() {
        return get("METHOD");
    }

    String uid() {
        return get("UID");
    }

    int sequence() {
        return Integer.parseInt(get("SEQUENCE"));
    }
}
