package yunhe.notifications;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Log;

/**
 * How long a message that has to come again stays away: longer after each try, so that a provider in trouble is not
 * asked by everybody every few seconds.
 */
final class Patience {

    static final Duration FIRST = Duration.ofSeconds(15);
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** SQS hides a message for twelve hours at most, counted from when it was handed over. */
    static final Duration HIDDEN_MAX = Duration.ofHours(12).minusMinutes(2);

    /** Receives kept for recording that nobody was told: more than one, because the store may be away just then. */
    static final int TO_RECORD_IT = 3;

    /** Those that failed together should not come back together. */
    private static final double JITTER = 0.25;

    private static final String RECEIVES = "ApproximateReceiveCount";

    private final SqsClient queue;
    private final String queueUrl;
    private final int receivesMax;
    private final Clock clock;
    private final RandomGenerator random;

    Patience(SqsClient queue, Environment environment) {
        this.queue = queue;
        this.queueUrl = environment.require("NOTICES_QUEUE_URL");
        this.receivesMax = Integer.parseInt(environment.require("SEND_ATTEMPTS"));
        this.clock = environment.clock();
        this.random = environment.random();
    }

    /** Whether the message was tried often enough, and is only to be recorded before the queue gives up on it. */
    boolean isOver(SQSEvent.SQSMessage message) {
        return receives(message) > receivesMax - TO_RECORD_IT;
    }

    /** Tells the queue when the messages of one batch come again. */
    void comeAgain(Map<SQSEvent.SQSMessage, Result> messages) {
        var entries = new ArrayList<ChangeMessageVisibilityBatchRequestEntry>(messages.size());
        messages.forEach((message, result) -> entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(Integer.toString(entries.size()))
                .receiptHandle(message.getReceiptHandle())
                .visibilityTimeout(Math.toIntExact(away(message, result).toSeconds()))
                .build()));
        if (entries.isEmpty()) {
            return;
        }
        try {
            queue.changeMessageVisibilityBatch(
                    request -> request.queueUrl(queueUrl).entries(entries));
        } catch (SdkException cause) {
            // Then they stay away for as long as the queue has it for all.
            Log.event(
                    "notice.visibility_unchanged",
                    Map.of("error", cause.getClass().getSimpleName()));
        }
    }

    private Duration away(SQSEvent.SQSMessage message, Result result) {
        if (result instanceof Result.NotBefore(Instant then)) {
            var until = Duration.between(clock.instant(), then).plusSeconds(random.nextInt(60));
            return until.compareTo(HIDDEN_MAX) < 0 ? until : HIDDEN_MAX;
        }
        // What was given up waits for nothing but the dead letters.
        return result instanceof Result.GivenUp ? Duration.ZERO : backoff(receives(message), random);
    }

    /** Doubles with every try. */
    static Duration backoff(int receives, RandomGenerator random) {
        long doubled = FIRST.toMillis() << Math.min(receives - 1, 16);
        double most = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis((long) (most * (1 - JITTER * random.nextDouble())));
    }

    private static int receives(SQSEvent.SQSMessage message) {
        var attributes = message.getAttributes();
        return attributes == null ? 1 : Math.max(1, Integer.parseInt(attributes.getOrDefault(RECEIVES, "1")));
    }
}
