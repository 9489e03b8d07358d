package yunhe.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** Fields as a browser sends them: dotted names, repeated ones for lists. */
final class Form {

    private final List<String> pairs = new ArrayList<>();

    static Form of(String... namesAndValues) {
        Form form = new Form();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.and(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    Form and(String name, String value) {
        pairs.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8));
        return this;
    }

    @Override
    public String toString() {
        return String.join("&", pairs);
    }
}
