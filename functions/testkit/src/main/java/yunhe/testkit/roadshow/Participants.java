package yunhe.testkit.roadshow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.RegistrationId;
import yunhe.core.person.PersonKey;
import yunhe.core.profile.Catalogue;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Participant;
import yunhe.core.shared.Base64Url;

/**
 * Projects and investors as a roadshow has them, drawn from whatever is given for chance: projects with one to three
 * sectors, investors with up to four sectors, neighbouring stages and a range of money, one in ten of everything left
 * out, and wishes for whoever seems to fit by sector.
 */
public record Participants(List<Participant<Profile.Project>> projects, List<Participant<Profile.Investor>> investors) {

    private static final long TEN_THOUSAND = 10_000;

    /**
     * @param wishesMax everybody has from a quarter of it to all of it, as far as there are others
     * @param meetingsMax of an investor, who has one at least
     */
    public static Participants draw(
            RandomGenerator random, int projects, int investors, int wishesMax, int meetingsMax) {
        var activity = ActivityId.fresh(ActivityType.ROADSHOW, random);
        var projectIds = ids(random, activity, projects);
        var investorIds = ids(random, activity, investors);
        var projectProfiles =
                Stream.generate(() -> project(random)).limit(projects).toList();
        var investorProfiles = Stream.generate(() -> investor(random, meetingsMax))
                .limit(investors)
                .toList();
        return new Participants(
                IntStream.range(0, projects)
                        .mapToObj(i -> new Participant<>(
                                projectIds.get(i),
                                projectProfiles.get(i),
                                wishes(random, wishesMax, projectProfiles.get(i), investorIds, investorProfiles::get)))
                        .toList(),
                IntStream.range(0, investors)
                        .mapToObj(i -> new Participant<>(
                                investorIds.get(i),
                                investorProfiles.get(i),
                                wishes(random, wishesMax, investorProfiles.get(i), projectIds, projectProfiles::get)))
                        .toList());
    }

    private static List<RegistrationId> ids(RandomGenerator random, ActivityId activity, int count) {
        return Stream.generate(() -> {
                    var key = new byte[PersonKey.BYTES];
                    random.nextBytes(key);
                    return new RegistrationId(activity, new PersonKey(Base64Url.encode(key)), 1);
                })
                .limit(count)
                .toList();
    }

    private static Profile.Project project(RandomGenerator random) {
        var stages = Catalogue.STAGES.codes();
        return new Profile.Project(
                some(random, Catalogue.SECTORS.codes(), 1 + random.nextInt(3)),
                mostly(random, stages.get(random.nextInt(stages.size()))),
                mostly(random, yuan(random)),
                Optional.empty(),
                Optional.empty());
    }

    private static Profile.Investor investor(RandomGenerator random, int meetingsMax) {
        var stages = Catalogue.STAGES.codes();
        int from = random.nextInt(stages.size());
        int to = Math.min(stages.size(), from + 1 + random.nextInt(3));
        long least = yuan(random);
        return new Profile.Investor(
                some(random, Catalogue.SECTORS.codes(), random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4)),
                stages.subList(from, to),
                mostly(random, least),
                mostly(random, least * (1 + random.nextInt(20))),
                1 + random.nextInt(meetingsMax));
    }

    /** From half a million to a hundred million, small sums more often. */
    private static long yuan(RandomGenerator random) {
        return Math.round(50 * Math.pow(200, random.nextDouble())) * TEN_THOUSAND;
    }

    private static <T> Optional<T> mostly(RandomGenerator random, T value) {
        return random.nextInt(10) == 0 ? Optional.empty() : Optional.of(value);
    }

    private static <T> List<T> some(RandomGenerator random, List<T> from, int count) {
        var rest = new ArrayList<>(from);
        return Stream.generate(() -> rest.remove(random.nextInt(rest.size())))
                .limit(Math.min(count, from.size()))
                .toList();
    }

    private static List<RegistrationId> wishes(
            RandomGenerator random,
            int wishesMax,
            Profile own,
            List<RegistrationId> others,
            IntFunction<? extends Profile> profile) {
        int least = Math.ceilDiv(wishesMax, 4);
        int count = least + random.nextInt(wishesMax - least + 1);
        var fitting = IntStream.range(0, others.size())
                .filter(i -> random.nextInt(10) == 0
                        || profile.apply(i).sectors().stream().anyMatch(own.sectors()::contains))
                .mapToObj(others::get)
                .toList();
        return some(random, fitting, count);
    }
}
