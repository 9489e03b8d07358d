package yunhe.core.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;
import yunhe.core.profile.RoadshowGroups;
import yunhe.core.roadshow.Directory.Entry;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Language;

class DirectoryTest {

    private static final ActivityId ROADSHOW =
            ActivityId.parse("show_AAAAAAAAAAE").orElseThrow();

    private static final Optional<String> ANY = Optional.empty();

    private static final Profile ROBOTS = project(List.of("ai", "smart-manufacturing"), "a");
    private static final Profile SEEDS = project(List.of("life-health"), "seed");
    private static final Profile FUND = new Profile.Investor(
            List.of("ai", "life-health"), List.of("seed", "angel"), Optional.empty(), Optional.empty(), 6);

    @Test
    void one_side_is_listed_by_organisation() {
        var everyone = List.of(
                registration(1, Status.CONFIRMED, "seedling", SEEDS),
                registration(2, Status.CONFIRMED, "A fund", FUND),
                registration(3, Status.CONFIRMED, "Robots", ROBOTS),
                listener(4));

        assertEquals(List.of("Robots", "seedling"), organisations(everyone, Side.PROJECT, ANY, ANY));
        assertEquals(List.of("A fund"), organisations(everyone, Side.INVESTOR, ANY, ANY));
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_not_confirmed_is_not_in_it(Status status) {
        var found = Directory.of(
                List.of(registration(1, status, "Robots", ROBOTS)), Side.PROJECT, Optional.empty(), Optional.empty());

        assertEquals(status == Status.CONFIRMED ? 1 : 0, found.size());
    }

    @Test
    void it_is_narrowed_by_sector_and_stage() {
        var everyone = List.of(
                registration(1, Status.CONFIRMED, "Robots", ROBOTS),
                registration(2, Status.CONFIRMED, "Seedling", SEEDS),
                registration(3, Status.CONFIRMED, "Fund", FUND));

        assertEquals(List.of("Robots"), organisations(everyone, Side.PROJECT, Optional.of("ai"), ANY));
        assertEquals(List.of("Seedling"), organisations(everyone, Side.PROJECT, ANY, Optional.of("seed")));
        assertEquals(List.of(), organisations(everyone, Side.PROJECT, Optional.of("ai"), Optional.of("seed")));
        assertEquals(
                List.of("Fund"),
                organisations(everyone, Side.INVESTOR, Optional.of("life-health"), Optional.of("angel")));
        assertEquals(List.of(), organisations(everyone, Side.INVESTOR, ANY, Optional.of("a")));
    }

    @Test
    void an_entry_holds_nobodys_name_and_no_way_to_reach_anyone() {
        assertEquals(Set.of("id", "organisation", "profile"), components(Entry.class));
        assertEquals(Set.of("sectors", "stage", "seeking", "pitch", "deckUrl"), components(Profile.Project.class));
        assertEquals(
                Set.of("sectors", "stages", "ticketMin", "ticketMax", "maxMeetings"),
                components(Profile.Investor.class));
        assertEquals(EnumSet.allOf(Side.class).size(), Profile.class.getPermittedSubclasses().length);
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static List<String> organisations(
            List<Registration> everyone, Side side, Optional<String> sector, Optional<String> stage) {
        return Directory.of(everyone, side, sector, stage).stream()
                .map(Entry::organisation)
                .toList();
    }

    private static Profile project(List<String> sectors, String stage) {
        return new Profile.Project(sectors, Optional.of(stage), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Registration registration(int number, Status status, String organisation, Profile profile) {
        return registration(number, status, profile.side().group(), Optional.of(organisation), Optional.of(profile));
    }

    private static Registration listener(int number) {
        return registration(number, Status.CONFIRMED, RoadshowGroups.AUDIENCE, Optional.of("Press"), Optional.empty());
    }

    private static Registration registration(
            int number, Status status, String group, Optional<String> organisation, Optional<Profile> profile) {
        var key = new PersonKey(Base64Url.encode(
                ByteBuffer.allocate(PersonKey.BYTES).putInt(number).array()));
        return new Registration(
                new RegistrationId(ROADSHOW, key, 1),
                group,
                status,
                new Person(
                        "Sample Person",
                        Optional.of(new Email("sample@example.com")),
                        Optional.empty(),
                        Optional.empty(),
                        organisation),
                List.of(key),
                Map.of(),
                profile,
                Language.EN,
                new Registration.Origin(
                        Instant.EPOCH, "2026-11", Optional.empty(), Map.of(), "w", Instant.EPOCH.plusSeconds(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                History.fresh(Optional.empty(), 1),
                1);
    }
}
