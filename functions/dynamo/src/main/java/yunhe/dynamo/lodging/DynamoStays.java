package yunhe.dynamo.lodging;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Page;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.GuestRecord;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.Stays;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.BatchReads;
import yunhe.dynamo.keys.Key;
import yunhe.dynamo.keys.LodgingKeys;

/** Stays in the lodging table. */
public final class DynamoStays implements Stays {

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;
    private final AuditTrail auditTrail;

    public DynamoStays(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
        this.auditTrail = new AuditTrail(client, table, random);
    }

    @Override
    public Optional<Stay> find(StayId id) {
        return asking("read " + id, () -> {
            var answer = client.getItem(it ->
                    it.tableName(table).key(LodgingKeys.stay(id).attributes()).consistentRead(true));
            return answer.hasItem() ? Optional.of(StayItem.read(answer.item())) : Optional.empty();
        });
    }

    @Override
    public GuestRecord guest(List<PersonKey> identities) {
        return new ReadGuest(new BatchReads(client, table, random)).read(identities);
    }

    @Override
    public Written write(Change change) {
        return new WriteStay(client, table, random, this, change).run();
    }

    @Override
    public Availability availability(Station station, LocalDate from, LocalDate until) {
        var taken = new HashMap<LocalDate, Map<String, Integer>>();
        for (var item : between(LodgingKeys.nights(station.id()), from.toString(), until.toString())) {
            taken.computeIfAbsent(NightItem.night(item), night -> new HashMap<>())
                    .put(NightItem.roomType(item), NightItem.taken(item));
        }
        return new Availability(station.details(), taken);
    }

    @Override
    public List<Stay> arriving(StationId station, LocalDate from, LocalDate until) {
        return between(LodgingKeys.stays(station), from.toString(), until.toString()).stream()
                .map(StayItem::read)
                .toList();
    }

    @Override
    public Page<Stay> listNight(Station station, LocalDate night, int limit, Optional<String> cursor) {
        // Whoever arrived longer ago than anybody may stay has left.
        var from = night.minusDays(station.longestStay()).toString();
        return page(
                station.id(),
                from,
                night.plusDays(1).toString(),
                limit,
                cursor,
                stay -> stay.nights().stream().anyMatch(night::equals));
    }

    @Override
    public Page<Stay> list(StationId station, int limit, Optional<String> cursor) {
        return page(station, "0", "~", limit, cursor, stay -> true);
    }

    private Page<Stay> page(
            StationId station, String from, String until, int limit, Optional<String> cursor, Predicate<Stay> wanted) {
        // A cursor is the key of the last one shown; one that lies elsewhere begins anew.
        var start = cursor.filter(it -> it.compareTo(from) > 0 && it.compareTo(until) < 0)
                .map(it -> it + " ")
                .orElse(from);
        return asking("list the stays of " + station, () -> {
            var found = new ArrayList<Stay>();
            for (var item : client.queryPaginator(query(LodgingKeys.stays(station), start, until)
                            .limit(limit + 1)
                            .build())
                    .items()) {
                var stay = StayItem.read(item);
                if (wanted.test(stay)) {
                    if (found.size() == limit) {
                        return new Page<>(
                                found,
                                Optional.of(
                                        LodgingKeys.stay(found.getLast().id()).sk()));
                    }
                    found.add(stay);
                }
            }
            return new Page<>(found, Optional.empty());
        });
    }

    @Override
    public List<Waiter> line(StationId station, String roomType) {
        return between(LodgingKeys.line(station, roomType), "0", "~").stream()
                .map(LineItems::read)
                .toList();
    }

    @Override
    public List<Hold> holdsOver(Instant now, int limit) {
        return asking(
                "read what is held until now",
                () ->
                        client
                                .query(query(LodgingKeys.HOLDS, "0", LodgingKeys.holdsUntil(now))
                                        .limit(limit)
                                        .build())
                                .items()
                                .stream()
                                .map(DynamoStays::hold)
                                .toList());
    }

    private static Hold hold(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Hold(item.instant("until"), StayId.parse(item.text("stay")).orElseThrow());
    }

    @Override
    public void noteHold(Hold hold) {
        var item = Attributes.fresh()
                .put("type", "hold")
                .put("schema", 1)
                .put("version", 1)
                .put("until", hold.until().toString())
                .put("stay", hold.stay().value());
        item.map().putAll(LodgingKeys.hold(hold).attributes());
        asking(
                "note until when " + hold.stay() + " is held",
                () -> client.putItem(it -> it.tableName(table).item(item.map())));
    }

    @Override
    public void forget(Hold hold) {
        asking(
                "forget until when " + hold.stay() + " is held",
                () -> client.deleteItem(
                        it -> it.tableName(table).key(LodgingKeys.hold(hold).attributes())));
    }

    @Override
    public void audit(AuditEntry entry) {
        auditTrail.append(entry);
    }

    @Override
    public Page<AuditEntry> auditOf(String subject, int limit, Optional<String> cursor) {
        return auditTrail.of(subject, limit, cursor);
    }

    private List<Map<String, AttributeValue>> between(String partition, String from, String until) {
        return asking(
                "read " + partition,
                () -> client.queryPaginator(query(partition, from, until).build()).items().stream()
                        .toList());
    }

    /** Those whose key is at least {@code from} and less than {@code until}. */
    private QueryRequest.Builder query(String partition, String from, String until) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression(Key.PK + " = :pk AND " + Key.SK + " BETWEEN :from AND :until")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS(partition),
                        ":from", AttributeValue.fromS(from),
                        ":until", AttributeValue.fromS(until)));
    }
}
