package yunhe.core.roadshow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile;

/** The projects and investors of a roadshow that have a place, as they stood in the store when they were read. */
public final class Roll {

    private static final int PEOPLE_AT_ONCE = 200;

    private final Map<RegistrationId, Registration> people;
    private final Map<RegistrationId, List<RegistrationId>> wishes;

    private Roll(Map<RegistrationId, Registration> people, Map<RegistrationId, List<RegistrationId>> wishes) {
        this.people = people;
        this.wishes = wishes;
    }

    public static Roll read(ActivityId roadshow, Registrations registrations, Wishes wishes) {
        var people = new HashMap<RegistrationId, Registration>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = registrations.listNow(roadshow, PEOPLE_AT_ONCE, cursor);
            page.items().stream()
                    .filter(it -> it.profile().isPresent())
                    .filter(it -> it.status() == Status.CONFIRMED || it.status() == Status.PENDING)
                    .forEach(it -> people.put(it.id(), it));
            cursor = page.next();
        } while (cursor.isPresent());
        return new Roll(people, wishes.all(roadshow));
    }

    /** Those who may meet, by the time of their sign-up. */
    public List<Registration> confirmed() {
        return people.values().stream()
                .filter(it -> it.status() == Status.CONFIRMED)
                .sorted(Comparator.comparing((Registration it) -> it.origin().createdAt())
                        .thenComparing(it -> it.id().value()))
                .toList();
    }

    public Optional<Registration> confirmed(RegistrationId id) {
        return Optional.ofNullable(people.get(id)).filter(it -> it.status() == Status.CONFIRMED);
    }

    /** Whether there are more on one side than a timetable can be made for. */
    public boolean isTooLarge() {
        return Stream.of(Profile.Side.values())
                .anyMatch(side -> confirmed().stream()
                                .filter(it -> it.group().equals(side.group()))
                                .count()
                        > Matching.PARTICIPANTS_MAX);
    }

    /** Everyone who is confirmed. */
    public Matching matching(Setting setting) {
        return matching(setting, confirmed());
    }

    /**
     * Whoever takes part already stays while a change of theirs is reviewed again; whoever is new has to be confirmed.
     * There are never more than a timetable is made for: those who take part come first.
     */
    Matching matching(Setting setting, Set<RegistrationId> takePart) {
        var all = new ArrayList<>(people.values().stream()
                .filter(it -> takePart.contains(it.id()))
                .sorted(Comparator.comparing(it -> it.id().value()))
                .toList());
        confirmed().stream().filter(it -> !takePart.contains(it.id())).forEach(all::add);
        return matching(setting, all);
    }

    private Matching matching(Setting setting, List<Registration> all) {
        var projects = new ArrayList<Participant<Profile.Project>>();
        var investors = new ArrayList<Participant<Profile.Investor>>();
        for (var registration : all) {
            var id = registration.id();
            var ranked = wishes.getOrDefault(id, List.of());
            switch (registration.profile().orElseThrow()) {
                case Profile.Project project -> {
                    if (projects.size() < Matching.PARTICIPANTS_MAX) {
                        projects.add(new Participant<>(id, project, ranked));
                    }
                }
                case Profile.Investor investor -> {
                    if (investors.size() < Matching.PARTICIPANTS_MAX) {
                        investors.add(new Participant<>(id, investor, ranked));
                    }
                }
            }
        }
        return new Matching(projects, investors, setting.rules(), setting.pinned(), setting.forbidden());
    }
}
