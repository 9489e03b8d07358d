package yunhe.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Group;
import yunhe.core.activity.Kind;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.activity.Waitlist;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKeys;
import yunhe.core.person.Phone;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;

/** Activities and people as tests need them: a mixer in a week, and numbered guests. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    public static final Instant START = NOW.plus(Duration.ofDays(7));

    public static final PersonKeys PERSON_KEYS = new PersonKeys(Secrets.identity(new Environment(
            Map.of("IDENTITY_SECRET", "a secret that only tests know"),
            Clock.systemUTC(),
            RandomGenerator.of("L64X128MixRandom"))));

    private Samples() {}

    /** A mixer with these groups, as {@code women:30}. */
    public static ActivityDetails mixer(int waitlist, String... groups) {
        return new ActivityDetails(
                Optional.of(Kind.MIXER),
                new ActivityDetails.Headline(
                        new Bilingual("运河南端遇见你", "Meet at the South End"),
                        Optional.empty(),
                        Optional.of(new Venue("拱宸桥", "Gongchen Bridge"))),
                new Times(
                        ZoneId.of("Asia/Shanghai"),
                        START,
                        START.plus(Duration.ofHours(3)),
                        Optional.empty(),
                        START,
                        START),
                new ActivityDetails.Admission(
                        Approval.AUTOMATIC,
                        Arrays.stream(groups).map(Samples::group).toList(),
                        new Waitlist(waitlist, Waitlist.Promotion.AUTOMATIC, Duration.ofMinutes(240)),
                        Eligibility.ANYONE),
                List.of(),
                ActivityDetails.REMINDERS_DEFAULT);
    }

    private static Group group(String text) {
        var parts = text.split(":", 2);
        return new Group(parts[0], Bilingual.same(parts[0]), Integer.parseInt(parts[1]), Optional.empty());
    }

    public static Person withEmail(int number) {
        return person(Optional.of("guest%d@example.com".formatted(number)), Optional.empty());
    }

    public static Person withPhone(int number) {
        return person(Optional.empty(), Optional.of("+86138%08d".formatted(number)));
    }

    public static Person withBoth(int number) {
        return person(
                Optional.of("guest%d@example.com".formatted(number)), Optional.of("+86138%08d".formatted(number)));
    }

    private static Person person(Optional<String> email, Optional<String> phone) {
        return new Person("韩梅梅", email.map(Email::new), phone.map(Phone::new), Optional.empty(), Optional.empty());
    }

    /** Asks for a place, without an idempotency key. */
    public static Newcomer newcomer(ActivityId activity, String group, Person person, RandomGenerator random) {
        return newcomer(activity, group, person, Optional.empty(), NOW, random);
    }

    public static Newcomer newcomer(
            ActivityId activity,
            String group,
            Person person,
            Optional<Registration.Request> request,
            Instant at,
            RandomGenerator random) {
        return new Newcomer(
                activity,
                group,
                new Newcomer.Terms(Approval.AUTOMATIC, true, 1, 1),
                person,
                new ArrayList<>(PERSON_KEYS.of(activity.value(), person)),
                Map.of("diet", "none"),
                Optional.empty(),
                Language.ZH,
                new Registration.Origin(
                        at,
                        "2026-11",
                        request,
                        Map.of(),
                        Long.toString(random.nextLong(), Character.MAX_RADIX),
                        START.plus(Duration.ofDays(180))));
    }
}
