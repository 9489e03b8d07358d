package yunhe.dynamo.snapshot;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.dynamo.lodging.DynamoStations;

/** A station in a store that is not there, with rooms of one type. */
public final class DryStation {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String ROOM = "single";

    private DryStation() {}

    public static StationId open(DynamoDbClient store, Environment environment) {
        var stations = new DynamoStations(store, environment.require("LODGING_TABLE"), environment.random());
        var actor = new Activities.Actor("rehearsal", environment.clock().instant());
        return stations.create(StationId.fresh(environment.random()), details(), actor)
                .id();
    }

    private static StationDetails details() {
        return new StationDetails(
                new Bilingual("示例", "Sample"),
                "示例 Sample",
                ZONE,
                LocalTime.of(14, 0),
                LocalTime.of(12, 0),
                LocalTime.of(22, 0),
                List.of(new RoomType(ROOM, new Bilingual("单人间", "Single"), 100, RoomType.For.ANY)),
                StayPolicy.DEFAULT,
                List.of());
    }
}
