package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    private final Service service = Service.shared();

    @Test
    void thirty_five_is_within_thirty_five() {
        Draft draft = service.draft().with("eligibility.maxAge", 35);
        LocalDate day = draft.startsAt().toLocalDate();
        Activity activity = draft.publish();

        activity.confirmed(born(day.minusYears(35)));
        activity.confirmed(born(day.minusYears(36).plusDays(1)));
        Reply refusal = activity.signUp(born(day.minusYears(36))).refused(422, "not_eligible");

        assertEquals(
                "person.birthDate",
                refusal.json().path("errors").get(0).path("field").asText());
        assertEquals(8, activity.free());
    }

    @Test
    void eighteen_is_enough_for_eighteen() {
        Draft draft = service.draft().with("eligibility.minAge", 18);
        LocalDate day = draft.startsAt().toLocalDate();
        Activity activity = draft.publish();

        activity.confirmed(born(day.minusYears(18)));
        activity.signUp(born(day.minusYears(18).plusDays(1))).refused(422, "not_eligible");
    }

    @Test
    void ages_count_on_the_venues_day() {
        // Five in the morning in Hangzhou is the day before in Los Angeles.
        OffsetDateTime startsAt = service.draft()
                .startsAt()
                .withOffsetSameInstant(ZoneOffset.ofHours(8))
                .withHour(5)
                .withMinute(0);
        LocalDate day =
                startsAt.atZoneSameInstant(ZoneId.of("America/Los_Angeles")).toLocalDate();
        Activity activity = service.draft()
                .startingAt(startsAt)
                .with("timeZone", "America/Los_Angeles")
                .with("eligibility.minAge", 18)
                .publish();

        assertEquals(startsAt.toLocalDate().minusDays(1), day);
        activity.confirmed(born(day.minusYears(18)));
        activity.signUp(born(day.minusYears(18).plusDays(1))).refused(422, "not_eligible");
    }

    @Test
    void a_rule_on_age_needs_the_birth_date() {
        Activity activity = service.draft().with("eligibility.maxAge", 35).publish();

        activity.signUp(Applicant.someone()).refusedField("person.birthDate", "required");
    }

    @Test
    void who_is_not_eligible_does_not_wait_either() {
        Draft draft = service.draft().places(0).with("eligibility.maxAge", 35);
        LocalDate day = draft.startsAt().toLocalDate();
        Activity activity = draft.publish();

        activity.signUp(born(day.minusYears(60))).refused(422, "not_eligible");

        assertEquals(0, activity.waiting());
    }

    @Test
    void fields_come_before_eligibility_and_eligibility_before_the_person() {
        Draft draft = service.draft().with("eligibility.maxAge", 35);
        LocalDate day = draft.startsAt().toLocalDate();
        Activity activity = draft.publish();
        Applicant young = born(day.minusYears(20));
        activity.confirmed(young);

        activity.signUp(young.with("person.birthDate", day.minusYears(60).toString()))
                .refused(422, "not_eligible");
        activity.signUp(young.in("nobody")).refused(400, "body.invalid");
    }

    private static Applicant born(LocalDate day) {
        return Applicant.someone().with("person.birthDate", day.toString());
    }
}
