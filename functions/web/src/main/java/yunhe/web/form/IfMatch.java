package yunhe.web.form;

import java.util.Optional;
import java.util.regex.Pattern;
import yunhe.web.Request;

/** The version that the sender has seen. */
public final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

    /** No version is this one, so what cannot be read is stale. */
    private static final long NEVER = -1;

    private IfMatch() {}

    public static Optional<Long> version(Request request) {
        return request.header("if-match").map(text -> {
            var matcher = VERSION.matcher(text.strip());
            return matcher.matches() ? Long.parseLong(matcher.group(1)) : NEVER;
        });
    }
}
