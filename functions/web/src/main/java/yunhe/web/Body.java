package yunhe.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A request's body as a tree.
 *
 * @param isForm whether it came from a form, where everything is text
 */
public record Body(ObjectNode tree, boolean isForm) {

    public static final int BYTES_MAX = 64 * 1024;

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    static Body parse(Request request, int bytesMax, boolean formsToo) {
        var bytes = request.bytes();
        if (bytes.length > bytesMax) {
            throw Problem.of(ProblemCode.BODY_TOO_LARGE).exception();
        }
        var type = request.header("content-type").orElse("");
        int end = type.indexOf(';');
        var media = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (media.equals(JSON)) {
            return new Body(json(bytes), false);
        }
        if (media.equals(FORM) && formsToo) {
            return new Body(FormBody.parse(bytes), true);
        }
        throw Problem.of(ProblemCode.BODY_UNSUPPORTED)
                .withHeader("accept", formsToo ? JSON + ", " + FORM : JSON)
                .exception();
    }

    private static ObjectNode json(byte[] bytes) {
        try {
            var text = FormBody.utf8(bytes);
            if (Json.read(text.startsWith("\uFEFF") ? text.substring(1) : text) instanceof ObjectNode object) {
                return object;
            }
            throw FormBody.malformed();
        } catch (JsonProcessingException unreadable) {
            throw FormBody.malformed();
        }
    }
}
