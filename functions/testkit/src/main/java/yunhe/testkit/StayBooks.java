package yunhe.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Counts stays against nights, from nothing but the stored items: what is held by nobody is lost, what is held twice is
 * oversold. Shares nothing with what it checks.
 */
public final class StayBooks {

    private static final Set<String> HOLDS = Set.of("confirmed", "pending", "offered", "checked_in", "checked_out");
    private static final Set<String> COUNTS =
            Set.of("confirmed", "pending", "offered", "checked_in", "checked_out", "no_show");
    private static final Set<String> BLOCKS =
            Set.of("confirmed", "pending", "offered", "checked_in", "checked_out", "waitlisted");
    private static final Set<String> LIVE = Set.of("confirmed", "pending", "offered", "checked_in", "waitlisted");

    private final List<Map<String, AttributeValue>> items;
    private final Map<String, String> roots = new HashMap<>();

    private StayBooks(List<Map<String, AttributeValue>> items) {
        this.items = items;
        ofType("guest.identity").forEach(item -> roots.put(text(item, "pk"), text(item, "root")));
    }

    public static StayBooks of(DynamoDbClient client, String table) {
        return new StayBooks(
                client
                        .scanPaginator(ScanRequest.builder()
                                .tableName(table)
                                .consistentRead(true)
                                .build())
                        .items()
                        .stream()
                        .toList());
    }

    /** Everything that is not as it should be; empty when the books are in order. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        compare("nights taken", nightsHeld(), nightsTaken(), faults);
        compare("waiting in line", waiting(), counters(), faults);
        compare("places in line", waiting(), places(), faults);
        compare("guests' records", recorded(), remembered(), faults);
        faults.addAll(sharedNights());
        return faults;
    }

    /** Nights of one year that count, for each guest: under whatever identity. */
    public Map<String, Long> nightsByGuestAndYear() {
        var nights = new TreeMap<String, Long>();
        for (var stay : ofType("stay")) {
            if (COUNTS.contains(text(stay, "status"))) {
                nights(stay).forEach(night -> nights.merge(guest(stay) + " " + night.getYear(), 1L, Long::sum));
            }
        }
        return nights;
    }

    /** How many stays have this status. */
    public int count(String status) {
        return (int) ofType("stay").stream()
                .filter(stay -> text(stay, "status").equals(status))
                .count();
    }

    /** How many are taken, by station, room type and night. */
    public Map<String, Long> nightsTaken() {
        var taken = new TreeMap<String, Long>();
        for (var night : ofType("night")) {
            long count = number(night, "taken");
            if (count != 0) {
                taken.put(text(night, "pk") + "#" + text(night, "sk"), count);
            }
        }
        return taken;
    }

    private Map<String, Long> nightsHeld() {
        var held = new TreeMap<String, Long>();
        for (var stay : ofType("stay")) {
            if (HOLDS.contains(text(stay, "status"))) {
                nights(stay)
                        .forEach(night -> held.merge(
                                station(stay) + "#nights#" + night + "#" + text(stay, "room"), 1L, Long::sum));
            }
        }
        return held;
    }

    private Map<String, Long> waiting() {
        var waiting = new TreeMap<String, Long>();
        for (var stay : ofType("stay")) {
            if (text(stay, "status").equals("waitlisted")) {
                waiting.merge(station(stay) + "#" + text(stay, "room"), 1L, Long::sum);
            }
        }
        return waiting;
    }

    private Map<String, Long> counters() {
        var counters = new TreeMap<String, Long>();
        for (var counter : ofType("waiting")) {
            if (number(counter, "waiting") != 0) {
                counters.put(
                        text(counter, "pk").replace("#waiting", "") + "#" + text(counter, "sk"),
                        number(counter, "waiting"));
            }
        }
        return counters;
    }

    private Map<String, Long> places() {
        var places = new TreeMap<String, Long>();
        ofType("line")
                .forEach(place -> places.merge(text(place, "station") + "#" + text(place, "room"), 1L, Long::sum));
        return places;
    }

    /** What each guest's record should say of each stay that matters to others. */
    private Map<String, Long> recorded() {
        var recorded = new TreeMap<String, Long>();
        for (var stay : ofType("stay")) {
            var status = text(stay, "status");
            if (COUNTS.contains(status) || BLOCKS.contains(status)) {
                recorded.put(guest(stay) + " " + text(stay, "id") + " " + until(stay) + " " + status, 1L);
            }
        }
        return recorded;
    }

    private Map<String, Long> remembered() {
        var remembered = new TreeMap<String, Long>();
        for (var record : ofType("guest")) {
            var guest = text(record, "pk").substring("guest#".length());
            for (var entry : list(record, "stays")) {
                var parts = entry.s().split("\\|", -1);
                if (COUNTS.contains(parts[2]) || BLOCKS.contains(parts[2])) {
                    remembered.put(guest + " " + parts[0] + " " + parts[1] + " " + parts[2], 1L);
                }
            }
        }
        return remembered;
    }

    private List<String> sharedNights() {
        var faults = new ArrayList<String>();
        var seen = new HashMap<String, String>();
        for (var stay : ofType("stay")) {
            if (LIVE.contains(text(stay, "status"))) {
                for (var night : nights(stay)) {
                    var other = seen.put(guest(stay) + " " + night, text(stay, "id"));
                    if (other != null) {
                        faults.add(text(stay, "id") + " and " + other + " of one guest share the night of " + night);
                    }
                }
            }
        }
        return faults;
    }

    /** The identity under which the guest's record is kept. */
    private String guest(Map<String, AttributeValue> stay) {
        var identity = list(stay, "identities").getFirst().s();
        for (int hop = 0; hop < 10; hop++) {
            var root = roots.get("guest#" + identity);
            if (root == null) {
                return identity;
            }
            identity = root;
        }
        return "circle at " + identity;
    }

    private static void compare(
            String what, Map<String, Long> expected, Map<String, Long> actual, List<String> faults) {
        var keys = new TreeMap<>(expected);
        keys.putAll(actual);
        for (var key : keys.keySet()) {
            long should = expected.getOrDefault(key, 0L);
            long is = actual.getOrDefault(key, 0L);
            if (should != is) {
                faults.add(what + ": " + key + " should be " + should + " and is " + is);
            }
        }
    }

    private static List<LocalDate> nights(Map<String, AttributeValue> stay) {
        var arrive = arrive(stay);
        var until = LocalDate.parse(until(stay));
        return arrive.isBefore(until) ? arrive.datesUntil(until).toList() : List.of();
    }

    private static LocalDate arrive(Map<String, AttributeValue> stay) {
        return LocalDate.parse(text(stay, "sk").substring(0, "2026-12-01".length()));
    }

    private static String until(Map<String, AttributeValue> stay) {
        var left = stay.get("leftOn");
        return left == null ? text(stay, "depart") : left.s();
    }

    private static String station(Map<String, AttributeValue> stay) {
        return text(stay, "pk").replace("#stays", "");
    }

    private List<Map<String, AttributeValue>> ofType(String type) {
        return items.stream()
                .filter(item -> Optional.ofNullable(item.get("type"))
                        .map(AttributeValue::s)
                        .filter(type::equals)
                        .isPresent())
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + item.keySet());
        }
        return value.s();
    }

    private static List<AttributeValue> list(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::l).orElse(List.of());
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .map(Long::valueOf)
                .orElse(0L);
    }
}
