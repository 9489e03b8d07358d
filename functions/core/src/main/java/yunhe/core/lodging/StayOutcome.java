package yunhe.core.lodging;

import java.time.LocalDate;
import java.util.List;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Refusal;

/** What became of something that was asked of a stay. */
public sealed interface StayOutcome {

    record Done(Stay stay) implements StayOutcome {}

    record Invalid(List<FieldError> errors) implements StayOutcome {}

    /** One error for each rule that is not met. */
    record NotEligible(List<FieldError> rules) implements StayOutcome {}

    /** Too many nights, past, or too far ahead. */
    record NightsOutOfRange(List<FieldError> errors) implements StayOutcome {}

    record NotEntitled(GuestRecord.Objection objection) implements StayOutcome {}

    /**
     * No room.
     *
     * @param nights those on which nothing is free; empty when it is the line that is full
     * @param alternatives runs of nights that are free within those that were asked for
     */
    record Full(String roomType, List<LocalDate> nights, List<Nights> alternatives) implements StayOutcome {}

    record Refused(Refusal refusal) implements StayOutcome {}
}
