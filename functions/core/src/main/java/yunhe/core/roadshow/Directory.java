package yunhe.core.roadshow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;

/** Whom a participant may find: one side of a roadshow, as far as it is confirmed, without anybody's contacts. */
public final class Directory {

    private static final Comparator<Entry> BY_ORGANISATION = Comparator.comparing(
                    Entry::organisation, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(entry -> entry.id().value());

    private Directory() {}

    /** What others may know of a participant. Of its profile, money and slides are not for the other side. */
    public record Entry(RegistrationId id, String organisation, Profile profile) {

        /** One of a project, any number of an investor. */
        public List<String> stages() {
            return switch (profile) {
                case Profile.Project project -> project.stage().stream().toList();
                case Profile.Investor investor -> investor.stages();
            };
        }

        /** Whether it names the sector and the stage, as far as they are given. */
        public boolean names(Optional<String> sector, Optional<String> stage) {
            return sector.map(profile.sectors()::contains).orElse(true)
                    && stage.map(stages()::contains).orElse(true);
        }
    }

    /**
     * By organisation.
     *
     * @param side whose entries
     * @param sector only those that name this one
     * @param stage likewise
     */
    public static List<Entry> of(
            List<Registration> registrations, Side side, Optional<String> sector, Optional<String> stage) {
        return registrations.stream()
                .filter(registration -> registration.status() == Status.CONFIRMED)
                .flatMap(Directory::entry)
                .filter(entry -> entry.profile().side() == side)
                .filter(entry -> entry.names(sector, stage))
                .sorted(BY_ORGANISATION)
                .toList();
    }

    private static Stream<Entry> entry(Registration registration) {
        return registration.profile().stream()
                .map(profile -> new Entry(
                        registration.id(), registration.person().organisation().orElse(""), profile));
    }
}
