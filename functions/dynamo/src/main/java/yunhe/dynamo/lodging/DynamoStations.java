package yunhe.dynamo.lodging;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Activities.Actor;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.Stations;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.Updates;
import yunhe.dynamo.keys.LodgingKeys;

/** Stations in the lodging table. */
public final class DynamoStations implements Stations {

    static final String UNCHANGED = "version = :seen";
    static final String NOT_SWEPT_SINCE = "version = :seen AND sweepAt = :before";

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;

    public DynamoStations(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    @Override
    public Optional<Station> find(StationId id) {
        return item(id).map(StationItem::read);
    }

    private Optional<Map<String, AttributeValue>> item(StationId id) {
        return asking("read " + id, () -> {
            var answer = client.getItem(it -> it.tableName(table)
                    .key(LodgingKeys.station(id).attributes())
                    .consistentRead(true));
            return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
        });
    }

    @Override
    public Station create(StationId id, StationDetails details, Actor actor) {
        var station = new Station(id, details, 1, details.policy().maxNightsPerStay(), actor.at());
        var transaction = new Transaction(client, random, "create " + id);
        transaction.put(Put.builder()
                .tableName(table)
                .item(StationItem.of(station, actor.at()))
                .conditionExpression("attribute_not_exists(pk)"));
        audit(transaction, station, actor, Action.CREATED);
        if (transaction.commit().isPresent()) {
            throw new IllegalStateException("id " + id + " is taken");
        }
        return station;
    }

    @Override
    public Optional<Station> replace(Station seen, StationDetails details, Actor actor) {
        var createdAt = item(seen.id()).map(item -> Attributes.of(item).instant("createdAt"));
        if (createdAt.isEmpty()) {
            return Optional.empty();
        }
        // Somebody has to look at once: those who come may have to come earlier than before.
        var next = new Station(
                seen.id(),
                details,
                seen.version() + 1,
                Math.max(seen.longestStay(), details.policy().maxNightsPerStay()),
                seen.sweepAt().isBefore(actor.at()) ? seen.sweepAt() : actor.at());
        var transaction = new Transaction(client, random, "change " + seen.id());
        transaction.put(Put.builder()
                .tableName(table)
                .item(StationItem.of(next, createdAt.get()))
                .conditionExpression(UNCHANGED)
                .expressionAttributeValues(Map.of(":seen", Attributes.number(seen.version()))));
        audit(transaction, next, actor, Action.CHANGED);
        return transaction.commit().isEmpty() ? Optional.of(next) : Optional.empty();
    }

    private void audit(Transaction transaction, Station station, Actor actor, String action) {
        var entry =
                new AuditEntry(actor.at(), actor.subject(), action, station.id().value());
        transaction.put(AuditTrail.put(table, entry, random));
    }

    @Override
    public List<Station> all() {
        var query = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(LodgingKeys.STATIONS)))
                .build();
        return asking(
                "list stations",
                () -> client.queryPaginator(query).items().stream()
                        .sorted(Comparator.comparing(item -> Attributes.of(item).text("createdAt")))
                        .map(StationItem::read)
                        .toList());
    }

    @Override
    public void swept(Station seen, Instant next) {
        new Updates(client, random)
                .write(
                        "note the sweep of " + seen.id(),
                        Update.builder()
                                .tableName(table)
                                .key(LodgingKeys.station(seen.id()).attributes())
                                .updateExpression("SET sweepAt = :next")
                                .conditionExpression(NOT_SWEPT_SINCE)
                                .expressionAttributeValues(Map.of(
                                        ":seen", Attributes.number(seen.version()),
                                        ":before",
                                                AttributeValue.fromS(
                                                        seen.sweepAt().toString()),
                                        ":next", AttributeValue.fromS(next.toString())))
                                .build());
    }
}
