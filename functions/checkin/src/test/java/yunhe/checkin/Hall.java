package yunhe.checkin;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;

/** A mixer with its guests an hour before it starts, on an embedded store. */
final class Hall {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);

    /** One for all tests: each hall has an activity of its own. */
    private static final EmbeddedStore STORE = EmbeddedStore.start();

    final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    final MovableClock clock = new MovableClock(Samples.START.minus(Duration.ofHours(1)));
    final Map<String, String> variables = new HashMap<>();
    final DynamoActivities activities;
    final DynamoRegistrations registrations;
    final Activity mixer;

    Hall() {
        var table = STORE.tableName("ActivitiesTable");
        variables.put("ACTIVITIES_TABLE", table);
        variables.put("LODGING_TABLE", STORE.tableName("LodgingTable"));
        variables.put("SIGNING_SECRET_1", "the first secret of these tests");
        variables.put("SIGNING_SECRET_2", "the second secret of these tests");
        variables.put("SIGNING_KEY", "1");
        activities = new DynamoActivities(STORE.client(), table, random);
        registrations = new DynamoRegistrations(STORE.client(), table, random);
        mixer = publish();
    }

    Activity publish() {
        var id = ActivityId.fresh(ActivityType.GATHERING, random);
        var draft = activities.create(id, Samples.mixer(5, "women:30"), ORGANISER);
        return activities.publish(draft, ORGANISER).orElseThrow();
    }

    void cancel(Activity activity) {
        activities.cancel(activity, Bilingual.same("storm"), ORGANISER);
    }

    Environment environment() {
        return new Environment(Map.copyOf(variables), clock, random);
    }

    DynamoDbClient client() {
        return STORE.client();
    }

    Registration guest(Activity activity, Person person) {
        var signedUp = registrations.signUp(Samples.newcomer(activity.id(), "women", person, random));
        return assertInstanceOf(SignedUp.Done.class, signedUp).registration();
    }

    String ticket(Registration registration) {
        return new Tickets(Secrets.signing(environment())).ticketFor(registration.id());
    }

    /** A clock that stands until it is moved. */
    static final class MovableClock extends Clock {

        private volatile Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody reads this clock in another zone");
        }
    }
}
