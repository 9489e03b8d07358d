package yunhe.core.lodging;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import yunhe.core.activity.FieldError;

/** Who may stay, and which nights may be asked for. Every limit is inclusive. Pure functions. */
public final class StayRules {

    /** Whoever graduates within this time is in the final year of study. */
    private static final Period FINAL_YEAR = Period.ofYears(1);

    private StayRules() {}

    /** One error for each rule that is not met. Ages and years since graduation count on the day of arrival. */
    public static List<FieldError> eligibility(StayPolicy policy, RoomType room, Applicant applicant, Nights nights) {
        var errors = new ArrayList<FieldError>();
        var day = nights.arrive();
        applicant
                .gender()
                .filter(gender -> !room.guests().admits(gender))
                .ifPresent(gender -> errors.add(FieldError.of("person.gender", FieldError.Code.ROOM_FOR_OTHERS)));
        policy.maxAge()
                .ifPresent(bound -> applicant
                        .person()
                        .birthDate()
                        .filter(birth -> Period.between(birth, day).getYears() > bound)
                        .ifPresent(birth ->
                                errors.add(FieldError.of("person.birthDate", FieldError.Code.MAX_AGE, bound))));
        policy.graduatedWithinYears()
                .ifPresent(years -> applicant.graduationDate().ifPresent(graduation -> {
                    if (graduation.plusYears(years).isBefore(day)) {
                        errors.add(
                                FieldError.of("person.graduationDate", FieldError.Code.GRADUATED_TOO_LONG_AGO, years));
                    } else if (graduation.isAfter(day.plus(FINAL_YEAR))) {
                        errors.add(FieldError.of("person.graduationDate", FieldError.Code.GRADUATES_TOO_LATE));
                    }
                }));
        return List.copyOf(errors);
    }

    /** What is wrong with the nights of a new stay. Tonight may be had until the hour of no-shows. */
    public static List<FieldError> range(Station station, Nights nights, Instant now) {
        var policy = station.details().policy();
        var today = station.today(now);
        var errors = new ArrayList<FieldError>();
        var first = now.isBefore(station.noShowAt(today)) ? today : today.plusDays(1);
        var last = today.plusDays(policy.bookAheadDays());
        if (nights.arrive().isBefore(first) || nights.arrive().isAfter(last)) {
            errors.add(FieldError.of("arrive", FieldError.Code.OUT_OF_RANGE, first, last));
        }
        errors.addAll(length(policy, nights));
        return List.copyOf(errors);
    }

    static List<FieldError> length(StayPolicy policy, Nights nights) {
        return nights.count() > policy.maxNightsPerStay()
                ? List.of(FieldError.of(
                        "depart",
                        FieldError.Code.OUT_OF_RANGE,
                        nights.arrive().plusDays(1),
                        nights.arrive().plusDays(policy.maxNightsPerStay())))
                : List.of();
    }
}
