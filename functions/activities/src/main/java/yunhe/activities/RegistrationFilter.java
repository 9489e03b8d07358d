package yunhe.activities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import yunhe.core.activity.Activity;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.person.Person;
import yunhe.web.Problem;
import yunhe.web.Request;

/**
 * Which registrations a list shows.
 *
 * @param statusNow what a registration counts as: an offer that ran out has expired
 * @param namesOnly whether a search looks at names alone: whoever sees masked contacts must not find them by guessing
 */
record RegistrationFilter(
        Optional<Status> status,
        Optional<String> group,
        Optional<String> text,
        boolean namesOnly,
        Function<Registration, Status> statusNow)
        implements Predicate<Registration> {

    static RegistrationFilter parse(Request request, Activity activity, boolean namesOnly, Instant now) {
        var errors = new ArrayList<FieldError>();
        var statusCode = request.query("status").filter(it -> !it.isEmpty());
        var status = statusCode.flatMap(code -> Optional.ofNullable(Wire.STATUSES.get(code)));
        if (statusCode.isPresent() && status.isEmpty()) {
            errors.add(FieldError.of(
                    "status",
                    FieldError.Code.UNKNOWN_OPTION,
                    Wire.STATUSES.keySet().stream().sorted().toList()));
        }
        var group = request.query("group").filter(it -> !it.isEmpty());
        if (group.isPresent() && group.flatMap(activity.details()::group).isEmpty()) {
            errors.add(FieldError.of("group", FieldError.Code.UNKNOWN_GROUP));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        var text = request.query("q")
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .filter(it -> !it.isEmpty());
        return new RegistrationFilter(
                status, group, text, namesOnly, registration -> registration.statusAt(activity.times(), now));
    }

    @Override
    public boolean test(Registration registration) {
        return status.filter(it -> it != statusNow.apply(registration)).isEmpty()
                && group.filter(it -> !it.equals(registration.group())).isEmpty()
                && text.filter(it -> !isAbout(registration.person(), it)).isEmpty();
    }

    private boolean isAbout(Person person, String wanted) {
        return person.name().toLowerCase(Locale.ROOT).contains(wanted)
                || !namesOnly
                        && (person.email()
                                        .filter(it -> it.folded().contains(wanted))
                                        .isPresent()
                                || person.phone()
                                        .filter(it -> it.e164().contains(wanted.replace(" ", "")))
                                        .isPresent()
                                || person.organisation()
                                        .filter(it ->
                                                it.toLowerCase(Locale.ROOT).contains(wanted))
                                        .isPresent());
    }
}
