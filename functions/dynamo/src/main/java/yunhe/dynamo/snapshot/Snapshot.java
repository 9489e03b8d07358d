package yunhe.dynamo.snapshot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.warmup.SdkWarmUp;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;

/** The moment before a function is kept as a snapshot. */
public final class Snapshot {

    /** The runtime itself keeps hooks weakly. */
    private static final List<Resource> HOOKS = new CopyOnWriteArrayList<>();

    private static final String STARTS_AS = "AWS_LAMBDA_INITIALIZATION_TYPE";

    private Snapshot() {}

    /** Has the rehearsal run before the snapshot is taken, and never in a function that is not kept as one. */
    public static void rehearse(Consumer<Environment> rehearsal) {
        var environment = Environment.ofProcess();
        if (environment.optional(STARTS_AS).filter("snap-start"::equals).isPresent()) {
            var hook = new Hook(() -> rehearsal.accept(environment));
            HOOKS.add(hook);
            Core.getGlobalContext().register(hook);
        }
    }

    private record Hook(Runnable rehearsal) implements Resource {

        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) {
            prepare(this::rehearse, "snapshot.unrehearsed");
            prepare(() -> FirstContact.make(DynamoDbClient.builder()), "snapshot.store-out-of-reach");
        }

        /** Whatever fails is told as that event: the first visitor waits longer, and no deployment fails for it. */
        private static void prepare(Runnable preparation, String event) {
            try {
                preparation.run();
            } catch (RuntimeException unprepared) {
                Log.event(event, Map.of("exception", unprepared.toString()));
            }
        }

        private void rehearse() {
            SdkWarmUp.warmUp(DynamoDbClient.class);
            // Looked up and let go: those of the function's own client are looked up by each copy.
            try (var credentials = DefaultCredentialsProvider.builder().build()) {
                credentials.resolveCredentials();
            }
            Log.silently(rehearsal);
        }

        @Override
        public void afterRestore(Context<? extends Resource> context) {
            // The client connects with the first request, and signs it with credentials that it then looks up.
        }
    }
}
