package yunhe.dynamo.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Group;
import yunhe.core.activity.Kind;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Question;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Times;
import yunhe.core.activity.Waitlist;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.dynamo.activity.DynamoRegistrations;

/** An activity in a store that is not there: published, its doors open, with one group and one question. */
public final class DryActivity {

    /** One that a roadshow may have, too. */
    public static final String GROUP = "audience";

    private static final String ACTOR = "rehearsal";

    private final DynamoDbClient store;
    private final Environment environment;
    private final String table;
    private final ActivityId id;

    private DryActivity(ActivityType type, DynamoDbClient store, Environment environment) {
        this.store = store;
        this.environment = environment;
        this.table = environment.require("ACTIVITIES_TABLE");
        this.id = ActivityId.fresh(type, environment.random());
    }

    public static DryActivity publish(ActivityType type, DynamoDbClient store, Environment environment) {
        var dry = new DryActivity(type, store, environment);
        var now = environment.clock().instant();
        var activities = new DynamoActivities(store, dry.table, environment.random());
        var actor = new Activities.Actor(ACTOR, now);
        activities.publish(activities.create(dry.id, details(type, now), actor), actor);
        return dry;
    }

    public ActivityId id() {
        return id;
    }

    /** Somebody with a place. */
    public RegistrationId signUp() {
        var now = environment.clock().instant();
        var newcomer = new Newcomer(
                id,
                GROUP,
                new Newcomer.Terms(Approval.AUTOMATIC, true, 0, 0),
                new Person(
                        "示例 Sample",
                        Email.parse("sample@example.com"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(new PersonKey(Base64Url.encode(new byte[PersonKey.BYTES]))),
                Map.of(),
                Optional.empty(),
                Language.ZH,
                new Registration.Origin(now, "", Optional.empty(), Map.of(), ACTOR, now));
        return switch (new DynamoRegistrations(store, table, environment.random()).signUp(newcomer)) {
            case Registrations.SignedUp.Done(var registration) -> registration.id();
            case Registrations.SignedUp other -> throw new IllegalStateException("the dry store said " + other);
        };
    }

    private static ActivityDetails details(ActivityType type, Instant now) {
        var start = now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        return new ActivityDetails(
                Optional.of(Kind.MIXER).filter(kind -> type == ActivityType.GATHERING),
                new ActivityDetails.Headline(new Bilingual("示例", "Sample"), Optional.empty(), Optional.empty()),
                new Times(
                        ZoneId.of("Asia/Shanghai"),
                        start,
                        start.plus(Duration.ofHours(3)),
                        Optional.empty(),
                        start,
                        start),
                new ActivityDetails.Admission(
                        Approval.AUTOMATIC,
                        List.of(new Group(GROUP, new Bilingual("听众", "Audience"), 100, Optional.empty())),
                        new Waitlist(10, Waitlist.Promotion.AUTOMATIC, Duration.ofHours(4)),
                        Eligibility.ANYONE),
                List.of(new Question(
                        "diet",
                        Question.Type.CHOICE,
                        new Bilingual("饮食", "Diet"),
                        true,
                        List.of("none", "vegetarian"),
                        Map.of(),
                        Question.Limits.NONE)),
                List.of());
    }
}
