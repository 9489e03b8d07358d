package yunhe.roadshow;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Times;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.dynamo.activity.DynamoActivities;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.Samples;
import yunhe.testkit.simulation.SimulatedClock;
import yunhe.testkit.staff.Call;
import yunhe.testkit.staff.FakeIssuer;
import yunhe.testkit.staff.StaffBrowser;

/** An organiser's browser at the console, on an embedded store of its own. */
final class Office implements AutoCloseable {

    private static final Activities.Actor ORGANISER = new Activities.Actor("organiser", Samples.NOW);

    final EmbeddedStore store = EmbeddedStore.start();
    final FakeIssuer issuer;
    final StaffBrowser browser;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final DynamoActivities activities;

    Office() {
        var table = store.tableName("ActivitiesTable");
        var realTime = new SimulatedClock(Instant.parse("2026-11-23T08:00:00Z"));
        issuer = new FakeIssuer(realTime);
        activities = new DynamoActivities(store.client(), table, random);
        var variables = new HashMap<>(issuer.variables());
        variables.put("ACTIVITIES_TABLE", table);
        variables.put("RETENTION_DAYS", "180");
        variables.put("SIGNING_SECRET_1", "the first secret of these tests");
        variables.put("SIGNING_SECRET_2", "the second secret of these tests");
        variables.put("SIGNING_KEY", "1");
        var environment = new Environment(variables, Clock.fixed(Samples.NOW, ZoneOffset.UTC), random);
        var handler = new RoadshowConsoleHandler(environment, store.client(), realTime);
        browser = new StaffBrowser(event -> handler.handleRequest(event, null), issuer, "/console");
    }

    /** A draft that starts so long after now. */
    Activity draft(String title, Duration after) {
        var like = Samples.mixer(5, "project:20", "investor:20");
        var starts = Samples.NOW.plus(after);
        var times = new Times(
                like.times().zone(), starts, starts.plus(Duration.ofHours(3)), Optional.empty(), starts, starts);
        var details = new ActivityDetails(
                Optional.empty(),
                new ActivityDetails.Headline(
                        Bilingual.same(title), Optional.empty(), like.headline().venue()),
                times,
                like.admission(),
                List.of(),
                like.reminders());
        return activities.create(ActivityId.fresh(ActivityType.ROADSHOW, random), details, ORGANISER);
    }

    Activity publish(Activity draft) {
        return activities.publish(draft, ORGANISER).orElseThrow();
    }

    Activity cancel(Activity roadshow) {
        return activities.cancel(roadshow, Bilingual.same("storm"), ORGANISER).orElseThrow();
    }

    void gathering(String title) {
        var like = Samples.mixer(5, "women:30");
        var headline = new ActivityDetails.Headline(Bilingual.same(title), Optional.empty(), Optional.empty());
        var details =
                new ActivityDetails(like.kind(), headline, like.times(), like.admission(), List.of(), like.reminders());
        activities.create(ActivityId.fresh(ActivityType.GATHERING, random), details, ORGANISER);
    }

    APIGatewayV2HTTPResponse answer(Call call) {
        return browser.answer(call);
    }

    @Override
    public void close() {
        issuer.close();
        store.close();
    }
}
