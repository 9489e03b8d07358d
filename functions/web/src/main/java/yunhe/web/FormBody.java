package yunhe.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code application/x-www-form-urlencoded} as a tree: dotted names are nested, a repeated name is a list, a numbered
 * one ({@code proof[0].ref}) is part of one of several objects, an empty field is not there.
 */
final class FormBody {

    private static final int FIELDS_MAX = 500;
    private static final int DEPTH_MAX = 5;

    /** Two digits: nobody fills in more than a hundred of anything. */
    private static final Pattern NUMBERED = Pattern.compile("([^\\[\\]]+)\\[([0-9]{1,2})]");

    private FormBody() {}

    static ObjectNode parse(byte[] body) {
        var pairs = pairs(body);
        if (pairs.size() > FIELDS_MAX) {
            throw malformed();
        }
        var root = Json.object();
        for (var pair : pairs) {
            if (!pair.getValue().isEmpty()) {
                put(root, pair.getKey(), pair.getValue());
            }
        }
        return root;
    }

    /** Names and values in order, decoded. */
    static List<Map.Entry<String, String>> pairs(byte[] body) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '&') {
                if (i > start) {
                    pairs.add(pair(body, start, i));
                }
                start = i + 1;
            }
        }
        return pairs;
    }

    private static Map.Entry<String, String> pair(byte[] body, int start, int end) {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        return Map.entry(decode(body, start, equals), equals < end ? decode(body, equals + 1, end) : "");
    }

    private static String decode(byte[] body, int start, int end) {
        var bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (body[i] == '%') {
                if (i + 2 >= end || !HexFormat.isHexDigit(body[i + 1]) || !HexFormat.isHexDigit(body[i + 2])) {
                    throw malformed();
                }
                bytes.write(HexFormat.fromHexDigit(body[i + 1]) << 4 | HexFormat.fromHexDigit(body[i + 2]));
                i += 2;
            } else {
                bytes.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** Strict: what is no UTF-8 is malformed. */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed();
        }
    }

    private static void put(ObjectNode root, String name, String value) {
        var parts = name.split("\\.", -1);
        if (parts.length > DEPTH_MAX) {
            throw malformed();
        }
        var parent = root;
        for (int i = 0; i < parts.length - 1; i++) {
            parent = inside(parent, parts[i]);
        }
        var last = parts[parts.length - 1];
        JsonNode present = parent.get(last);
        switch (present) {
            case null -> parent.put(last, value);
            case ObjectNode object -> throw malformed();
            case ArrayNode list -> list.add(value);
            default -> parent.set(last, Json.array().add(present).add(value));
        }
    }

    private static ObjectNode inside(ObjectNode parent, String part) {
        var numbered = NUMBERED.matcher(part);
        if (!numbered.matches()) {
            return switch (parent.get(part)) {
                case null -> parent.putObject(part);
                case ObjectNode object -> object;
                default -> throw malformed();
            };
        }
        var name = numbered.group(1);
        var list = switch (parent.get(name)) {
            case null -> parent.putArray(name);
            case ArrayNode array -> array;
            default -> throw malformed();
        };
        int index = Integer.parseInt(numbered.group(2));
        while (list.size() <= index) {
            list.addObject();
        }
        if (list.get(index) instanceof ObjectNode object) {
            return object;
        }
        throw malformed();
    }

    static ProblemException malformed() {
        return Problem.of(ProblemCode.BODY_MALFORMED).exception();
    }
}
