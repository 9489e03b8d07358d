package yunhe.dynamo.activity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityDetails.Admission;
import yunhe.core.activity.ActivityDetails.Headline;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Group;
import yunhe.core.activity.Kind;
import yunhe.core.activity.Question;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.activity.Waitlist;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/** An activity's details as a map, and back. */
final class DetailsItem {

    private DetailsItem() {}

    static AttributeValue of(ActivityDetails details) {
        var headline = details.headline();
        var admission = details.admission();
        var item = Attributes.fresh()
                .put("kind", details.kind().map(DetailsItem::code))
                .put("title", headline.title())
                .put("times", times(details.times()))
                .put("approval", code(admission.approval()))
                .put(
                        "groups",
                        AttributeValue.fromL(admission.groups().stream()
                                .map(DetailsItem::group)
                                .toList()))
                .put("waitlist", waitlist(admission.waitlist()))
                .put("questions", questions(details.questions()))
                .put(
                        "reminders",
                        Attributes.texts(details.reminders().stream()
                                .map(TemporalAmount::toString)
                                .toList()));
        headline.summary().ifPresent(summary -> item.put("summary", summary));
        headline.venue()
                .ifPresent(venue -> item.put(
                        "venue",
                        Attributes.fresh()
                                .put("name", venue.name())
                                .put("address", venue.address())
                                .asValue()));
        admission.eligibility().minAge().ifPresent(age -> item.put("minAge", age.longValue()));
        admission.eligibility().maxAge().ifPresent(age -> item.put("maxAge", age.longValue()));
        return item.asValue();
    }

    static ActivityDetails read(Attributes item) {
        return new ActivityDetails(
                item.optionalText("kind").map(code -> value(Kind.class, code)),
                new Headline(
                        item.bilingual("title"),
                        item.optionalNested("summary").map(text -> Attributes.bilingual(text.asValue())),
                        item.optionalNested("venue").map(it -> new Venue(it.text("name"), it.text("address")))),
                times(item.nested("times")),
                new Admission(
                        value(Approval.class, item.text("approval")),
                        item.list("groups").stream()
                                .map(it -> group(Attributes.of(it.m())))
                                .toList(),
                        waitlist(item.nested("waitlist")),
                        new Eligibility(
                                item.optionalNumber("minAge").map(Long::intValue),
                                item.optionalNumber("maxAge").map(Long::intValue))),
                questions(item),
                item.texts("reminders").stream().map(DetailsItem::amount).toList());
    }

    /** An activity's questions as an item of their own, when they are about to be replaced. */
    static Map<String, AttributeValue> formerQuestions(Activity seen) {
        var item = Attributes.fresh()
                .put("type", "questions")
                .put("schema", 1)
                .put("version", 1)
                .put("questions", questions(seen.details().questions()));
        item.map()
                .putAll(ActivityKeys.formerQuestions(seen.id(), seen.edits().questions())
                        .attributes());
        return item.map();
    }

    static List<Question> readQuestions(Map<String, AttributeValue> item) {
        return questions(Attributes.of(item));
    }

    private static AttributeValue questions(List<Question> questions) {
        return AttributeValue.fromL(
                questions.stream().map(DetailsItem::question).toList());
    }

    private static List<Question> questions(Attributes item) {
        return item.list("questions").stream()
                .map(it -> question(Attributes.of(it.m())))
                .toList();
    }

    private static AttributeValue times(Times times) {
        return Attributes.fresh()
                .put("zone", times.zone().getId())
                .put("startsAt", times.startsAt().toString())
                .put("endsAt", times.endsAt().toString())
                .put("registrationOpensAt", times.registrationOpensAt().map(Instant::toString))
                .put("registrationClosesAt", times.registrationClosesAt().toString())
                .put("cancelUntil", times.cancelUntil().toString())
                .asValue();
    }

    private static Times times(Attributes item) {
        return new Times(
                ZoneId.of(item.text("zone")),
                item.instant("startsAt"),
                item.instant("endsAt"),
                item.optionalInstant("registrationOpensAt"),
                item.instant("registrationClosesAt"),
                item.instant("cancelUntil"));
    }

    private static AttributeValue group(Group group) {
        return Attributes.fresh()
                .put("id", group.id())
                .put("title", group.title())
                .put("capacity", group.capacity())
                .put("approval", group.approval().map(DetailsItem::code))
                .asValue();
    }

    private static Group group(Attributes item) {
        return new Group(
                item.text("id"),
                item.bilingual("title"),
                item.smallNumber("capacity"),
                item.optionalText("approval").map(code -> value(Approval.class, code)));
    }

    private static AttributeValue waitlist(Waitlist waitlist) {
        return Attributes.fresh()
                .put("capacity", waitlist.capacityPerGroup())
                .put("promotion", code(waitlist.promotion()))
                .put("offerMinutes", waitlist.offerFor().toMinutes())
                .asValue();
    }

    private static Waitlist waitlist(Attributes item) {
        return new Waitlist(
                item.smallNumber("capacity"),
                value(Waitlist.Promotion.class, item.text("promotion")),
                Duration.ofMinutes(item.number("offerMinutes")));
    }

    private static AttributeValue question(Question question) {
        var item = Attributes.fresh()
                .put("id", question.id())
                .put("type", code(question.type()))
                .put("label", question.label())
                .put("required", question.required())
                .put("options", Attributes.texts(question.options()))
                .put("maxLength", question.limits().maxLength())
                .put("min", question.limits().min().map(BigDecimal::toPlainString))
                .put("max", question.limits().max().map(BigDecimal::toPlainString));
        if (!question.optionLabels().isEmpty()) {
            item.put(
                    "optionLabels",
                    AttributeValue.fromM(question.optionLabels().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> Attributes.bilingual(entry.getValue())))));
        }
        return item.asValue();
    }

    private static Question question(Attributes item) {
        return new Question(
                item.text("id"),
                value(Question.Type.class, item.text("type")),
                item.bilingual("label"),
                item.flag("required"),
                item.texts("options"),
                item.optionalNested("optionLabels")
                        .map(labels -> labels.map().entrySet().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, entry -> Attributes.bilingual(entry.getValue()))))
                        .orElse(Map.of()),
                new Question.Limits(
                        item.smallNumber("maxLength"),
                        item.optionalText("min").map(BigDecimal::new),
                        item.optionalText("max").map(BigDecimal::new)));
    }

    private static TemporalAmount amount(String iso) {
        return iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
