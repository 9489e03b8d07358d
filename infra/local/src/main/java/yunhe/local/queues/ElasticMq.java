package yunhe.local.queues;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.util.Timeout;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;

/** Starts ElasticMQ, a Scala program, and keeps its queues in a database file when there is a folder for it. */
final class ElasticMq implements AutoCloseable {
    static final String REGION = "elasticmq";
    static final String ACCOUNT = "000000000000";
    private static final Duration WITHIN = Duration.create(20, TimeUnit.SECONDS);

    private final ActorSystem actors;
    private final SQSRestServer server;
    private final String url;

    private ElasticMq(ActorSystem actors, SQSRestServer server) {
        this.actors = actors;
        this.server = server;
        this.url =
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort();
    }

    static ElasticMq start(Optional<Path> folder) {
        Config config = ConfigFactory.parseString("pekko.daemonic = on, pekko.loglevel = WARNING,"
                        + " pekko.stdout-loglevel = WARNING, pekko.log-dead-letters = off,"
                        + " pekko.jvm-shutdown-hooks = off, pekko.http.server.request-timeout = 40s,"
                        + " pekko.scheduler.tick-duration = 20ms")
                .withFallback(ConfigFactory.load());
        ActorSystem actors = ActorSystem.create("queues", config);
        Option<ActorRef> keeper =
                folder.map(path -> Option.apply(keeper(actors, path))).orElse(Option.empty());
        ActorRef manager = actors.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, keeper)));
        var builder = SQSRestServerBuilder.withActorSystem(actors)
                .withQueueManagerActor(manager)
                .withInterface("127.0.0.1")
                .withDynamicPort()
                .withSQSLimits(StrictSQSLimits$.MODULE$)
                .withAWSRegion(REGION)
                .withAWSAccountId(ACCOUNT);
        if (keeper.isDefined()) {
            ask(keeper.get(), new QueueEvent.Restore(manager));
        }
        return new ElasticMq(
                actors, (keeper.isDefined() ? builder.withQueueEventListener(keeper.get()) : builder).start());
    }

    String url() {
        return url;
    }

    private static ActorRef keeper(ActorSystem actors, Path folder) {
        // Without a delay an accepted message is in the file, also when the process is killed the next moment.
        String uri = "jdbc:h2:" + folder.resolve("queues").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        KeptMessages.release(uri);
        SqlQueuePersistenceConfig config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
        scala.collection.immutable.List<CreateQueueMetadata> none = CollectionConverters.asScala(
                        java.util.List.<CreateQueueMetadata>of())
                .toList();
        return actors.actorOf(
                Props.create(SqlQueuePersistenceActor.class, () -> new SqlQueuePersistenceActor(config, none)));
    }

    private static void ask(ActorRef actor, Object message) {
        try {
            Object _ = Await.result(
                    org.apache.pekko.pattern.Patterns.ask(
                            actor, message, new Timeout(WITHIN.toMillis(), TimeUnit.MILLISECONDS)),
                    WITHIN);
        } catch (Exception cause) {
            throw new IllegalStateException("restore the queues", cause);
        }
    }

    @Override
    public void close() {
        Object _ = server.stopAndWait();
        try {
            Object _ = Await.result(actors.terminate(), WITHIN);
        } catch (Exception cause) {
            throw new IllegalStateException("stop the queues", cause);
        }
    }
}
