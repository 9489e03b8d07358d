package yunhe.checkin;

import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.door.ActivityDoor;
import yunhe.core.door.CheckIn;
import yunhe.core.door.StationDoor;
import yunhe.core.door.UndoAdmission;
import yunhe.core.lodging.Stations;
import yunhe.core.lodging.StayArrival;
import yunhe.core.lodging.Stays;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.checkin.DynamoAdmissions;
import yunhe.dynamo.lodging.DynamoStations;
import yunhe.dynamo.lodging.DynamoStays;

/** What both handlers are made of. */
record Wiring(
        Activities activities,
        Stations stations,
        Stays stays,
        StayArrival arrival,
        CheckIn checkIn,
        UndoAdmission undoAdmission) {

    /** How old an activity may be at the door: a cancellation or another time is known there after this. */
    static final Duration REMEMBER_ACTIVITY_FOR = Duration.ofSeconds(10);

    static Wiring of(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var lodging = environment.require("LODGING_TABLE");
        var tickets = new Tickets(Secrets.signing(environment));
        var activities = new DynamoActivities(client, table, environment.random());
        var admissions = new DynamoAdmissions(client, table, environment.random());
        var published = new PublishedActivities(activities, environment.clock(), REMEMBER_ACTIVITY_FOR);
        var stations = new DynamoStations(client, lodging, environment.random());
        var stays = new DynamoStays(client, lodging, environment.random());
        var arrival = new StayArrival(stations, stays, environment.clock());
        return new Wiring(
                activities,
                stations,
                stays,
                arrival,
                new CheckIn(
                        tickets,
                        new ActivityDoor(published, admissions, environment),
                        new StationDoor(stations, arrival, environment)),
                new UndoAdmission(tickets, admissions, arrival, environment.clock()));
    }
}
