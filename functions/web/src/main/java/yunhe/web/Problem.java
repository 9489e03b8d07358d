package yunhe.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Refusal;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/**
 * An error as RFC 9457 words it.
 *
 * @param errors what is wrong, field by field
 * @param members further members of the body, such as {@code opensAt}
 * @param fieldNames how fields read that only this activity has: its questions
 */
public record Problem(
        ProblemCode code,
        List<FieldError> errors,
        Map<String, JsonNode> members,
        Map<String, Bilingual> fieldNames,
        Map<String, String> headers) {

    public static final String TYPE_PREFIX = "urn:yunhe:problem:";

    static final String CONTENT_TYPE = "application/problem+json";

    public static Problem of(ProblemCode code) {
        return new Problem(code, List.of(), Map.of(), Map.of(), Map.of());
    }

    public static Problem of(Refusal refusal) {
        return of(ProblemCode.of(refusal));
    }

    public static Problem invalid(List<FieldError> errors) {
        return of(ProblemCode.BODY_INVALID).withErrors(errors);
    }

    public Problem withErrors(List<FieldError> newErrors) {
        return new Problem(code, List.copyOf(newErrors), members, fieldNames, headers);
    }

    public Problem withMember(String name, String value) {
        return withMember(name, Json.object().textNode(value));
    }

    public Problem withMember(String name, JsonNode value) {
        var copy = new TreeMap<>(members);
        copy.put(name, value);
        return new Problem(code, errors, Map.copyOf(copy), fieldNames, headers);
    }

    public Problem withFieldNames(Map<String, Bilingual> names) {
        return new Problem(code, errors, members, Map.copyOf(names), headers);
    }

    public Problem withHeader(String name, String value) {
        return new Problem(code, errors, members, fieldNames, with(headers, name, value));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public String title(Language language) {
        return ProblemTexts.title(code, language);
    }

    /** Says the members that its text names, as in <code>{nightsAllowed}</code>. */
    public String detail(Language language) {
        var text = ProblemTexts.detail(code, language);
        for (var member : members.entrySet()) {
            text = text.replace("{" + member.getKey() + "}", member.getValue().asText());
        }
        return text;
    }

    /** What is wrong with one of the fields, as a sentence that names it. */
    public String message(FieldError error, Language language) {
        return ProblemTexts.message(error, fieldNames, language);
    }

    public Reply reply(Language language) {
        var body = Json.object()
                .put("type", TYPE_PREFIX + code.code())
                .put("title", title(language))
                .put("status", code.status())
                .put("detail", detail(language))
                .put("code", code.code());
        members.forEach(body::set);
        if (!errors.isEmpty()) {
            var list = body.putArray("errors");
            for (var error : errors) {
                list.addObject()
                        .put("field", error.field())
                        .put("code", ProblemTexts.wireCode(error.code()))
                        .put("message", message(error, language));
            }
        }
        var reply = Reply.text(code.status(), CONTENT_TYPE, Json.write(body))
                .withHeader("content-language", language.code());
        for (var header : headers.entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var copy = new TreeMap<>(map);
        copy.put(name, value);
        return Map.copyOf(copy);
    }
}
