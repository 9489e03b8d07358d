package yunhe.dynamo.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.PlaceMark;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.person.Phone;
import yunhe.core.shared.Language;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;

/** A registration as an item, and a pointer to one under another contact of its person. */
final class RegistrationItem {

    static final String TYPE = "registration";
    static final String TYPE_PAST = "registration.past";
    static final String TYPE_CONTACT = "contact";
    static final int SCHEMA = 1;

    /** Of a pointer: by which attempt it was written. */
    static final String MARK = "mark";

    private RegistrationItem() {}

    static Map<String, AttributeValue> of(Registration registration) {
        var origin = registration.origin();
        var person = registration.person();
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", SCHEMA)
                .put("version", registration.version())
                .put("id", registration.id().value())
                .put("attempt", registration.id().attempt())
                .put("group", registration.group())
                .put("status", code(registration.status()))
                .put("name", person.name())
                .put("email", person.email().map(Email::address))
                .put("phone", person.phone().map(Phone::e164))
                .put("birthDate", person.birthDate().map(LocalDate::toString))
                .put("organisation", person.organisation())
                .put("language", registration.language().code())
                .put("createdAt", origin.createdAt().toString())
                .put("consent", origin.consentVersion())
                .put("requestKey", origin.request().map(Registration.Request::key))
                .put("requestDigest", origin.request().map(Registration.Request::digest))
                .put("writer", origin.writer())
                .put("expiresAt", origin.deleteAt().getEpochSecond())
                .put("line", registration.linePlace().map(LinePlace::value))
                .put("place", registration.place().map(PlaceMark::value));
        if (!registration.answers().isEmpty()) {
            item.put("answers", Attributes.answers(registration.answers()));
        }
        registration.profile().map(ProfileItem::of).ifPresent(profile -> item.put("profile", profile));
        if (registration.contacts().size() > 1) {
            item.put(
                    "contacts",
                    Attributes.texts(registration.otherContacts().stream()
                            .map(PersonKey::value)
                            .toList()));
        }
        if (!origin.earlier().isEmpty()) {
            item.put(
                    "earlier",
                    AttributeValue.fromM(origin.earlier().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> AttributeValue.fromS(
                                            entry.getValue().value())))));
        }
        registration
                .admitted()
                .ifPresent(admitted -> item.put("admittedAt", admitted.at().toString())
                        .put("admittedBy", admitted.by())
                        .put("admittedDevice", admitted.device())
                        .put("admittedNonce", admitted.nonce()));
        item.map().putAll(HistoryItem.of(registration.history()));
        item.map().putAll(ActivityKeys.registration(registration.id()).attributes());
        return item.map();
    }

    static Registration read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        var id = RegistrationId.parse(item.text("id")).orElseThrow();
        return new Registration(
                id,
                item.text("group"),
                status(item.text("status")),
                person(item),
                contacts(id, item),
                item.optionalNested("answers").map(Attributes::answers).orElse(Map.of()),
                item.optionalNested("profile").map(ProfileItem::read),
                Language.valueOf(item.text("language").toUpperCase(Locale.ROOT)),
                origin(item),
                item.optionalText("line").map(LinePlace::new),
                item.optionalText("place").flatMap(PlaceMark::parse),
                admitted(item),
                HistoryItem.read(item),
                item.number("version"));
    }

    /**
     * An item that says: this contact belongs to that registration.
     *
     * @param attempts how many registrations had this contact as their first, so that no id is ever used again
     * @param mark of the attempt that writes it; the registration may follow, or never come
     */
    static Map<String, AttributeValue> contact(
            Registration registration, PersonKey contact, int attempts, PlaceMark mark) {
        var item = Attributes.fresh()
                .put("type", TYPE_CONTACT)
                .put("schema", SCHEMA)
                .put("version", 1)
                .put("registration", registration.id().value())
                .put("attempts", attempts)
                .put(MARK, mark.value())
                .put("expiresAt", registration.origin().deleteAt().getEpochSecond());
        item.map().putAll(ActivityKeys.contact(registration.activity(), contact).attributes());
        return item.map();
    }

    /** The same item where earlier attempts are kept. Attributes that this version does not know go along. */
    static Map<String, AttributeValue> past(Map<String, AttributeValue> item) {
        var moved = Attributes.of(new HashMap<>(item)).put("type", TYPE_PAST);
        var id = RegistrationId.parse(moved.text("id")).orElseThrow();
        moved.map().putAll(ActivityKeys.pastRegistration(id).attributes());
        moved.map().remove(Fence.ABANDONED);
        return moved.map();
    }

    /** How many registrations had this item's contact as their first. */
    static int attempts(Map<String, AttributeValue> item) {
        return Attributes.of(item)
                .optionalNumber(isContact(item) ? "attempts" : "attempt")
                .map(Math::toIntExact)
                .orElse(0);
    }

    static boolean isContact(Map<String, AttributeValue> item) {
        return Attributes.of(item).text("type").equals(TYPE_CONTACT);
    }

    static boolean isRegistration(Map<String, AttributeValue> item) {
        return Attributes.of(item).text("type").equals(TYPE);
    }

    static boolean isPointerBy(PlaceMark mark, Map<String, AttributeValue> item) {
        return Attributes.of(item)
                .optionalText(MARK)
                .filter(mark.value()::equals)
                .isPresent();
    }

    /** The registration among these that holds its place by this mark. */
    static Optional<Registration> heldBy(PlaceMark mark, Collection<Map<String, AttributeValue>> items) {
        return items.stream()
                .filter(item -> Attributes.of(item)
                        .optionalText("place")
                        .filter(mark.value()::equals)
                        .isPresent())
                .map(RegistrationItem::read)
                .findFirst();
    }

    static String code(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static Status status(String code) {
        return Status.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static Person person(Attributes item) {
        return new Person(
                item.text("name"),
                item.optionalText("email").map(Email::new),
                item.optionalText("phone").map(Phone::new),
                item.optionalText("birthDate").map(LocalDate::parse),
                item.optionalText("organisation"));
    }

    private static List<PersonKey> contacts(RegistrationId id, Attributes item) {
        var contacts = new ArrayList<PersonKey>();
        contacts.add(id.person());
        item.texts("contacts").stream().map(PersonKey::new).forEach(contacts::add);
        return List.copyOf(contacts);
    }

    private static Registration.Origin origin(Attributes item) {
        var request =
                item.optionalText("requestKey").map(key -> new Registration.Request(key, item.text("requestDigest")));
        var earlier = item.optionalNested("earlier")
                .map(map -> map.map().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                entry -> RegistrationId.parse(entry.getValue().s())
                                        .orElseThrow())))
                .orElse(Map.of());
        return new Registration.Origin(
                item.instant("createdAt"),
                item.text("consent"),
                request,
                earlier,
                item.text("writer"),
                Instant.ofEpochSecond(item.number("expiresAt")));
    }

    private static Optional<Registration.Admitted> admitted(Attributes item) {
        return item.optionalInstant("admittedAt")
                .map(at -> new Registration.Admitted(
                        at,
                        item.optionalText("admittedBy").orElse(""),
                        item.optionalText("admittedDevice").orElse(""),
                        item.optionalText("admittedNonce").orElse("")));
    }
}
