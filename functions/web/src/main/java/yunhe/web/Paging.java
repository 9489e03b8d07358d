package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Page;
import yunhe.core.shared.Base64Url;

/** Which part of a list is asked for. */
public record Paging(int limit, Optional<String> cursor) {

    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;

    /** Ours are shorter; a longer one would be no key that the store could look for. */
    private static final int CURSOR_LENGTH_MAX = 400;

    public static Paging of(Request request) {
        var errors = new ArrayList<FieldError>();
        int limit = LIMIT_DEFAULT;
        var asked = request.query("limit").filter(text -> !text.isEmpty());
        if (asked.isPresent()) {
            limit = asked.filter(text -> text.matches("[0-9]{1,6}"))
                    .map(Integer::parseInt)
                    .orElse(0);
            if (limit < 1 || limit > LIMIT_MAX) {
                errors.add(FieldError.of("limit", FieldError.Code.OUT_OF_RANGE, 1, LIMIT_MAX));
            }
        }
        var given = request.query("cursor").filter(text -> !text.isEmpty());
        var cursor = given.filter(text -> text.length() <= CURSOR_LENGTH_MAX)
                .flatMap(Base64Url::decode)
                .map(bytes -> new String(bytes, UTF_8));
        if (given.isPresent() && cursor.isEmpty()) {
            errors.add(FieldError.of("cursor", FieldError.Code.FORMAT));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        return new Paging(limit, cursor);
    }

    /** A page as it stands on the wire. */
    public static <T> ObjectNode list(Page<T> page, Function<T, ObjectNode> item) {
        ArrayNode items = Json.array();
        page.items().forEach(it -> items.add(item.apply(it)));
        var body = Json.object();
        body.set("items", items);
        return body.put("next", page.next().map(Paging::text).orElse(null));
    }

    /** A store's cursor as it is handed out. */
    public static String text(String cursor) {
        return Base64Url.encode(cursor.getBytes(UTF_8));
    }
}
