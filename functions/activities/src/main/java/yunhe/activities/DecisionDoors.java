package yunhe.activities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Activity;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Review;
import yunhe.core.shared.StoreUnavailable;
import yunhe.web.Body;
import yunhe.web.Fields;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.Codes;
import yunhe.web.form.DecisionForm;
import yunhe.web.form.IfMatch;

/** Approving, rejecting and reopening, one by one or many at once. */
final class DecisionDoors {

    static final int AT_ONCE_MAX = 100;

    private static final int ID_LENGTH_MAX = 200;

    private final AskedActivity asked;
    private final Activities activities;
    private final Review review;
    private final Clock clock;

    DecisionDoors(AskedActivity asked, Activities activities, Registrations registrations, Clock clock) {
        this.asked = asked;
        this.activities = activities;
        this.review = new Review(registrations, clock);
        this.clock = clock;
    }

    Reply decide(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var form = DecisionForm.parse(Fields.of(request.json()));
        var activity = asked.find(path);
        var id = RegistrationId.parse(path.get("rid"))
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
        return switch (review.decide(activity, id, form.by(caller.subject(), IfMatch.version(request)))) {
            case Review.Decided(var decided, var now) -> {
                if (!now) {
                    // Nothing was written, but it is read once more.
                    activities.audit(
                            new AuditEntry(clock.instant(), caller.subject(), Action.REGISTRATION_READ, id.value()));
                }
                yield Reply.json(200, RegistrationView.forOrganiser(decided, activity.times(), clock.instant()));
            }
            case Review.Refused(var refusal) -> throw Problem.of(refusal).exception();
        };
    }

    /** Each item has its own result, in the order in which they came: one that cannot be done stops no other. */
    Reply decideMany(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var items = items(request.json());
        var activity = asked.find(path);
        var decided = new HashMap<RegistrationId, Verdict>();
        var body = Json.object();
        var results = body.putArray("results");
        for (var item : items) {
            results.add(result(activity, item, caller.subject(), decided));
        }
        return Reply.json(200, body);
    }

    private static List<JsonNode> items(Body body) {
        var items = body.tree().path("items");
        var fault = items.isMissingNode() || items.isNull()
                ? Optional.of(FieldError.of("items", FieldError.Code.REQUIRED))
                : items.isArray()
                        ? Optional.of(FieldError.of("items", FieldError.Code.OUT_OF_RANGE, 1, AT_ONCE_MAX))
                                .filter(outOfRange -> items.isEmpty() || items.size() > AT_ONCE_MAX)
                        : Optional.of(FieldError.of("items", FieldError.Code.FORMAT));
        if (fault.isPresent()) {
            throw Problem.invalid(List.of(fault.get())).exception();
        }
        return List.copyOf(items.valueStream().toList());
    }

    private ObjectNode result(Activity activity, JsonNode item, String reviewer, Map<RegistrationId, Verdict> decided) {
        var result = Json.object().put("id", item.path("id").asText());
        try {
            var registration = decide(activity, item, reviewer, decided);
            return result.put("status", Codes.of(registration.statusAt(activity.times(), clock.instant())));
        } catch (ProblemException refused) {
            return result.put("code", refused.problem().code().code());
        } catch (StoreUnavailable perhapsNotTheNext) {
            return result.put("code", ProblemCode.STORE_UNAVAILABLE.code());
        }
    }

    private Registration decide(
            Activity activity, JsonNode item, String reviewer, Map<RegistrationId, Verdict> decided) {
        if (!(item instanceof ObjectNode object)) {
            throw Problem.of(ProblemCode.BODY_INVALID).exception();
        }
        var fields = Fields.of(new Body(object, false));
        var text = fields.required("id", fields.line("id", ID_LENGTH_MAX));
        var form = DecisionForm.parse(fields);
        var id = RegistrationId.parse(text.orElseThrow())
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
        var before = Optional.ofNullable(decided.get(id));
        if (before.filter(verdict -> verdict != form.verdict()).isPresent()) {
            // Both were said of what stood there before the call.
            throw Problem.of(Refusal.VERSION_STALE).exception();
        }
        return switch (review.decide(activity, id, form.by(reviewer, Optional.empty()))) {
            case Review.Decided(var registration, var _) -> {
                decided.put(id, form.verdict());
                yield registration;
            }
            case Review.Refused(var refusal) -> throw Problem.of(refusal).exception();
        };
    }
}
