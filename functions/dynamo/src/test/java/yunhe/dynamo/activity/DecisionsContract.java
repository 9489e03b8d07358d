package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.AnswerOffer;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Review;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.activity.Waitlist;
import yunhe.core.person.Person;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Sabotage;
import yunhe.testkit.Samples;

/** What any store has to hold while registrations are reviewed, and places offered. */
abstract class DecisionsContract extends RegistrationsContract {

    private static final Instant OFFERED_UNTIL = Samples.NOW.plus(Duration.ofMinutes(240));

    @Test
    void two_pending_requests_are_never_both_approved_beyond_the_places() {
        var activity = reviewed(9, "women:3");
        var people = AtOnce.run(12, number -> signUp(registrations, activity, Samples.withEmail(number)));
        var outcomes = AtOnce.run(
                12, number -> decide(registrations, people.get(number), Verdict.APPROVE, "mei", Optional.empty()));

        assertEquals(3, decided(outcomes));
        assertEquals(3, count(people, Status.CONFIRMED));
        assertEquals(new Seats("women", 3, 3, 9, 9), seats(activity));
    }

    @Test
    void control_without_the_condition_on_places_more_are_approved_than_there_are() {
        var activity = reviewed(9, "women:3");
        var sabotage = Sabotage.without(ShardItem.FREE_FOR_NEWCOMERS, client());
        var careless = new DynamoRegistrations(sabotage.client(), table(), random);
        var people = AtOnce.run(12, number -> signUp(careless, activity, Samples.withEmail(number)));
        people.forEach(it -> decide(careless, it, Verdict.APPROVE, "mei", Optional.empty()));

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(count(people, Status.CONFIRMED) > 3, "oversold when nobody looks at the places");
    }

    @Test
    void of_two_reviewers_at_once_one_decides_and_the_other_is_told_that_it_is_stale() {
        for (int round = 0; round < 10; round++) {
            var activity = reviewed(5, "women:5");
            var seen = signUp(registrations, activity, Samples.withEmail(1));
            var outcomes = twoReviewers(registrations, seen);

            assertEquals(1, decided(outcomes));
            assertTrue(outcomes.contains(new Review.Refused(Refusal.VERSION_STALE)), outcomes::toString);
            assertEquals(2, find(seen).version());
            assertEquals(
                    find(seen).status().holdsPlace() ? 1 : 0, seats(activity).taken());
            assertEquals(
                    1,
                    activities
                            .auditOf(seen.id().value(), 10, Optional.empty())
                            .items()
                            .size());
        }
    }

    @Test
    void control_without_the_version_both_reviewers_decide() {
        var activity = reviewed(5, "women:5");
        var sabotage = Sabotage.without(MoveRegistration.UNCHANGED, client());
        var careless = new DynamoRegistrations(sabotage.client(), table(), random);
        int both = 0;
        for (int round = 0; round < 20 && both == 0; round++) {
            var seen = signUp(registrations, activity, Samples.withEmail(100 + round));
            both += decided(twoReviewers(careless, seen)) == 2 ? 1 : 0;
        }

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(both > 0, "two decisions stand when nobody looks at the version");
    }

    @Test
    void a_place_is_given_back_once_however_many_reviewers_reject_at_once() {
        var activity = reviewed(5, "women:5");
        signUp(registrations, activity, Samples.withEmail(1));
        var rejected = signUp(registrations, activity, Samples.withEmail(2));
        var outcomes =
                AtOnce.run(8, number -> decide(registrations, rejected, Verdict.REJECT, "mei", Optional.empty()));

        // The same reviewer who says the same again is answered as the first time.
        assertEquals(8, decided(outcomes));
        assertEquals(1, seats(activity).taken());
        assertEquals(2, find(rejected).version());
    }

    @Test
    void approving_and_accepting_keep_the_place() {
        var activity = reviewed(5, "women:5");
        var pending = signUp(registrations, activity, Samples.withEmail(1));
        decide(registrations, pending, Verdict.APPROVE, "mei", Optional.empty());
        assertEquals(Status.CONFIRMED, find(pending).status());
        assertEquals(1, seats(activity).taken());

        var offering = offering(5, "women:1");
        var offered = offered(offering);
        assertInstanceOf(AnswerOffer.Answered.class, offers(Samples.NOW).accept(activity(offering), offered));
        assertEquals(new Seats("women", 1, 1, 5, 0), seats(offering));
    }

    @Test
    void a_rejected_one_comes_back_with_a_place_or_at_the_end_of_the_line_or_not_at_all() {
        var activity = reviewed(1, "women:1");
        var first = signUp(registrations, activity, Samples.withBoth(1));
        reject(first);
        assertEquals(new Seats("women", 1, 0, 1, 0), seats(activity));

        assertEquals(Status.PENDING, reopened(find(first)).status());
        assertEquals(new Seats("women", 1, 1, 1, 0), seats(activity));

        reject(find(first));
        var second = signUp(registrations, activity, Samples.withEmail(2));
        assertEquals(Status.PENDING, second.status());
        var waiting = reopened(find(first));
        assertEquals(Status.WAITLISTED, waiting.status());
        assertEquals(find(first), waiting);
        assertEquals(new Seats("women", 1, 1, 1, 1), seats(activity));
        assertEquals(
                List.of(first.id()),
                registrations.line(activity, "women", 9).stream()
                        .map(Registrations.Waiter::id)
                        .toList());

        reject(second);
        promote(registrations).promote(activity, "women");
        signUp(registrations, activity, Samples.withEmail(3));
        assertEquals(
                new Review.Refused(Refusal.ACTIVITY_FULL),
                decide(registrations, second, Verdict.REOPEN, "mei", Optional.empty()));
        assertEquals(new Seats("women", 1, 1, 1, 1), seats(activity));
    }

    @Test
    void a_rejected_one_does_not_come_back_once_its_person_has_signed_up_again() {
        var activity = reviewed(5, "women:5");
        var first = signUp(registrations, activity, Samples.withBoth(1));
        reject(first);
        var second = signUp(registrations, activity, Samples.withBoth(1));

        assertEquals(
                new Review.Refused(Refusal.ALREADY_REGISTERED),
                decide(registrations, first, Verdict.REOPEN, "mei", Optional.empty()));
        assertEquals(Status.PENDING, find(second).status());
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void one_that_is_reopened_many_times_at_once_takes_one_place() {
        var activity = reviewed(5, "women:5");
        var first = signUp(registrations, activity, Samples.withBoth(1));
        reject(first);
        var outcomes = AtOnce.run(8, number -> decide(registrations, first, Verdict.REOPEN, "mei", Optional.empty()));

        assertEquals(8, decided(outcomes));
        assertEquals(1, seats(activity).taken());
    }

    @Test
    void accepting_and_running_out_at_the_same_moment_have_one_outcome() {
        for (int round = 0; round < 20; round++) {
            var activity = offering(5, "women:1");
            var offered = offered(activity);
            acceptAndExpire(registrations, activity, offered);

            var status = find(offered).status();
            assertTrue(status == Status.CONFIRMED || status == Status.EXPIRED, status::toString);
            assertEquals(3, find(offered).version());
            assertEquals(status.holdsPlace() ? 1 : 0, seats(activity).taken());
        }
    }

    @Test
    void control_without_the_version_an_accepted_offer_still_runs_out() {
        var activity = offering(5, "women:1");
        var offered = offered(activity);
        var sabotage = Sabotage.without(MoveRegistration.UNCHANGED, client());
        var careless = new DynamoRegistrations(sabotage.client(), table(), random);
        // Both have seen the offer before either of them acts.
        new AnswerOffer(careless, at(OFFERED_UNTIL.minusSeconds(1))).accept(activity(activity), offered);
        new AnswerOffer(careless, at(OFFERED_UNTIL)).expire(activity(activity), offered);

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertEquals(Status.EXPIRED, find(offered).status(), "who accepted loses the place");
    }

    @Test
    void nobody_is_offered_more_places_than_are_free() {
        var activity = offering(40, "women:6");
        var holders = IntStream.range(0, 6)
                .mapToObj(number -> signUp(registrations, activity, Samples.withEmail(number)))
                .toList();
        var line = IntStream.range(6, 30)
                .mapToObj(number -> signUp(registrations, activity, Samples.withEmail(number)))
                .toList();
        holders.subList(0, 4).forEach(it -> registrations.end(it, Status.CANCELLED, Samples.NOW));
        var promote = promote(registrations);
        AtOnce.run(8, number -> promote.promote(activity, "women"));

        assertEquals(4, count(line, Status.OFFERED));
        assertEquals(4, count(line.subList(0, 4), Status.OFFERED), "first in line, first offered");
        assertEquals(new Seats("women", 6, 6, 40, 20), seats(activity));
    }

    @Test
    void control_without_the_condition_on_the_place_more_is_offered_than_is_free() {
        var activity = offering(40, "women:6");
        var people = IntStream.range(0, 30)
                .mapToObj(number -> signUp(registrations, activity, Samples.withEmail(number)))
                .toList();
        registrations.end(people.getFirst(), Status.CANCELLED, Samples.NOW);
        var sabotage = Sabotage.without(ShardItem.SEAT_IS_FREE, client());
        var careless = promote(new DynamoRegistrations(sabotage.client(), table(), random));
        AtOnce.run(2, number -> careless.promote(activity, "women"));

        assertTrue(sabotage.timesMet() > 0, "the condition is no longer asked for");
        assertTrue(count(people, Status.OFFERED) > 1, "one place is offered to many");
    }

    @Test
    void a_declined_offer_gives_the_place_back_once_and_the_next_in_line_is_offered() {
        var activity = offering(5, "women:1");
        var offered = offered(activity);
        var next = signUp(registrations, activity, Samples.withEmail(3));
        var answers = AtOnce.run(8, number -> offers(Samples.NOW).decline(activity(activity), offered));
        promote(registrations).promote(activity, "women");

        assertTrue(answers.stream().allMatch(AnswerOffer.Answered.class::isInstance), answers::toString);
        assertEquals(Status.CANCELLED, find(offered).status());
        assertEquals(Status.OFFERED, find(next).status());
        assertEquals(new Seats("women", 1, 1, 5, 0), seats(activity));
    }

    @Test
    void a_lapsed_offer_does_not_keep_its_person_from_signing_up_again() {
        var activity = offering(5, "women:1");
        var offered = offered(activity);
        var again = Samples.newcomer(activity, "women", Samples.withEmail(2), Optional.empty(), OFFERED_UNTIL, random);
        var registration = assertInstanceOf(SignedUp.Done.class, registrations.signUp(again))
                .registration();

        assertEquals(Status.CONFIRMED, registration.status());
        assertEquals(Status.EXPIRED, find(offered).status());
        assertEquals(new Seats("women", 1, 1, 5, 0), seats(activity));
    }

    private List<Review.Outcome> twoReviewers(Registrations store, Registration seen) {
        var version = Optional.of(seen.version());
        return AtOnce.run(
                2,
                number -> number == 0
                        ? decide(store, seen, Verdict.APPROVE, "mei", version)
                        : decide(store, seen, Verdict.REJECT, "lei", version));
    }

    private void acceptAndExpire(Registrations store, ActivityId id, Registration offered) {
        var activity = activity(id);
        AtOnce.run(
                2,
                number -> number == 0
                        ? new AnswerOffer(store, at(OFFERED_UNTIL.minusSeconds(1))).accept(activity, offered)
                        : new AnswerOffer(store, at(OFFERED_UNTIL)).expire(activity, offered));
    }

    /** The first in line has been offered the one place that there is. */
    private Registration offered(ActivityId activity) {
        var holder = signUp(registrations, activity, Samples.withEmail(1));
        var waiter = signUp(registrations, activity, Samples.withEmail(2));
        registrations.end(holder, Status.CANCELLED, Samples.NOW);
        promote(registrations).promote(activity, "women");
        var offered = find(waiter);
        assertEquals(Status.OFFERED, offered.status());
        assertEquals(Optional.of(OFFERED_UNTIL), offered.history().offer().map(History.Offer::expiresAt));
        return offered;
    }

    private Review.Outcome decide(
            Registrations store, Registration seen, Verdict verdict, String reviewer, Optional<Long> version) {
        return new Review(store, at(Samples.NOW))
                .decide(
                        activity(seen.activity()),
                        seen.id(),
                        new Review.Judgement(verdict, reviewer, Optional.empty(), version));
    }

    private void reject(Registration registration) {
        assertInstanceOf(
                Review.Decided.class, decide(registrations, registration, Verdict.REJECT, "mei", Optional.empty()));
    }

    private Registration reopened(Registration registration) {
        return assertInstanceOf(
                        Review.Decided.class,
                        decide(registrations, registration, Verdict.REOPEN, "mei", Optional.empty()))
                .registration();
    }

    private AnswerOffer offers(Instant now) {
        return new AnswerOffer(registrations, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Activity activity(ActivityId id) {
        return activities.find(id).orElseThrow();
    }

    private Registration find(Registration registration) {
        return registrations.find(registration.id()).orElseThrow();
    }

    private long count(List<Registration> people, Status status) {
        return people.stream().filter(it -> find(it).status() == status).count();
    }

    private static long decided(List<Review.Outcome> outcomes) {
        return outcomes.stream().filter(Review.Decided.class::isInstance).count();
    }

    /** As the activity has it: reviewed or not. */
    private Registration signUp(Registrations store, ActivityId id, Person person) {
        var plain = newcomer(id, person);
        var newcomer = new Newcomer(
                id,
                plain.group(),
                new Newcomer.Terms(activity(id).details().admission().approval(), true, 1, 1),
                person,
                new ArrayList<>(plain.contacts()),
                plain.answers(),
                plain.profile(),
                plain.language(),
                plain.origin());
        return assertInstanceOf(SignedUp.Done.class, store.signUp(newcomer)).registration();
    }

    private ActivityId reviewed(int waitlist, String... groups) {
        return published(admitting(Approval.REVIEW, Waitlist.Promotion.AUTOMATIC, waitlist, groups));
    }

    private ActivityId offering(int waitlist, String... groups) {
        return published(admitting(Approval.AUTOMATIC, Waitlist.Promotion.OFFER, waitlist, groups));
    }

    private static ActivityDetails admitting(
            Approval approval, Waitlist.Promotion promotion, int waitlist, String... groups) {
        var details = Samples.mixer(waitlist, groups);
        var line = details.admission().waitlist();
        return new ActivityDetails(
                details.kind(),
                details.headline(),
                details.times(),
                new ActivityDetails.Admission(
                        approval,
                        details.groups(),
                        new Waitlist(line.capacityPerGroup(), promotion, line.offerFor()),
                        details.admission().eligibility()),
                details.questions(),
                details.reminders());
    }
}
