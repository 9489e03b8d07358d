package yunhe.dynamo.lodging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.lodging.GuestRecord;
import yunhe.core.lodging.GuestRecord.Entry;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayId;
import yunhe.core.lodging.StayStatus;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Judged;
import yunhe.dynamo.keys.LodgingKeys;

/**
 * A guest's record under one identity, or, under every other identity of the same guest, where the record is. Where an
 * identity leads never changes but by becoming another one's; so only records are written under a condition on their
 * version.
 */
final class GuestItem {

    private static final String TYPE_RECORD = "guest";
    private static final String TYPE_IDENTITY = "guest.identity";

    static final String NOBODY_IS_KNOWN = "attribute_not_exists(pk)";
    static final String UNCHANGED = "version = :seen";

    /** Longer than a calendar year and any gap between stays reach back. */
    private static final int RECORD_DAYS = 400;

    private static final int IDENTITY_DAYS = 3 * RECORD_DAYS;

    /** Requests whose stays are over are remembered for those who ask again; so many in a day is nobody's need. */
    private static final int ENDED_MAX = 20;

    private GuestItem() {}

    /** The guest's record with this stay in it, under the first of its roots. */
    static Put.Builder record(GuestRecord guest, Stay stay) {
        var root = guest.roots().getFirst();
        var stays = with(guest.stays(), entry(stay), stay.origin().createdAt());
        var until =
                stays.stream().map(Entry::until).max(Comparator.naturalOrder()).orElseThrow();
        var item = Attributes.fresh()
                .put("type", TYPE_RECORD)
                .put("schema", 1)
                .put("version", root.version() + 1)
                .put(
                        "stays",
                        Attributes.texts(stays.stream().map(GuestItem::text).toList()))
                .put("expiresAt", expiresAt(until, RECORD_DAYS));
        item.map().putAll(LodgingKeys.guest(root.identity()).attributes());
        return conditioned(Put.builder().item(item.map()), root.version());
    }

    /** That an identity, which was nobody's or a record of its own until now, belongs to that root. */
    static Put.Builder identity(PersonKey identity, long seen, GuestRecord.Root root, Stay stay) {
        var item = Attributes.fresh()
                .put("type", TYPE_IDENTITY)
                .put("schema", 1)
                .put("version", seen + 1)
                .put("root", root.identity().value())
                .put("expiresAt", expiresAt(stay.nights().depart(), IDENTITY_DAYS));
        item.map().putAll(LodgingKeys.guest(identity).attributes());
        return conditioned(Put.builder().item(item.map()), seen);
    }

    private static Put.Builder conditioned(Put.Builder put, long seen) {
        return seen == 0
                ? put.conditionExpression(NOBODY_IS_KNOWN)
                : put.conditionExpression(UNCHANGED)
                        .expressionAttributeValues(Map.of(":seen", Attributes.number(seen)));
    }

    static Optional<PersonKey> root(Map<String, AttributeValue> item) {
        return Attributes.of(item).optionalText("root").map(PersonKey::new);
    }

    static long version(Map<String, AttributeValue> item) {
        return Attributes.of(item).number("version");
    }

    static List<Entry> stays(Map<String, AttributeValue> item) {
        return Attributes.of(item).texts("stays").stream().map(GuestItem::entry).toList();
    }

    /** What a stay means for others of its guest. */
    static Entry entry(Stay stay) {
        return new Entry(
                stay.id(),
                stay.history().leftOn().orElse(stay.nights().depart()),
                stay.status(),
                stay.origin().request().map(request -> request.key()));
    }

    private static List<Entry> with(List<Entry> stays, Entry changed, Instant now) {
        var oldest = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(RECORD_DAYS);
        var kept = new ArrayList<Entry>();
        stays.stream()
                .filter(entry -> !entry.id().equals(changed.id()))
                .filter(entry -> matters(entry.status())
                        ? !entry.until().isBefore(oldest)
                        : entry.request().isPresent())
                .forEach(kept::add);
        kept.add(changed);
        long ended = kept.stream().filter(entry -> !matters(entry.status())).count();
        for (var entries = kept.iterator(); ended > ENDED_MAX; ) {
            if (!matters(entries.next().status())) {
                entries.remove();
                ended--;
            }
        }
        return List.copyOf(kept);
    }

    private static boolean matters(StayStatus status) {
        return status.counts() || status.blocks();
    }

    private static String text(Entry entry) {
        return String.join(
                "|",
                entry.id().value(),
                entry.until().toString(),
                Judged.code(entry.status()),
                entry.request().orElse(""));
    }

    private static Entry entry(String text) {
        var parts = text.split("\\|", 4);
        return new Entry(
                StayId.parse(parts[0]).orElseThrow(),
                LocalDate.parse(parts[1]),
                Judged.value(StayStatus.class, parts[2]),
                Optional.of(parts[3]).filter(request -> !request.isEmpty()));
    }

    private static long expiresAt(LocalDate until, int days) {
        return until.plusDays(days).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
