package yunhe.activities;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.Availability;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Question;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Times;
import yunhe.web.Json;
import yunhe.web.form.Codes;

/** Activities as JSON: what an organiser sent, with the defaults filled in, and what has become of it. */
final class ActivityView {

    private ActivityView() {}

    /** What anyone may see. */
    static ObjectNode visible(Activity activity, List<Seats> seats, Instant now) {
        var body = details(activity.details());
        body.remove("reminders");
        return withCounts(body, activity, seats, now);
    }

    /** What organisers see: also drafts, reminders and the version. */
    static ObjectNode administered(Activity activity, List<Seats> seats, Instant now, String url) {
        var body = withCounts(details(activity.details()), activity, seats, now);
        return body.put("phase", Codes.of(activity.phase()))
                .put("url", url)
                .put("questionsVersion", activity.edits().questions())
                .put("version", activity.version());
    }

    private static ObjectNode withCounts(ObjectNode details, Activity activity, List<Seats> seats, Instant now) {
        var byGroup = seats.stream().collect(Collectors.toMap(Seats::group, Function.identity()));
        for (var group : details.withArray("groups")) {
            var counted = byGroup.get(group.path("id").asText());
            if (counted != null && group instanceof ObjectNode item) {
                item.put("capacity", counted.capacity())
                        .put("taken", counted.taken())
                        .put("free", counted.free())
                        .put("waiting", counted.waiting());
            }
        }
        var body = Json.object().put("id", activity.id().value());
        body.setAll(details);
        activity.cancelReason().ifPresent(reason -> body.set("cancelReason", Json.bilingual(reason)));
        return activity.phase() == Activity.Phase.DRAFT
                ? body.put("state", "draft")
                : body.put("state", Codes.of(Availability.of(activity, seats, now)));
    }

    /** The representation that a {@code PUT} takes. */
    static ObjectNode details(ActivityDetails details) {
        var body = Json.object();
        details.kind().ifPresent(kind -> body.put("kind", Wire.kind(kind)));
        body.set("title", Json.bilingual(details.headline().title()));
        details.headline().summary().ifPresent(summary -> body.set("summary", Json.bilingual(summary)));
        details.headline()
                .venue()
                .ifPresent(venue ->
                        body.putObject("venue").put("name", venue.name()).put("address", venue.address()));
        times(body, details.times());
        var admission = details.admission();
        body.put("approval", Codes.of(admission.approval()));
        var groups = body.putArray("groups");
        for (var group : admission.groups()) {
            var item = groups.addObject().put("id", group.id());
            item.set("title", Json.bilingual(group.title()));
            item.put("capacity", group.capacity());
            item.put("approval", group.approval().map(Codes::of).orElse(null));
        }
        body.putObject("waitlist")
                .put("capacity", admission.waitlist().capacityPerGroup())
                .put("promotion", Codes.of(admission.waitlist().promotion()))
                .put("offerMinutes", (int) admission.waitlist().offerFor().toMinutes());
        body.set("eligibility", eligibility(admission.eligibility()));
        body.set("questions", questions(details.questions()));
        var reminders = body.putArray("reminders");
        details.reminders().stream().map(TemporalAmount::toString).forEach(reminders::add);
        return body;
    }

    static ArrayNode questions(List<Question> questions) {
        var list = Json.array();
        questions.forEach(question -> list.add(question(question)));
        return list;
    }

    private static void times(ObjectNode body, Times times) {
        var zone = times.zone();
        body.put("timeZone", zone.getId());
        body.put("startsAt", Json.instant(times.startsAt(), zone));
        body.put("endsAt", Json.instant(times.endsAt(), zone));
        times.registrationOpensAt().ifPresent(opens -> body.put("registrationOpensAt", Json.instant(opens, zone)));
        body.put("registrationClosesAt", Json.instant(times.registrationClosesAt(), zone));
        body.put("cancelUntil", Json.instant(times.cancelUntil(), zone));
    }

    private static ObjectNode eligibility(Eligibility eligibility) {
        var body = Json.object();
        eligibility.minAge().ifPresent(age -> body.put("minAge", age));
        eligibility.maxAge().ifPresent(age -> body.put("maxAge", age));
        return body;
    }

    private static ObjectNode question(Question question) {
        var body = Json.object().put("id", question.id()).put("type", Codes.of(question.type()));
        body.set("label", Json.bilingual(question.label()));
        body.put("required", question.required());
        switch (question.type()) {
            case CHOICE, CHOICES -> {
                var options = body.putArray("options");
                question.options().forEach(options::add);
                if (!question.optionLabels().isEmpty()) {
                    var labels = body.putObject("optionLabels");
                    question.options().stream()
                            .filter(question.optionLabels()::containsKey)
                            .forEach(option -> labels.set(option, Json.bilingual(question.optionLabel(option))));
                }
            }
            case TEXT -> body.put("maxLength", question.limits().maxLength());
            case NUMBER -> {
                question.limits().min().ifPresent(min -> body.put("min", min));
                question.limits().max().ifPresent(max -> body.put("max", max));
            }
            case DATE, YESNO, PHONE, EMAIL -> {}
        }
        return body;
    }
}
