package yunhe.notifications.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;

/** The paper every mail is printed on. */
final class Layout {

    private final Template html =
            Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(MessageFile.raw("layout.html"));
    private final Template text =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).compile(MessageFile.raw("layout.txt"));

    String html(Map<String, Object> values) {
        return html.execute(values);
    }

    String text(Map<String, Object> values) {
        return text.execute(values);
    }
}
