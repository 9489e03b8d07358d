package yunhe.simulation;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Mistakes that somebody could make. Each one is a way to be wrong now and then, and right nearly always. */
@SuppressWarnings("ImmutableEnumChecker") // Every one is a function of its request alone.
enum Mistake {
    /** A newcomer takes a place though all are taken. */
    PLACES_ARE_NOT_COUNTED(ignoring("taken < #capacity AND (attribute_not_exists(queued) OR queued < :gate)")),
    /** A newcomer takes a freed place before those who wait. */
    NEWCOMERS_OVERTAKE(ignoring("(attribute_not_exists(queued) OR queued < :gate)")),
    /** Who signs up does not look whether somebody is there. */
    SIGN_UP_WRITES_OVER(ignoringOfType("registration", "attribute_not_exists(pk)")),
    LINE_HAS_NO_END(ignoring("waiting < waitlistCapacity")),
    /** Two cancellations of one registration, at once or because the answer was lost, both give its place back. */
    PLACE_IS_RELEASED_TWICE(ignoringInTransactions("version = :version")),
    PLACE_IS_NOT_RELEASED(values(":less", "0")),
    /** Whoever was in the line when it was read moves up, whatever they did since. */
    PROMOTION_DOES_NOT_LOOK_AT_THE_WAITER(ignoring("#status = :waitlisted AND line = :line")),
    PROMOTION_DOES_NOT_CLAIM_A_PLACE(Mistake::withoutPlaceForTheLine),
    /** A place that somebody holds is given back, because nobody asks whether they hold it by this claim. */
    CLAIMS_ARE_BELIEVED_DEAD(ignoring("attribute_not_exists(#place) OR #place <> :place")),
    /** A claim that was given back is recorded all the same, by whoever made it and was slow. */
    FENCE_IS_NOT_PUT_UP(Mistake::withoutFence),
    /** A place that was given back with its registration is given back again with its mark. */
    RELEASE_DOES_NOT_LOOK_FOR_THE_MARK(ignoring("attribute_exists(marks.#mark)")),
    CANCELLATION_KEEPS_THE_MARK(Mistake::withoutMarkInTransactions),
    /** Newcomers are let in again though somebody waits. */
    GATE_OPENS_BEFORE_A_LINE(ignoring("waiting = :none")),
    LINE_IS_READ_FROM_ITS_END(request -> request instanceof QueryRequest query
                    && String.valueOf(query.expressionAttributeValues().get(":pk"))
                            .contains("#line#")
            ? query.toBuilder().scanIndexForward(false).build()
            : request),
    CANCELLED_ACTIVITY_TAKES_NEWCOMERS(request -> isClaimOfANewcomer(request) ? cancelledOrNot(request) : request),
    CANCELLED_ACTIVITY_MOVES_PEOPLE_UP(request -> isClaimOfANewcomer(request) ? request : cancelledOrNot(request)),
    /** A notice is taken from a teller who is still at it. */
    CLAIM_IS_NOT_WAITED_FOR(ignoring("#claimedUntil <= :now")),
    TOLD_NOTICES_ARE_CLAIMED_AGAIN(ignoring("#status = :queued AND #claimedUntil <= :now")),
    NOTICE_KEY_WITHOUT_VERSION(Mistake::withoutVersion),
    /** The schedule believes that it has got further than it has. */
    WATERMARK_RUNS_AHEAD(Mistake::furtherAhead),
    TICKET_ADMITS_TWICE(ignoring("attribute_not_exists(admittedAt)")),
    CANCELLED_TICKET_ADMITS(ignoring("#status = :confirmed")),
    REQUEST_KEY_IS_FORGOTTEN(Mistake::withoutRequestKey),
    /** The outbox says that all was sent, whatever the queue said. */
    OUTBOX_FORGETS_WHAT_FAILED(UnaryOperator.identity()) {
        @Override
        StreamsEventResponse outboxAnswers(StreamsEventResponse answer) {
            return none(answer);
        }
    },
    /** Nobody looks after wake-ups that got lost. */
    NOBODY_SWEEPS(UnaryOperator.identity()) {
        @Override
        boolean ticks() {
            return false;
        }
    },
    /** The notifier believes what it once read of a registration. */
    NOTIFIER_REMEMBERS(UnaryOperator.identity()) {
        @Override
        Object answer(Map<Object, Object> memory, String function, Object request, Object answer) {
            return function.equals("NotifierFunction") && request instanceof GetItemRequest get
                    ? memory.computeIfAbsent(get.key(), key -> answer)
                    : answer;
        }
    };

    private static final String ALWAYS = " OR attribute_exists(pk) OR attribute_not_exists(pk)";

    private final UnaryOperator<Object> change;

    Mistake(UnaryOperator<Object> change) {
        this.change = change;
    }

    StreamsEventResponse outboxAnswers(StreamsEventResponse answer) {
        return answer;
    }

    boolean ticks() {
        return true;
    }

    Object answer(Map<Object, Object> memory, String function, Object request, Object answer) {
        return answer;
    }

    /**
     * For one simulation. Counts how often the mistake was made, so that none can pass for caught that no longer is
     * one.
     */
    Tampering tampering(AtomicInteger made) {
        var memory = new HashMap<Object, Object>();
        return new Tampering() {
            @Override
            public Object request(String function, Object request) {
                var changed = change.apply(request);
                count(!changed.equals(request));
                return changed;
            }

            @Override
            public StreamsEventResponse outboxAnswers(StreamsEventResponse answer) {
                var changed = Mistake.this.outboxAnswers(answer);
                count(!changed.equals(answer));
                return changed;
            }

            @Override
            public boolean ticks() {
                count(!Mistake.this.ticks());
                return Mistake.this.ticks();
            }

            @Override
            public Object answer(String function, Object request, Object answer) {
                var changed = Mistake.this.answer(memory, function, request, answer);
                count(!changed.equals(answer));
                return changed;
            }

            private void count(boolean isMade) {
                if (isMade) {
                    made.incrementAndGet();
                }
            }
        };
    }

    private static Object cancelledOrNot(Object request) {
        return ignoring("attribute_not_exists(closed)").apply(request);
    }

    private static boolean isClaimOfANewcomer(Object request) {
        return request instanceof UpdateItemRequest update
                && update.updateExpression().contains("marks.#mark = :by")
                && update.conditionExpression().contains(":gate");
    }

    private static StreamsEventResponse none(StreamsEventResponse answer) {
        return answer.getBatchItemFailures().isEmpty() ? answer : new StreamsEventResponse(List.of());
    }

    /** Wherever this is part of a condition, it counts as met. */
    private static UnaryOperator<Object> ignoring(String part) {
        return request -> switch (request) {
            case UpdateItemRequest update
            when update.conditionExpression() != null ->
                update.toBuilder()
                        .conditionExpression(weaken(update.conditionExpression(), part))
                        .build();
            case PutItemRequest put
            when put.conditionExpression() != null ->
                put.toBuilder()
                        .conditionExpression(weaken(put.conditionExpression(), part))
                        .build();
            case TransactWriteItemsRequest transaction -> inTransaction(transaction, item -> weaken(item, part));
            default -> request;
        };
    }

    private static UnaryOperator<Object> ignoringInTransactions(String part) {
        return request -> request instanceof TransactWriteItemsRequest transaction
                ? inTransaction(transaction, item -> weaken(item, part))
                : request;
    }

    private static UnaryOperator<Object> ignoringOfType(String type, String part) {
        return request -> request instanceof PutItemRequest put
                        && type.equals(put.item().get("type").s())
                        && put.conditionExpression() != null
                ? put.toBuilder()
                        .conditionExpression(weaken(put.conditionExpression(), part))
                        .build()
                : request instanceof TransactWriteItemsRequest transaction
                        ? inTransaction(
                                transaction,
                                item -> item.put() != null
                                                && type.equals(item.put()
                                                        .item()
                                                        .get("type")
                                                        .s())
                                        ? weaken(item, part)
                                        : item)
                        : request;
    }

    private static UnaryOperator<Object> values(String name, String number) {
        return request -> request instanceof TransactWriteItemsRequest transaction
                ? inTransaction(transaction, item -> {
                    if (item.update() == null
                            || !item.update().expressionAttributeValues().containsKey(name)
                            || item.update().expressionAttributeValues().containsKey(":none")) {
                        return item;
                    }
                    var values = new HashMap<>(item.update().expressionAttributeValues());
                    values.put(name, AttributeValue.fromN(number));
                    return item.toBuilder()
                            .update(item.update().toBuilder()
                                    .expressionAttributeValues(values)
                                    .build())
                            .build();
                })
                : request;
    }

    private static Object withoutPlaceForTheLine(Object request) {
        return request instanceof UpdateItemRequest update
                        && "attribute_exists(pk) AND attribute_not_exists(closed) AND taken < #capacity"
                                .equals(update.conditionExpression())
                ? update.toBuilder()
                        .conditionExpression(weaken(update.conditionExpression(), "taken < #capacity"))
                        .build()
                : request;
    }

    private static Object withoutFence(Object request) {
        if (!(request instanceof UpdateItemRequest update)
                || !update.updateExpression().contains("ADD abandoned")) {
            return request;
        }
        var values = new HashMap<>(update.expressionAttributeValues());
        values.put(":marks", AttributeValue.fromSs(List.of("none")));
        return update.toBuilder().expressionAttributeValues(values).build();
    }

    private static Object withoutMarkInTransactions(Object request) {
        return request instanceof TransactWriteItemsRequest transaction
                ? inTransaction(transaction, item -> {
                    if (item.update() == null
                            || !item.update().updateExpression().contains("REMOVE marks.#mark")) {
                        return item;
                    }
                    return item.toBuilder()
                            .update(item.update().toBuilder()
                                    .expressionAttributeNames(Map.of("#mark", "none"))
                                    .build())
                            .build();
                })
                : request;
    }

    private static Object withoutRequestKey(Object request) {
        if (request instanceof PutItemRequest put && put.item().containsKey("requestKey")) {
            var attributes = new HashMap<>(put.item());
            attributes.remove("requestKey");
            attributes.remove("requestDigest");
            return put.toBuilder().item(attributes).build();
        }
        return request instanceof TransactWriteItemsRequest transaction
                ? inTransaction(transaction, item -> {
                    if (item.put() == null || !item.put().item().containsKey("requestKey")) {
                        return item;
                    }
                    var attributes = new HashMap<>(item.put().item());
                    attributes.remove("requestKey");
                    attributes.remove("requestDigest");
                    return item.toBuilder()
                            .put(item.put().toBuilder().item(attributes).build())
                            .build();
                })
                : request;
    }

    private static Object furtherAhead(Object request) {
        if (!(request instanceof UpdateItemRequest update)
                || !update.key().get("sk").s().equals("watermark")) {
            return request;
        }
        var values = new HashMap<>(update.expressionAttributeValues());
        values.computeIfPresent(
                ":until", (name, until) -> AttributeValue.fromN(Long.toString(Long.parseLong(until.n()) + 72_000)));
        return update.toBuilder().expressionAttributeValues(values).build();
    }

    private static Object withoutVersion(Object request) {
        if (!(request instanceof UpdateItemRequest update)
                || !update.key().get("pk").s().startsWith("notice#")) {
            return request;
        }
        var kind = update.key().get("sk").s().replaceAll("#[0-9]+$", "#0000000000");
        return update.toBuilder()
                .key(Map.of("pk", update.key().get("pk"), "sk", AttributeValue.fromS(kind)))
                .build();
    }

    private static TransactWriteItemsRequest inTransaction(
            TransactWriteItemsRequest transaction, Function<TransactWriteItem, TransactWriteItem> change) {
        return transaction.toBuilder()
                .transactItems(transaction.transactItems().stream().map(change).toList())
                .build();
    }

    private static TransactWriteItem weaken(TransactWriteItem item, String part) {
        if (item.update() != null && item.update().conditionExpression() != null) {
            return item.toBuilder()
                    .update(item.update().toBuilder()
                            .conditionExpression(weaken(item.update().conditionExpression(), part))
                            .build())
                    .build();
        }
        if (item.put() != null && item.put().conditionExpression() != null) {
            return item.toBuilder()
                    .put(item.put().toBuilder()
                            .conditionExpression(weaken(item.put().conditionExpression(), part))
                            .build())
                    .build();
        }
        return item;
    }

    private static String weaken(String condition, String part) {
        return condition.replace(part, "(" + part + ALWAYS + ")");
    }
}
