package yunhe.dynamo.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.History.Offer;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Judged;

/** A registration's history as attributes of its item. */
final class HistoryItem {

    static final String CONFIRMED_AT = "confirmedAt";
    static final String OFFER_EXPIRES_AT = "offerExpiresAt";
    static final String OFFER_ANSWER = "offerAnswer";
    static final String QUESTIONS = "questionsVersion";

    /** All of them; what a history does not have, its item does not have either. */
    static final List<String> ATTRIBUTES = Stream.concat(
                    Stream.of(CONFIRMED_AT, OFFER_EXPIRES_AT, OFFER_ANSWER, QUESTIONS), Judged.ATTRIBUTES.stream())
            .toList();

    private static final long FIRST_QUESTIONS = 1;

    private HistoryItem() {}

    static Map<String, AttributeValue> of(History history) {
        var item = Attributes.fresh().put(CONFIRMED_AT, history.confirmedAt().map(Object::toString));
        history.offer()
                .ifPresent(offer -> item.put(OFFER_EXPIRES_AT, offer.expiresAt().toString())
                        .put(OFFER_ANSWER, offer.answer().map(Judged::code)));
        Judged.put(item, history.decision(), history.ended());
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
                                until, item.optionalText(OFFER_ANSWER).map(code -> Judged.value(Answer.class, code)))),
                Judged.decision(item),
                Judged.ended(item),
                item.optionalNumber(QUESTIONS).orElse(FIRST_QUESTIONS));
    }

    /**
     * For an update expression: the value of every attribute that is to be set, and the names of those to be removed.
     */
    static Optional<String> removal(Map<String, AttributeValue> set) {
        var rest = ATTRIBUTES.stream().filter(name -> !set.containsKey(name)).toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", rest));
    }
}
