package yunhe.gatherings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies of requests, each in order but for what a test changes. */
final class Bodies {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Bodies() {}

    /** @param changes pointer and JSON in turn, as in {@code "/waitlist/capacity", "0"}; an empty JSON removes */
    static String gathering(String... changes) {
        return changed("""
            {"kind":"mixer","title":{"zh":"运河南端遇见你","en":"Meet at the South End"},
             "startsAt":"2026-12-05T14:00:00+08:00","endsAt":"2026-12-05T17:00:00+08:00",
             "groups":[{"id":"women","title":{"zh":"女","en":"Women"},"capacity":1},{"id":"men","capacity":30}],
             "waitlist":{"capacity":2},
             "eligibility":{"minAge":18,"maxAge":35},
             "questions":[
               {"id":"diet","type":"choice","label":{"zh":"饮食","en":"Diet"},"options":["none","vegetarian"],"required":true},
               {"id":"tags","type":"choices","label":{"zh":"兴趣","en":"Interests"},"options":["ai","film","hiking"]},
               {"id":"years","type":"number","label":{"zh":"年限","en":"Years"},"min":0,"max":40},
               {"id":"first","type":"yesno","label":{"zh":"第一次","en":"First time"}},
               {"id":"note","type":"text","label":{"zh":"备注","en":"Note"},"maxLength":10}]}
            """, changes);
    }

    static String signUp(String... changes) {
        return changed("""
            {"group":"women","locale":"zh",
             "person":{"name":"韩梅梅","email":"han@example.com","birthDate":"1998-03-01"},
             "answers":{"diet":"none"},"consent":true}
            """, changes);
    }

    private static String changed(String json, String... changes) {
        try {
            var tree = MAPPER.readTree(json);
            for (int i = 0; i < changes.length; i += 2) {
                int slash = changes[i].lastIndexOf('/');
                var parent = (ObjectNode) tree.at(changes[i].substring(0, slash));
                var name = changes[i].substring(slash + 1);
                if (changes[i + 1].isEmpty()) {
                    parent.remove(name);
                } else {
                    JsonNode value = MAPPER.readTree(changes[i + 1]);
                    parent.set(name, value);
                }
            }
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException cause) {
            throw new AssertionError("unusable fixture", cause);
        }
    }
}
