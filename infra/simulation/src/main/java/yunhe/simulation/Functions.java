package yunhe.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.checkin.CheckinHandler;
import yunhe.core.shared.Environment;
import yunhe.gatherings.GatheringsAdminHandler;
import yunhe.gatherings.GatheringsHandler;
import yunhe.gatherings.PromoterHandler;
import yunhe.notifications.NotifierHandler;
import yunhe.notifications.OutboxHandler;
import yunhe.notifications.SimulatedNotifier;
import yunhe.reminders.RemindersHandler;
import yunhe.testkit.EmbeddedStore;
import yunhe.testkit.simulation.SimulatedClock;

/** The functions under test, as the template wires them. */
final class Functions {

    final Instances<GatheringsHandler> gatherings;
    final Instances<GatheringsAdminHandler> admin;
    final Instances<PromoterHandler> promoter;
    final Instances<CheckinHandler> checkin;
    final Instances<RemindersHandler> reminders;
    final Instances<OutboxHandler> outbox;
    final Instances<NotifierHandler> notifier;
    final Environment environment;

    Functions(EmbeddedStore names, SimulatedClock clock, long seed, Outside outside) {
        environment = new Environment(
                Map.ofEntries(
                        Map.entry("ACTIVITIES_TABLE", names.tableName("ActivitiesTable")),
                        Map.entry("LODGING_TABLE", names.tableName("LodgingTable")),
                        Map.entry("NOTICES_TABLE", names.tableName("NoticesTable")),
                        Map.entry("NOTICES_QUEUE_URL", "https://queue.example.org/notices"),
                        Map.entry("RETENTION_DAYS", "180"),
                        Map.entry("PHONE_REGION", "CN"),
                        Map.entry("PLACES_PER_SHARD", placesPerShard(seed)),
                        Map.entry("PUBLIC_URL", "https://yunhe.example.org"),
                        Map.entry("SEND_ATTEMPTS", "40"),
                        Map.entry("QUIET_HOURS", "22:00-08:00"),
                        Map.entry("REMINDERS_PER_DAY", "50"),
                        Map.entry("SMS_CHANNEL", "webhook"),
                        Map.entry("SMS_WEBHOOK_URL", "https://sms.example.org"),
                        Map.entry("MAIL_FROM", "yunhe <no-reply@yunhe.example.org>"),
                        Map.entry("IDENTITY_SECRET", "identity of a simulation"),
                        Map.entry("SIGNING_SECRET_1", "first of a simulation"),
                        Map.entry("SIGNING_SECRET_2", "second of a simulation"),
                        Map.entry("SIGNING_KEY", "1")),
                clock,
                new SplittableRandom(seed));
        gatherings = new Instances<>(() -> new GatheringsHandler(environment, outside.store("GatheringsFunction")));
        admin = new Instances<>(
                () -> new GatheringsAdminHandler(environment, outside.store("GatheringsAdminFunction")));
        promoter = new Instances<>(() -> new PromoterHandler(environment, outside.store("PromoterFunction")));
        checkin = new Instances<>(() -> new CheckinHandler(environment, outside.store("CheckinFunction")));
        reminders = new Instances<>(() -> new RemindersHandler(environment, outside.store("RemindersFunction")));
        outbox = new Instances<>(
                () -> new OutboxHandler(environment, outside.queue().client()));
        notifier = new Instances<>(() -> SimulatedNotifier.with(
                environment,
                outside.store("NotifierFunction"),
                outside.queue().client(),
                new SimulatedNotifier.Ways(
                        outside.letterbox().mail(), outside.letterbox().textMessages())));
    }

    /** Few places in a shard, so that they run dry one after the other, or all in one. */
    private static String placesPerShard(long seed) {
        return Long.toString(1 + Math.floorMod(seed, 4));
    }

    /** Everything that the functions call. */
    record Outside(DynamoDbClient simulated, NoticesQueue queue, Letterbox letterbox, Tampering tampering) {

        /** The store as a function sees it, with what somebody may have got wrong on the way. */
        DynamoDbClient store(String function) {
            return (DynamoDbClient) Proxy.newProxyInstance(
                    DynamoDbClient.class.getClassLoader(),
                    new Class<?>[] {DynamoDbClient.class},
                    (proxy, method, arguments) -> {
                        boolean isShorthand = arguments != null && arguments[0] instanceof Consumer
                                || method.getName().endsWith("Paginator");
                        if (method.isDefault() && isShorthand) {
                            return InvocationHandler.invokeDefault(proxy, method, arguments);
                        }
                        if (method.isDefault() && arguments != null) {
                            arguments[0] = tampering.request(function, arguments[0]);
                        }
                        try {
                            var answer = method.invoke(simulated, arguments);
                            return method.isDefault() && arguments != null
                                    ? tampering.answer(function, arguments[0], answer)
                                    : answer;
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }
    }
}
