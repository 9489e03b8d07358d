package yunhe.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayId;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeKind;
import yunhe.core.shared.Environment;
import yunhe.testkit.Samples;
import yunhe.testkit.StaySamples;

/** From a change in the table to the queue, without losing or inventing a fact. */
class OutboxTest {

    private static final StayId STAY = StayId.fresh(StationId.fresh(new Random(1)), StaySamples.TODAY, new Random(2));

    private final FullQueue queue = new FullQueue();
    private final OutboxHandler outbox = new OutboxHandler(
            new Environment(
                    Map.of("NOTICES_QUEUE_URL", "https://queue.example/notices"),
                    Clock.systemUTC(),
                    RandomGenerator.getDefault()),
            queue);

    @Test
    void what_happened_to_a_registration_is_put_into_the_queue() {
        outbox(
                record("1", null, image(1, "waitlisted", 1)),
                record("2", image(1, "waitlisted", 1), image(1, "confirmed", 2)),
                record("3", image(1, "confirmed", 2), image(1, "confirmed", 3)),
                record("4", image(1, "confirmed", 3), image(1, "cancelled", 4)));

        assertEquals(
                List.of(
                        new Notice(guest(1), NoticeKind.WAITLISTED, 1),
                        new Notice(guest(1), NoticeKind.PROMOTED, 2),
                        new Notice(guest(1), NoticeKind.CANCELLED, 4)),
                queue.notices());
        assertEquals(
                "{\"about\":\"" + guest(1) + "\",\"kind\":\"registration.waitlisted\",\"version\":\"1\"}",
                queue.bodies.getFirst());
    }

    @Test
    void asking_for_the_link_is_a_fact_of_its_own() {
        var before = image(1, "confirmed", 1);
        var after = image(1, "confirmed", 1);
        after.put("linkRequests", new AttributeValue().withN("1"));
        outbox(record("1", before, after));
        assertEquals(List.of(new Notice(guest(1), NoticeKind.LINK, 1)), queue.notices());
    }

    @Test
    void other_meetings_are_a_fact_of_their_own() {
        var before = image(1, "pending", 3);
        var first = image(1, "pending", 3);
        first.put("meetings", new AttributeValue().withN("1"));
        var later = image(1, "pending", 3);
        later.put("meetings", new AttributeValue().withN("4"));
        outbox(record("1", before, first), record("2", first, first), record("3", first, later));
        assertEquals(
                List.of(
                        new Notice(guest(1), NoticeKind.MEETINGS_PUBLISHED, 1),
                        new Notice(guest(1), NoticeKind.MEETINGS_PUBLISHED, 4)),
                queue.notices());
    }

    @Test
    void no_shows_removals_and_other_items_are_nobodys_news() {
        var removed = record("1", image(1, "confirmed", 1), null);
        removed.setEventName("REMOVE");
        var contact = Map.of("type", new AttributeValue().withS("contact"));
        assertTrue(outbox(
                        removed,
                        record("2", null, contact),
                        record("3", image(2, "confirmed", 1), image(2, "no_show", 2)))
                .isEmpty());
        assertEquals(List.of(), queue.notices());
    }

    @Test
    void a_later_attempt_in_the_same_place_is_a_registration_of_its_own() {
        var later = image(1, "confirmed", 1);
        later.put("id", new AttributeValue().withS(guest(1).next().value()));
        outbox(record("1", image(1, "cancelled", 2), later));
        assertEquals(List.of(new Notice(guest(1).next(), NoticeKind.CONFIRMED, 1)), queue.notices());
    }

    @Test
    void what_happened_to_a_stay_goes_the_same_way() {
        outbox(
                record("1", null, stay("waitlisted", 0, 1)),
                record("2", stay("waitlisted", 0, 1), stay("offered", 0, 2)),
                record("3", stay("offered", 0, 2), stay("confirmed", 0, 3)),
                record("4", stay("confirmed", 0, 3), stay("confirmed", 1, 4)),
                record("5", stay("confirmed", 1, 4), stay("checked_in", 1, 5)),
                record("6", stay("checked_in", 1, 5), stay("confirmed", 1, 6)),
                record("7", stay("confirmed", 1, 6), stay("no_show", 1, 7)),
                record("8", null, Map.of("type", new AttributeValue().withS("guest"))));

        assertEquals(
                List.of(
                        new Notice(STAY, NoticeKind.STAY_WAITLISTED, 1),
                        new Notice(STAY, NoticeKind.STAY_OFFERED, 2),
                        new Notice(STAY, NoticeKind.STAY_PROMOTED, 3),
                        new Notice(STAY, NoticeKind.STAY_CHANGED, 4)),
                queue.notices());
        assertEquals(
                "{\"about\":\"" + STAY + "\",\"kind\":\"stay.waitlisted\",\"version\":\"1\"}", queue.bodies.getFirst());
    }

    @Test
    void a_message_whose_kind_does_not_fit_what_it_is_about_is_none() {
        var body = "{\"about\":\"%s\",\"kind\":\"%s\",\"version\":\"1\"}";
        assertTrue(NoticeMessage.read(body.formatted(STAY, "stay.confirmed")).isPresent());
        assertTrue(NoticeMessage.read(body.formatted(STAY, "registration.confirmed"))
                .isEmpty());
        assertTrue(
                NoticeMessage.read(body.formatted(guest(1), "stay.confirmed")).isEmpty());
    }

    @Test
    void from_the_first_that_the_queue_did_not_take_everything_comes_again() {
        queue.refuses.add(guest(17).value());
        queue.refuses.add(guest(13).value());
        var records = IntStream.range(0, 25)
                .mapToObj(number -> record("seq-" + number, null, image(number, "confirmed", 1)))
                .toArray(DynamodbStreamRecord[]::new);

        assertEquals(List.of("seq-13"), outbox(records));
        assertTrue(queue.notices().size() < 25, "what follows waits for the second attempt");
        queue.refuses.clear();
        assertEquals(List.of(), outbox(java.util.Arrays.copyOfRange(records, 13, 25)));
        assertEquals(25, new HashSet<>(queue.notices()).size());
    }

    @Test
    void a_queue_that_is_away_gets_everything_again() {
        queue.away = true;
        assertEquals(
                List.of("2"),
                outbox(
                        record("1", image(1, "confirmed", 1), image(1, "confirmed", 2)),
                        record("2", null, image(2, "confirmed", 1))));
    }

    @Test
    void what_cannot_be_read_stops_there_after_what_came_before_was_sent() {
        var damaged = image(2, "confirmed", 1);
        damaged.remove("version");
        assertEquals(
                List.of("2"),
                outbox(
                        record("1", null, image(1, "confirmed", 1)),
                        record("2", null, damaged),
                        record("3", null, image(3, "confirmed", 1))));
        assertEquals(List.of(new Notice(guest(1), NoticeKind.CONFIRMED, 1)), queue.notices());
    }

    private List<String> outbox(DynamodbStreamRecord... records) {
        var event = new DynamodbEvent();
        event.setRecords(List.of(records));
        return outbox.handleRequest(event, null).getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static DynamodbStreamRecord record(
            String sequence,
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after) {
        var record = new DynamodbStreamRecord();
        record.setEventName(before == null ? "INSERT" : "MODIFY");
        record.setDynamodb(new StreamRecord()
                .withSequenceNumber(sequence)
                .withOldImage(before)
                .withNewImage(after));
        return record;
    }

    private static Map<String, AttributeValue> image(int guest, String status, long version) {
        return new HashMap<>(Map.of(
                "type", new AttributeValue().withS("registration"),
                "id", new AttributeValue().withS(guest(guest).value()),
                "status", new AttributeValue().withS(status),
                "name", new AttributeValue().withS("韩梅梅"),
                "version", new AttributeValue().withN(Long.toString(version))));
    }

    private static Map<String, AttributeValue> stay(String status, long changes, long version) {
        var image = new HashMap<>(Map.of(
                "type", new AttributeValue().withS("stay"),
                "id", new AttributeValue().withS(STAY.value()),
                "status", new AttributeValue().withS(status),
                "name", new AttributeValue().withS("韩梅梅"),
                "version", new AttributeValue().withN(Long.toString(version))));
        if (changes > 0) {
            image.put("changes", new AttributeValue().withN(Long.toString(changes)));
        }
        return image;
    }

    private static RegistrationId guest(int number) {
        var activity = ActivityId.fresh(ActivityType.GATHERING, new Random(7));
        var newcomer = Samples.newcomer(activity, "women", Samples.withEmail(number), RandomGenerator.getDefault());
        return newcomer.as(Status.CONFIRMED, 1, Map.of(), Optional.empty(), Optional.empty())
                .id();
    }

    /** A queue that takes what it wants. */
    private static final class FullQueue implements SqsClient {

        final List<String> bodies = new ArrayList<>();
        final Set<String> refuses = new HashSet<>();
        boolean away;

        List<Notice> notices() {
            return bodies.stream()
                    .map(body -> NoticeMessage.read(body).orElseThrow())
                    .toList();
        }

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            if (away) {
                throw SqsException.builder().message("away").build();
            }
            assertTrue(request.entries().size() <= 10);
            var failed = new ArrayList<BatchResultErrorEntry>();
            for (var entry : request.entries()) {
                if (refuses.stream().anyMatch(entry.messageBody()::contains)) {
                    failed.add(BatchResultErrorEntry.builder()
                            .id(entry.id())
                            .code("busy")
                            .build());
                } else {
                    bodies.add(entry.messageBody());
                }
            }
            return SendMessageBatchResponse.builder().failed(failed).build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {}
    }
}
