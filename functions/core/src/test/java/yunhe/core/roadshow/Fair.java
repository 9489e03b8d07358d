package yunhe.core.roadshow;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.RegistrationId;
import yunhe.core.person.PersonKey;
import yunhe.core.profile.Profile;
import yunhe.core.shared.Base64Url;

/** Numbered projects and investors who all fit by sector and nothing else. */
final class Fair {

    static final int FIT = 40;

    private static final ActivityId ROADSHOW = ActivityId.fresh(ActivityType.ROADSHOW, new SplittableRandom(1));

    private static final int INVESTORS_FROM = 1_000;

    private Fair() {}

    static Participant<Profile.Project> project(int number, RegistrationId... wishes) {
        return new Participant<>(id(number), project(List.of("ai")), List.of(wishes));
    }

    static Participant<Profile.Investor> investor(int number, RegistrationId... wishes) {
        return new Participant<>(id(INVESTORS_FROM + number), investor(List.of("ai"), 20), List.of(wishes));
    }

    static Profile.Project project(List<String> sectors) {
        return new Profile.Project(sectors, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Profile.Investor investor(List<String> sectors, int maxMeetings) {
        return new Profile.Investor(sectors, List.of(), Optional.empty(), Optional.empty(), maxMeetings);
    }

    static Pair pair(int project, int investor) {
        return new Pair(project(project).id(), investor(investor).id());
    }

    /** Projects and investors from 0, so many of each. */
    static Matching of(int projects, int investors, MeetingRules rules, Pair... pins) {
        return new Matching(
                IntStream.range(0, projects).mapToObj(Fair::project).toList(),
                IntStream.range(0, investors).mapToObj(Fair::investor).toList(),
                rules,
                new LinkedHashSet<>(List.of(pins)),
                Set.of());
    }

    /** In the order of the numbers. */
    private static RegistrationId id(int number) {
        var key = ByteBuffer.allocate(PersonKey.BYTES).putInt(number).array();
        return new RegistrationId(ROADSHOW, new PersonKey(Base64Url.encode(key)), 1);
    }
}
