package yunhe.dynamo.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.History.Offer;
import yunhe.core.activity.History.Verdict;
import yunhe.dynamo.Attributes;

/** A registration's history as attributes of its item. */
final class HistoryItem {

    static final String CONFIRMED_AT = "confirmedAt";
    static final String OFFER_EXPIRES_AT = "offerExpiresAt";
    static final String OFFER_ANSWER = "offerAnswer";
    static final String QUESTIONS = "questionsVersion";

    /** All of them; what a history does not have, its item does not have either. */
    static final List<String> ATTRIBUTES = List.of(
            CONFIRMED_AT,
            OFFER_EXPIRES_AT,
            OFFER_ANSWER,
            "verdict",
            "decidedBy",
            "decidedAt",
            "decidedFrom",
            "decisionReason",
            "endedAt",
            "endedBy",
            "endReason",
            QUESTIONS);

    private static final long FIRST_QUESTIONS = 1;

    private HistoryItem() {}

    static Map<String, AttributeValue> of(History history) {
        var item = Attributes.fresh().put(CONFIRMED_AT, history.confirmedAt().map(Object::toString));
        history.offer()
                .ifPresent(offer -> item.put(OFFER_EXPIRES_AT, offer.expiresAt().toString())
                        .put(OFFER_ANSWER, offer.answer().map(HistoryItem::code)));
        history.decision().ifPresent(decision -> {
            item.put("verdict", code(decision.verdict()))
                    .put("decidedBy", decision.by())
                    .put("decidedAt", decision.at().toString())
                    .put("decidedFrom", decision.seen());
            decision.reason().ifPresent(reason -> item.put("decisionReason", reason));
        });
        history.ended().ifPresent(ended -> {
            item.put("endedAt", ended.at().toString()).put("endedBy", code(ended.by()));
            ended.reason().ifPresent(reason -> item.put("endReason", reason));
        });
        // Most registrations know no other questions than the first.
        if (history.questions() != FIRST_QUESTIONS) {
            item.put(QUESTIONS, history.questions());
        }
        return new HashMap<>(item.map());
    }

    static History read(Attributes item) {
        return new History(
                item.optionalInstant(CONFIRMED_AT),
                item.optionalInstant(OFFER_EXPIRES_AT)
                        .map(until -> new Offer(
                                until, item.optionalText(OFFER_ANSWER).map(code -> value(Answer.class, code)))),
                item.optionalText("verdict").map(verdict -> decision(item, verdict)),
                item.optionalText("endedBy").map(by -> ended(item, by)),
                item.optionalNumber(QUESTIONS).orElse(FIRST_QUESTIONS));
    }

    private static Decision decision(Attributes item, String verdict) {
        return new Decision(
                value(Verdict.class, verdict),
                item.text("decidedBy"),
                item.instant("decidedAt"),
                item.optionalNested("decisionReason").map(reason -> Attributes.bilingual(reason.asValue())),
                item.number("decidedFrom"));
    }

    private static Ended ended(Attributes item, String by) {
        return new Ended(
                item.instant("endedAt"),
                value(By.class, by),
                item.optionalNested("endReason").map(reason -> Attributes.bilingual(reason.asValue())));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }

    /**
     * For an update expression: the value of every attribute that is to be set, and the names of those to be removed.
     */
    static Optional<String> removal(Map<String, AttributeValue> set) {
        var rest = ATTRIBUTES.stream().filter(name -> !set.containsKey(name)).toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", rest));
    }
}
