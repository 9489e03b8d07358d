package yunhe.checkin;

import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.PublishedActivities;
import yunhe.core.checkin.CheckIn;
import yunhe.core.checkin.UndoAdmission;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.checkin.DynamoAdmissions;

/** What both handlers are made of. */
record Wiring(Activities activities, CheckIn checkIn, UndoAdmission undoAdmission) {

    /** How old an activity may be at the door: a cancellation or another time is known there after this. */
    static final Duration REMEMBER_ACTIVITY_FOR = Duration.ofSeconds(10);

    static Wiring of(Environment environment, DynamoDbClient client) {
        var table = environment.require("ACTIVITIES_TABLE");
        var tickets = new Tickets(Secrets.signing(environment));
        var activities = new DynamoActivities(client, table, environment.random());
        var admissions = new DynamoAdmissions(client, table, environment.random());
        var published = new PublishedActivities(activities, environment.clock(), REMEMBER_ACTIVITY_FOR);
        return new Wiring(
                activities,
                new CheckIn(tickets, published, admissions, environment),
                new UndoAdmission(tickets, admissions, environment.clock()));
    }
}
