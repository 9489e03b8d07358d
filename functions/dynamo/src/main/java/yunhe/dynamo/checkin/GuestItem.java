package yunhe.dynamo.checkin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.checkin.Guest;
import yunhe.dynamo.Attributes;

/** What the door reads of a registration's item, and the admissions it writes there. */
final class GuestItem {

    static final String ADMITTED_AT = "admittedAt";
    static final String ADMITTED_BY = "admittedBy";
    static final String ADMITTED_DEVICE = "admittedDevice";
    static final String ADMITTED_NONCE = "admittedNonce";
    static final String UNDONE = "undone";

    private static final String UNDONE_AT = "undoneAt";
    private static final String UNDONE_BY = "undoneBy";
    private static final String REASON = "reason";

    private GuestItem() {}

    static String code(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Empty when another contact's registration stands in this one's place: the item is a pointer to it. */
    static Optional<Guest> read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return item.optionalText("id")
                .flatMap(RegistrationId::parse)
                .map(id -> new Guest(
                        id,
                        Status.valueOf(item.text("status").toUpperCase(Locale.ROOT)),
                        item.text("name"),
                        item.text("group"),
                        admitted(item),
                        undone(item)));
    }

    static AttributeValue undone(List<Guest.Undone> undone) {
        return AttributeValue.fromL(undone.stream().map(GuestItem::undone).toList());
    }

    private static AttributeValue undone(Guest.Undone undone) {
        return Attributes.fresh()
                .put(ADMITTED_AT, undone.admitted().at().toString())
                .put(ADMITTED_BY, undone.admitted().by())
                .put(ADMITTED_DEVICE, undone.admitted().device())
                .put(ADMITTED_NONCE, undone.admitted().nonce())
                .put(UNDONE_AT, undone.at().toString())
                .put(UNDONE_BY, undone.by())
                .put(REASON, undone.reason())
                .asValue();
    }

    private static List<Guest.Undone> undone(Attributes item) {
        return item.list(UNDONE).stream()
                .map(value -> Attributes.of(value.m()))
                .map(each -> new Guest.Undone(
                        admitted(each).orElseThrow(), each.instant(UNDONE_AT), each.text(UNDONE_BY), each.text(REASON)))
                .toList();
    }

    private static Optional<Admitted> admitted(Attributes item) {
        return item.optionalInstant(ADMITTED_AT)
                .map(at -> new Admitted(
                        at, item.text(ADMITTED_BY), item.text(ADMITTED_DEVICE), item.text(ADMITTED_NONCE)));
    }
}
