package yunhe.notifications.message;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;

/** The paper every mail is printed on. */
final class Layout {

    /** Enough between tags and in quoted attributes; unlike the engine's own it leaves the = of an address alone. */
    private static final Mustache.Escaper HTML = Escapers.simple(
            new String[][] {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});

    private final Template html =
            Mustache.compiler().withEscaper(HTML).emptyStringIsFalse(true).compile(MessageFile.raw("layout.html"));
    private final Template text =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).compile(MessageFile.raw("layout.txt"));

    String html(Map<String, Object> values) {
        return html.execute(values);
    }

    String text(Map<String, Object> values) {
        return text.execute(values);
    }
}
