package yunhe.dynamo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yunhe.core.activity.History.By;
import yunhe.core.activity.History.Decision;
import yunhe.core.activity.History.Ended;
import yunhe.core.activity.History.Verdict;

/** What a reviewer decided and why something ended, as attributes of an item. */
public final class Judged {

    public static final List<String> ATTRIBUTES = List.of(
            "verdict", "decidedBy", "decidedAt", "decidedFrom", "decisionReason", "endedAt", "endedBy", "endReason");

    private Judged() {}

    public static void put(Attributes item, Optional<Decision> judged, Optional<Ended> over) {
        judged.ifPresent(decision -> {
            item.put("verdict", code(decision.verdict()))
                    .put("decidedBy", decision.by())
                    .put("decidedAt", decision.at().toString())
                    .put("decidedFrom", decision.seen());
            decision.reason().ifPresent(reason -> item.put("decisionReason", reason));
        });
        over.ifPresent(ended -> {
            item.put("endedAt", ended.at().toString()).put("endedBy", code(ended.by()));
            ended.reason().ifPresent(reason -> item.put("endReason", reason));
        });
    }

    public static Optional<Decision> decision(Attributes item) {
        return item.optionalText("verdict")
                .map(verdict -> new Decision(
                        value(Verdict.class, verdict),
                        item.text("decidedBy"),
                        item.instant("decidedAt"),
                        item.optionalNested("decisionReason").map(reason -> Attributes.bilingual(reason.asValue())),
                        item.number("decidedFrom")));
    }

    public static Optional<Ended> ended(Attributes item) {
        return item.optionalText("endedBy")
                .map(by -> new Ended(
                        item.instant("endedAt"),
                        value(By.class, by),
                        item.optionalNested("endReason").map(reason -> Attributes.bilingual(reason.asValue()))));
    }

    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> E value(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
