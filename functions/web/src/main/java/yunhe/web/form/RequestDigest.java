package yunhe.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yunhe.core.person.Email;
import yunhe.core.person.Phone;
import yunhe.core.person.PhoneNumbers;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.TypedText;
import yunhe.web.Body;
import yunhe.web.Json;

/**
 * What a request means, as a hash: the same for the same request sent as a form or as JSON, with fields in any order,
 * text untidied, an e-mail in other case or a phone number in another spelling. Fields that mean nothing here do not
 * count.
 */
public final class RequestDigest {

    private static final int BYTES = 16;
    private static final int PLAIN_DIGITS_MAX = 100;

    private final PhoneNumbers phones;

    public RequestDigest(PhoneNumbers phones) {
        this.phones = phones;
    }

    /**
     * @param fields that mean something
     * @param flags those of them that a form ticks
     * @param personFields of the person, beside the contacts
     */
    public String of(Body body, List<String> fields, List<String> flags, List<String> personFields) {
        var tree = body.tree();
        var meaning = new TreeMap<String, String>();
        fields.forEach(name -> put(meaning, name, tree.path(name)));
        put(meaning, "locale", tree.path("locale"));
        flags.forEach(name -> meaning.put(name, flag(tree.path(name), body.isForm())));
        var person = tree.path("person");
        personFields.forEach(name -> put(meaning, "person." + name, person.path(name)));
        var email = text(person.path("email"));
        meaning.put("person.email", Email.parse(email).map(Email::folded).orElse(email));
        var phone = text(person.path("phone"));
        meaning.put("person.phone", phones.parse(phone).map(Phone::e164).orElse(phone));
        tree.path("answers").properties().forEach(it -> put(meaning, "answers." + it.getKey(), it.getValue()));
        meaning.values().removeIf(String::isEmpty);
        var sorted = Json.object();
        meaning.forEach(sorted::put);
        return hash(Json.write(sorted));
    }

    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64Url.encode(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 is part of every Java", cause);
        }
    }

    private static void put(Map<String, String> meaning, String name, JsonNode value) {
        meaning.put(name, text(value));
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(part -> parts.add(text(part)));
            // Which of several choices was ticked first does not matter.
            Collections.sort(parts);
            return parts.size() == 1 ? parts.getFirst() : parts.isEmpty() ? "" : "list:" + quoted(parts);
        }
        if (value instanceof ObjectNode) {
            var parts = new TreeMap<String, String>();
            value.properties().forEach(part -> parts.put(part.getKey(), text(part.getValue())));
            parts.values().removeIf(String::isEmpty);
            var sorted = Json.object();
            parts.forEach(sorted::put);
            return parts.isEmpty() ? "" : "object:" + Json.write(sorted);
        }
        if (value.isNumber()) {
            // Without trailing zeros already: 1.50 was read as 1.5.
            var number = value.decimalValue();
            return Math.abs((long) number.scale()) > PLAIN_DIGITS_MAX ? number.toString() : number.toPlainString();
        }
        return TypedText.tidy(value.asText()).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String quoted(List<String> parts) {
        var list = Json.array();
        parts.forEach(list::add);
        return Json.write(list);
    }

    private static String flag(JsonNode value, boolean isForm) {
        var text = text(value);
        return isForm && List.of("on", "yes", "1").contains(text) ? "true" : text;
    }
}
