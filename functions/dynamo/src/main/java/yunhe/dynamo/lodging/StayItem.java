package yunhe.dynamo.lodging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Approval;
import yunhe.core.activity.History.Answer;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.Registration.Request;
import yunhe.core.checkin.Guest.Undone;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.Entitlement;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.Proof;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayHistory;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKey;
import yunhe.core.person.Phone;
import yunhe.core.shared.Language;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Judged;
import yunhe.dynamo.keys.LodgingKeys;

/** A stay as an item. */
final class StayItem {

    static final String TYPE = "stay";

    /** Those that may come and go; what a stay does not have, its item does not have either. */
    private static final List<String> OPTIONAL = Stream.concat(
                    Stream.of(
                            "line",
                            "confirmedAt",
                            "deadline",
                            "answer",
                            "offered",
                            "checkedInAt",
                            "checkedInBy",
                            "checkedInDevice",
                            "checkedInNonce",
                            "leftOn",
                            "undone",
                            "changes"),
                    Judged.ATTRIBUTES.stream())
            .toList();

    static final String NOBODY_IS_THERE = "attribute_not_exists(pk)";
    static final String UNCHANGED = "#version = :seen";

    private StayItem() {}

    static Map<String, AttributeValue> of(Stay stay) {
        var applicant = stay.applicant();
        var person = applicant.person();
        var origin = stay.origin();
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", stay.version())
                .put("id", stay.id().value())
                .put("room", stay.roomType())
                .put("depart", stay.nights().depart().toString())
                .put("status", Judged.code(stay.status()))
                .put("name", person.name())
                .put("email", person.email().map(Email::address))
                .put("phone", person.phone().map(Phone::e164))
                .put("birthDate", person.birthDate().map(LocalDate::toString))
                .put("organisation", person.organisation())
                .put("gender", applicant.gender().map(Judged::code))
                .put("graduation", applicant.graduationDate().map(LocalDate::toString))
                .put(
                        "identities",
                        Attributes.texts(applicant.identities().stream()
                                .map(PersonKey::value)
                                .toList()))
                .put("purpose", applicant.purpose())
                .put("language", applicant.language().code())
                .put("createdAt", origin.createdAt().toString())
                .put("consent", origin.consentVersion())
                .put("requestKey", origin.request().map(Request::key))
                .put("requestDigest", origin.request().map(Request::digest))
                .put("cancelUntil", origin.terms().cancelUntil().toString())
                .put("noShowAt", origin.terms().noShowAt().toString())
                .put("noShowAtIfLate", origin.terms().noShowAtIfLate().toString())
                .put("firstNightEnds", origin.terms().firstNightEnds().toString())
                .put("nightsPerYear", origin.terms().entitlement().nightsPerYear())
                .put("daysBetween", origin.terms().entitlement().daysBetweenStays())
                .put("approval", Judged.code(origin.terms().approval()))
                .put("expiresAt", origin.deleteAt().getEpochSecond())
                .put("line", stay.linePlace().map(LinePlace::value));
        if (!applicant.proofs().isEmpty()) {
            item.put(
                    "proofs",
                    AttributeValue.fromL(applicant.proofs().stream()
                            .map(proof -> Attributes.fresh()
                                    .put("kind", proof.kind())
                                    .put("ref", proof.reference())
                                    .asValue())
                            .toList()));
        }
        put(item, stay.history());
        item.map().putAll(LodgingKeys.stay(stay.id()).attributes());
        return item.map();
    }

    private static void put(Attributes item, StayHistory history) {
        item.put("confirmedAt", history.confirmedAt().map(Instant::toString))
                .put("deadline", history.deadline().map(Instant::toString))
                .put("answer", history.answer().map(Judged::code))
                .put("leftOn", history.leftOn().map(LocalDate::toString));
        Judged.put(item, history.decision(), history.ended());
        history.checkedIn().ifPresent(admitted -> put(item, admitted));
        if (!history.undone().isEmpty()) {
            item.put(
                    "undone",
                    AttributeValue.fromL(
                            history.undone().stream().map(StayItem::undone).toList()));
        }
        if (history.wasOffered()) {
            item.put("offered", true);
        }
        if (history.changes() > 0) {
            item.put("changes", history.changes());
        }
    }

    private static Attributes put(Attributes item, Admitted admitted) {
        return item.put("checkedInAt", admitted.at().toString())
                .put("checkedInBy", admitted.by())
                .put("checkedInDevice", admitted.device())
                .put("checkedInNonce", admitted.nonce());
    }

    private static AttributeValue undone(Undone undone) {
        return put(Attributes.fresh(), undone.admitted())
                .put("at", undone.at().toString())
                .put("by", undone.by())
                .put("reason", undone.reason())
                .asValue();
    }

    static Stay read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        var id = StayId.parse(item.text("id")).orElseThrow();
        return new Stay(
                id,
                item.text("room"),
                new Nights(id.arrive(), LocalDate.parse(item.text("depart"))),
                status(item),
                applicant(item),
                origin(item),
                item.optionalText("line").map(LinePlace::new),
                history(item),
                item.number("version"));
    }

    static StayStatus status(Attributes item) {
        return Judged.value(StayStatus.class, item.text("status"));
    }

    private static Applicant applicant(Attributes item) {
        return new Applicant(
                new Person(
                        item.text("name"),
                        item.optionalText("email").map(Email::new),
                        item.optionalText("phone").map(Phone::new),
                        item.optionalText("birthDate").map(LocalDate::parse),
                        item.optionalText("organisation")),
                item.optionalText("gender").map(code -> Judged.value(RoomType.Gender.class, code)),
                item.optionalText("graduation").map(LocalDate::parse),
                item.texts("identities").stream().map(PersonKey::new).toList(),
                item.optionalText("purpose"),
                item.list("proofs").stream()
                        .map(value -> Attributes.of(value.m()))
                        .map(proof -> new Proof(proof.text("kind"), proof.text("ref")))
                        .toList(),
                Language.valueOf(item.text("language").toUpperCase(Locale.ROOT)));
    }

    private static Stay.Origin origin(Attributes item) {
        return new Stay.Origin(
                item.instant("createdAt"),
                item.text("consent"),
                item.optionalText("requestKey").map(key -> new Request(key, item.text("requestDigest"))),
                new Stay.Terms(
                        item.instant("cancelUntil"),
                        item.instant("noShowAt"),
                        item.instant("noShowAtIfLate"),
                        item.instant("firstNightEnds"),
                        new Entitlement(item.smallNumber("nightsPerYear"), item.smallNumber("daysBetween")),
                        Judged.value(Approval.class, item.text("approval"))),
                Instant.ofEpochSecond(item.number("expiresAt")));
    }

    private static StayHistory history(Attributes item) {
        return new StayHistory(
                item.optionalInstant("confirmedAt"),
                item.optionalInstant("deadline"),
                item.flag("offered"),
                item.optionalText("answer").map(code -> Judged.value(Answer.class, code)),
                Judged.decision(item),
                Judged.ended(item),
                admitted(item),
                item.optionalText("leftOn").map(LocalDate::parse),
                item.list("undone").stream()
                        .map(value -> Attributes.of(value.m()))
                        .map(undone -> new Undone(
                                admitted(undone).orElseThrow(),
                                undone.instant("at"),
                                undone.text("by"),
                                undone.text("reason")))
                        .toList(),
                item.optionalNumber("changes").orElse(0L));
    }

    private static Optional<Admitted> admitted(Attributes item) {
        return item.optionalInstant("checkedInAt")
                .map(at -> new Admitted(
                        at,
                        item.optionalText("checkedInBy").orElse(""),
                        item.optionalText("checkedInDevice").orElse(""),
                        item.optionalText("checkedInNonce").orElse("")));
    }

    /** From the version seen to the next one. Attributes that this program does not know stay. */
    static Update.Builder change(Stay seen, Stay next) {
        var attributes = new HashMap<>(of(next));
        LodgingKeys.stay(next.id()).attributes().keySet().forEach(attributes::remove);
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var set = new ArrayList<String>();
        attributes.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
            set.add("#" + name + " = :" + name);
        });
        var gone =
                OPTIONAL.stream().filter(name -> !attributes.containsKey(name)).toList();
        gone.forEach(name -> names.put("#" + name, name));
        values.put(":seen", Attributes.number(seen.version()));
        return Update.builder()
                .key(LodgingKeys.stay(next.id()).attributes())
                .updateExpression("SET "
                        + String.join(", ", set)
                        + gone.stream().map(name -> "#" + name).collect(Collectors.joining(", ", " REMOVE ", "")))
                .conditionExpression(UNCHANGED)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }
}
