package yunhe.gatherings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.FieldError;

/**
 * What may change once people have signed up: words, numbers of places, the length of the line. Whatever else differs
 * is named and refused.
 */
final class PublishedChange {

    private static final Set<String> FREE = Set.of("title", "summary");
    private static final Set<String> FREE_OF_GROUP = Set.of("title", "capacity");
    private static final Set<String> FREE_OF_WAITLIST = Set.of("capacity");

    private PublishedChange() {}

    static List<FieldError> refused(ActivityDetails before, ActivityDetails after) {
        var old = ActivityView.details(before);
        var asked = ActivityView.details(after);
        var errors = new ArrayList<FieldError>();
        compare(
                "",
                old.without(List.of("groups", "waitlist")),
                asked.without(List.of("groups", "waitlist")),
                FREE,
                errors);
        compare("waitlist.", old.path("waitlist"), asked.path("waitlist"), FREE_OF_WAITLIST, errors);
        groups(old.path("groups"), asked.path("groups"), errors);
        return List.copyOf(errors);
    }

    private static void groups(JsonNode old, JsonNode asked, List<FieldError> errors) {
        if (!ids(old).equals(ids(asked))) {
            errors.add(FieldError.of("groups", FieldError.Code.READ_ONLY));
            return;
        }
        for (int i = 0; i < asked.size(); i++) {
            compare("groups[" + i + "].", old.get(i), asked.get(i), FREE_OF_GROUP, errors);
        }
    }

    private static List<String> ids(JsonNode groups) {
        var ids = new ArrayList<String>();
        groups.forEach(group -> ids.add(group.path("id").asText()));
        return ids;
    }

    private static void compare(
            String prefix, JsonNode old, JsonNode asked, Set<String> free, List<FieldError> errors) {
        var names = new TreeSet<String>();
        names.addAll(names(old));
        names.addAll(names(asked));
        names.removeAll(free);
        for (var name : names) {
            if (!old.path(name).equals(asked.path(name))) {
                errors.add(FieldError.of(prefix + name, FieldError.Code.READ_ONLY));
            }
        }
    }

    private static Set<String> names(JsonNode node) {
        var names = new HashSet<String>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(names::add);
        }
        return names;
    }
}
