package yunhe.dynamo.roadshow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.RegistrationId;
import yunhe.core.roadshow.Pair;
import yunhe.dynamo.Attributes;

/** Numbers for the people of a timetable, so that each id stands in its item once. */
final class PeopleIndex {

    private final Map<RegistrationId, Integer> numbers = new LinkedHashMap<>();
    private final List<RegistrationId> people = new ArrayList<>();

    static PeopleIndex read(Attributes item) {
        var index = new PeopleIndex();
        item.texts("people").forEach(id -> index.number(RegistrationId.parse(id).orElseThrow()));
        return index;
    }

    AttributeValue attribute() {
        return Attributes.texts(people.stream().map(RegistrationId::value).toList());
    }

    int number(RegistrationId id) {
        return numbers.computeIfAbsent(id, unknown -> {
            people.add(unknown);
            return people.size() - 1;
        });
    }

    RegistrationId person(int number) {
        return people.get(number);
    }

    String write(Set<Pair> pairs) {
        return Rows.write(pairs.stream()
                .map(pair -> new int[] {number(pair.project()), number(pair.investor())})
                .toList());
    }

    Set<Pair> pairs(String text) {
        return Rows.read(text).stream()
                .map(row -> pair(row[0], row[1]))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Pair pair(int project, int investor) {
        return new Pair(person(project), person(investor));
    }
}
