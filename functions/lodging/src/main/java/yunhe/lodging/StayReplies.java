package yunhe.lodging;

import java.util.List;
import yunhe.core.activity.FieldError;
import yunhe.core.lodging.GuestRecord.Objection;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayOutcome;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;

/** What each outcome looks like. */
final class StayReplies {

    private StayReplies() {}

    /** The stay, or else the problem that stands in its way. */
    static Stay done(StayOutcome outcome) {
        return switch (outcome) {
            case StayOutcome.Done(var stay) -> stay;
            case StayOutcome.Invalid(var errors) ->
                throw Problem.invalid(errors).exception();
            case StayOutcome.NotEligible(var rules) ->
                throw Problem.of(ProblemCode.NOT_ELIGIBLE).withErrors(rules).exception();
            case StayOutcome.NightsOutOfRange(var errors) ->
                throw Problem.of(ProblemCode.NIGHTS_OUT_OF_RANGE)
                        .withErrors(errors)
                        .exception();
            case StayOutcome.NotEntitled(var objection) ->
                throw problem(objection).exception();
            case StayOutcome.Full full -> throw full(full).exception();
            case StayOutcome.Refused(var refusal) -> throw Problem.of(refusal).exception();
        };
    }

    private static Problem problem(Objection objection) {
        return switch (objection) {
            // How many there are already is the guest's to know, and who asks may be somebody else.
            case Objection.Exhausted(int year, int _, int allowed) ->
                Problem.of(ProblemCode.ENTITLEMENT_EXHAUSTED)
                        .withMember("year", Json.object().numberNode(year))
                        .withMember("nightsAllowed", Json.object().numberNode(allowed));
            case Objection.TooSoon(int days) ->
                Problem.of(ProblemCode.ENTITLEMENT_TOO_SOON)
                        .withMember("daysBetweenStays", Json.object().numberNode(days));
            case Objection.Overlaps() -> Problem.of(ProblemCode.STAY_OVERLAPS);
        };
    }

    private static Problem full(StayOutcome.Full full) {
        List<FieldError> nights = full.nights().stream()
                .map(night -> FieldError.of(night.toString(), FieldError.Code.FULL))
                .toList();
        return Problem.of(ProblemCode.STATION_FULL)
                .withErrors(nights)
                .withMember("alternatives", StayView.alternatives(full.roomType(), full.alternatives()));
    }
}
