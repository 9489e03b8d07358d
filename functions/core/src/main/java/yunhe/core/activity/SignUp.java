package yunhe.core.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.person.PersonKeys;
import yunhe.core.profile.Profile;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;

/**
 * Signs a person up for a published activity.
 *
 * <p>A place is asked for right away; the idempotency key is looked up only when the answer would be a refusal, because
 * the write itself finds a registration that the same request made before.
 */
public final class SignUp {

    /** The version of the text beside the consent box. Change it with the text. */
    public static final String CONSENT_VERSION = "2026-11";

    private static final int LOOKS_MAX = 3;

    private static final Duration RUSH_BEFORE_OPENING = Duration.ofMinutes(10);

    private final PublishedActivities activities;
    private final Registrations registrations;
    private final PersonKeys personKeys;
    private final Environment environment;
    private final Duration retention;

    public SignUp(
            PublishedActivities activities,
            Registrations registrations,
            PersonKeys personKeys,
            Environment environment,
            Duration retention) {
        this.activities = activities;
        this.registrations = registrations;
        this.personKeys = personKeys;
        this.environment = environment;
        this.retention = retention;
    }

    public Outcome signUp(ActivityId id, Application application) {
        var outcome = ask(id, application);
        return outcome instanceof Registered
                ? outcome
                : earlierAnswer(id, application).orElse(outcome);
    }

    private Outcome ask(ActivityId id, Application application) {
        var activity = activities.find(id);
        for (int look = 0; look < LOOKS_MAX && activity.isPresent(); look++) {
            var outcome = ask(activity.get(), application);
            if (outcome.isPresent()) {
                return mayBeOutdated(outcome.get())
                        ? judgedAgain(outcome.get(), activity.get(), application)
                        : outcome.get();
            }
            activity = activities.findFresh(id);
        }
        return new Refused(activity.isEmpty() ? Refusal.NOT_FOUND : Refusal.REGISTRATION_CLOSED);
    }

    /** What an organiser has just allowed is not refused because it is not remembered here yet. */
    private Outcome judgedAgain(Outcome refused, Activity activity, Application application) {
        return activities
                .findFresh(activity.id())
                .filter(fresh -> fresh.version() != activity.version())
                .flatMap(fresh -> ask(fresh, application))
                .orElse(refused);
    }

    /** Not so close to the opening, when ten thousand people press the button a moment too early. */
    private boolean mayBeOutdated(Outcome outcome) {
        return switch (outcome) {
            case Invalid _, NotEligible _ -> true;
            case Refused(var refusal) -> refusal == Refusal.REGISTRATION_CLOSED;
            case NotOpenYet(var opensAt, var times) ->
                environment.clock().instant().plus(RUSH_BEFORE_OPENING).isBefore(opensAt);
            case Registered _ -> false;
        };
    }

    /** Empty when the places turn out to be closed, or under other rules, although the activity seemed open. */
    private Optional<Outcome> ask(Activity activity, Application application) {
        var now = environment.clock().instant();
        switch (activity.gate(now)) {
            case CANCELLED -> {
                return Optional.of(new Refused(Refusal.ACTIVITY_CANCELLED));
            }
            case CLOSED -> {
                return Optional.of(new Refused(Refusal.REGISTRATION_CLOSED));
            }
            case NOT_OPEN -> {
                return Optional.of(
                        new NotOpenYet(activity.times().registrationOpensAt().orElseThrow(), activity.times()));
            }
            case OPEN -> {}
        }
        return switch (application.form().against(activity.details())) {
            case Form.Invalid(var errors) -> Optional.of(new Invalid(errors));
            case Form.Valid valid -> {
                var notMet = activity.details()
                        .admission()
                        .eligibility()
                        .judge(valid.person(), activity.times().startsInZone().toLocalDate());
                yield notMet.isEmpty() ? take(activity, valid, application, now) : Optional.of(new NotEligible(notMet));
            }
        };
    }

    private Optional<Outcome> take(Activity activity, Form.Valid form, Application application, Instant now) {
        boolean begun = !now.isBefore(activity.times().startsAt());
        if (begun && activity.details().approvalFor(form.group()) == Approval.REVIEW) {
            // Nobody decides any more.
            return Optional.of(new Refused(Refusal.REGISTRATION_CLOSED));
        }
        var origin = new Registration.Origin(
                now,
                CONSENT_VERSION,
                application.request(),
                Map.of(),
                Long.toString(environment.random().nextLong(), Character.MAX_RADIX),
                activity.times().endsAt().plus(retention));
        var newcomer = new Newcomer(
                activity.id(),
                form.group().id(),
                new Newcomer.Terms(
                        activity.details().approvalFor(form.group()),
                        !begun,
                        activity.edits().questions(),
                        activity.edits().rules()),
                form.person(),
                personKeys.of(activity.id().value(), form.person()),
                form.answers(),
                form.profile(),
                form.language(),
                origin);
        return switch (registrations.signUp(newcomer)) {
            case Registrations.SignedUp.Done(var registration) -> Optional.of(new Registered(registration));
            case Registrations.SignedUp.AlreadyThere() -> Optional.of(new Refused(Refusal.ALREADY_REGISTERED));
            case Registrations.SignedUp.OtherBody() -> Optional.of(new Refused(Refusal.IDEMPOTENCY_MISMATCH));
            case Registrations.SignedUp.Full() -> Optional.of(new Refused(Refusal.ACTIVITY_FULL));
            case Registrations.SignedUp.Closed() -> Optional.empty();
        };
    }

    /** What the same request was told before, whatever has happened to the activity since. */
    private Optional<Outcome> earlierAnswer(ActivityId id, Application application) {
        if (application.request().isEmpty()) {
            return Optional.empty();
        }
        var request = application.request().get();
        return personKeys(id, application).stream()
                .flatMap(contact -> registrations.findByContact(id, contact).stream())
                .flatMap(existing -> earlierAnswer(existing, request).stream())
                .findFirst();
    }

    private Optional<Outcome> earlierAnswer(Registration existing, Registration.Request request) {
        return switch (Newcomer.relation(request, existing)) {
            case Newcomer.Relation.Own() -> Optional.of(new Registered(existing));
            case Newcomer.Relation.OtherBody() -> Optional.of(new Refused(Refusal.IDEMPOTENCY_MISMATCH));
            case Newcomer.Relation.Earlier(var id) ->
                registrations.find(id).flatMap(earlier -> earlierAnswer(earlier, request));
            case Newcomer.Relation.Live() -> Optional.empty();
            case Newcomer.Relation.Unrelated() -> Optional.empty();
        };
    }

    private List<PersonKey> personKeys(ActivityId id, Application application) {
        return application
                .applicant()
                .map(person -> personKeys.of(id.value(), person))
                .orElse(List.of());
    }

    /**
     * A sign-up as it was sent.
     *
     * @param applicant who asks, as far as the contacts can be read; the rest may still be wrong
     * @param request the idempotency key, if one came with it
     */
    public record Application(Optional<Person> applicant, Optional<Registration.Request> request, Form form) {}

    /** What was typed, to be checked against an activity's groups and questions. */
    public interface Form {

        Checked against(ActivityDetails details);

        /** The result of the check. */
        sealed interface Checked {}

        /** Everything is in order. */
        record Valid(
                Group group, Person person, Map<String, Object> answers, Optional<Profile> profile, Language language)
                implements Checked {}

        /** At least one field is not. */
        record Invalid(List<FieldError> errors) implements Checked {}
    }

    /** What became of it. */
    public sealed interface Outcome {}

    public record Registered(Registration registration) implements Outcome {}

    public record Invalid(List<FieldError> errors) implements Outcome {}

    public record NotEligible(List<FieldError> rules) implements Outcome {}

    public record NotOpenYet(Instant opensAt, Times times) implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}
}
