package yunhe.dynamo.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.History;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.PlaceMark;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.Phone;
import yunhe.core.profile.Profile;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.Samples;

final class RegistrationItemTest {

    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

    @Test
    void a_registration_with_everything_survives_being_stored() {
        var registration = full();
        assertEquals(registration, RegistrationItem.read(RegistrationItem.of(registration)));
    }

    @Test
    void attributes_of_another_version_of_the_program_move_along_with_a_past_registration() {
        var item = RegistrationItem.of(full());
        item.put("inventedLater", AttributeValue.fromS("kept"));
        assertEquals("kept", RegistrationItem.past(item).get("inventedLater").s());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void a_profile_survives_being_stored_with_everything_and_with_nothing(Profile profile) {
        var like = full();
        var registration = new Registration(
                like.id(),
                profile.side().group(),
                like.status(),
                like.person(),
                like.contacts(),
                like.answers(),
                Optional.of(profile),
                like.language(),
                like.origin(),
                like.linePlace(),
                like.place(),
                like.admitted(),
                like.history(),
                like.version());
        assertEquals(registration, RegistrationItem.read(RegistrationItem.of(registration)));
        assertEquals(
                Optional.of(profile),
                RegistrationItem.read(RegistrationItem.past(RegistrationItem.of(registration)))
                        .profile());
    }

    static Stream<Profile> profiles() {
        return Stream.of(
                new Profile.Project(
                        List.of("ai", "life-health"),
                        Optional.of("pre-a"),
                        Optional.of(Profile.YUAN_MAX),
                        Optional.of(new Bilingual("一句话", "A sentence")),
                        Optional.of("https://example.com/deck")),
                new Profile.Project(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Profile.Investor(
                        List.of("ai"),
                        List.of("angel", "pre-a"),
                        Optional.of(0L),
                        Optional.of(Profile.YUAN_MAX),
                        Profile.MEETINGS_MAX),
                new Profile.Investor(List.of(), List.of(), Optional.empty(), Optional.empty(), 1));
    }

    private static Registration full() {
        var activity = ActivityId.fresh(ActivityType.GATHERING, RANDOM);
        var person = new Person(
                "Anna Schmidt",
                Optional.of(new Email("anna@example.com")),
                Optional.of(new Phone("+4915100000001")),
                Optional.of(LocalDate.of(1998, 3, 1)),
                Optional.of("Example GmbH"));
        var contacts = Samples.PERSON_KEYS.of(activity.value(), person);
        var id = new RegistrationId(activity, contacts.getFirst(), 3);
        return new Registration(
                id,
                "women",
                Status.WAITLISTED,
                person,
                contacts,
                Map.of("diet", "none", "days", List.of("sat", "sun"), "age", new BigDecimal("27.5"), "bus", true),
                Optional.empty(),
                Language.EN,
                new Registration.Origin(
                        Samples.NOW,
                        "2026-11",
                        Optional.of(new Registration.Request("key", "digest")),
                        Map.of("older key", new RegistrationId(activity, contacts.getLast(), 1)),
                        "writer",
                        Samples.START),
                Optional.of(LinePlace.at(Samples.NOW, RANDOM)),
                Optional.of(new PlaceMark(3, "Ab-_09xY")),
                Optional.of(new Registration.Admitted(
                        Instant.parse("2026-12-08T01:00:00.123Z"), "staff", "gate-1", "nonce")),
                new History(
                        Optional.of(Samples.NOW),
                        Optional.of(new History.Offer(Samples.START, Optional.of(History.Answer.DECLINED))),
                        Optional.of(new History.Decision(
                                History.Verdict.REJECT,
                                "organiser",
                                Samples.NOW,
                                Optional.of(new Bilingual("名额有限", "Too few places")),
                                6)),
                        Optional.of(new History.Ended(
                                Samples.NOW,
                                History.By.ORGANISER,
                                Optional.of(new Bilingual("名额有限", "Too few places")))),
                        3),
                7);
    }
}
