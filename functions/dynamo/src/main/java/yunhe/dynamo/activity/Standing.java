package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.PlaceMark;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Status;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.Attributes;

/**
 * What stands under a newcomer's contacts, as far as is known by now: nobody, or something that may be replaced (an
 * ended registration, a pointer to one, a fence). It is replaced only as it was seen.
 */
final class Standing {

    static final String NOBODY = "attribute_not_exists(pk)";
    static final String SAME_ENDED_REGISTRATION = "id = :id AND version = :version";
    static final String SAME_POINTER = "registration = :registration AND #mark = :mark";
    static final String SAME_FENCE = "#type = :type";

    /** Keys of earlier requests are remembered with the registration; so many sign-ups in a day is nobody's need. */
    private static final int EARLIER_MAX = 20;

    private final String table;
    private final Fence fence;
    private final Registrations registrations;
    private final Newcomer newcomer;
    private final Map<PersonKey, Map<String, AttributeValue>> replaceable = new HashMap<>();
    private boolean freed;

    Standing(String table, Fence fence, Registrations registrations, Newcomer newcomer) {
        this.table = table;
        this.fence = fence;
        this.registrations = registrations;
        this.newcomer = newcomer;
    }

    boolean isNobodyKnown() {
        return replaceable.isEmpty();
    }

    /** Whether somebody has seen to it that nothing is recorded by this mark. */
    boolean isAbandoned(PlaceMark mark) {
        @Nullable
        Map<String, AttributeValue> there = replaceable.get(newcomer.contacts().getFirst());
        return there != null && Fence.abandons(there, mark);
    }

    /** The registration that the newcomer becomes, after all those that ended. */
    Registration registration(Status status, Optional<LinePlace> linePlace, Optional<PlaceMark> place) {
        var earlier = new HashMap<String, RegistrationId>();
        ended().forEach(item -> {
            var ended = RegistrationItem.read(item);
            if (ended.origin().earlier().size() < EARLIER_MAX) {
                earlier.putAll(ended.origin().earlier());
            }
            ended.origin().request().ifPresent(request -> earlier.put(request.key(), ended.id()));
        });
        int attempt = attempts(newcomer.contacts().getFirst()) + 1;
        return newcomer.as(status, attempt, earlier, linePlace, place);
    }

    Put.Builder put(Registration registration) {
        return as(registration.id().person(), RegistrationItem.of(registration));
    }

    Put.Builder pointer(Registration registration, PersonKey contact, PlaceMark mark) {
        return as(contact, RegistrationItem.contact(registration, contact, attempts(contact), mark));
    }

    /** Where ended registrations are kept from now on, with their links and histories. */
    List<Put.Builder> past() {
        return ended().stream()
                .map(item -> Put.builder().tableName(table).item(RegistrationItem.past(item)))
                .toList();
    }

    private List<Map<String, AttributeValue>> ended() {
        return replaceable.values().stream()
                .filter(RegistrationItem::isRegistration)
                .toList();
    }

    private int attempts(PersonKey contact) {
        @Nullable Map<String, AttributeValue> there = replaceable.get(contact);
        return there == null ? 0 : RegistrationItem.attempts(there);
    }

    /** The item in place of what was seen there, with its fences, and only if it is still the same. */
    private Put.Builder as(PersonKey contact, Map<String, AttributeValue> item) {
        @Nullable Map<String, AttributeValue> there = replaceable.get(contact);
        if (there == null) {
            return Put.builder().tableName(table).item(item).conditionExpression(NOBODY);
        }
        var condition = new StringJoiner(" AND ");
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        if (Fence.isFence(there)) {
            condition.add(SAME_FENCE);
            names.put("#type", "type");
            values.put(":type", there.get("type"));
        } else if (RegistrationItem.isContact(there)) {
            condition.add(SAME_POINTER);
            names.put("#mark", RegistrationItem.MARK);
            values.put(":registration", there.get("registration"));
            values.put(":mark", there.get(RegistrationItem.MARK));
        } else {
            condition.add(SAME_ENDED_REGISTRATION);
            values.put(":id", there.get("id"));
            values.put(":version", there.get("version"));
        }
        // A fence that is put up meanwhile would be forgotten.
        Fence.abandoned(there)
                .ifPresentOrElse(
                        marks -> {
                            condition.add("abandoned = :abandoned");
                            values.put(":abandoned", marks);
                            item.put(Fence.ABANDONED, marks);
                        },
                        () -> condition.add("attribute_not_exists(abandoned)"));
        return Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression(condition.toString())
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(values);
    }

    /** What it means that these items stand in the way; empty when they may be replaced, or are gone. */
    Optional<SignedUp> met(Map<PersonKey, Map<String, AttributeValue>> inTheWay, PlaceMark mine) {
        for (var entry : inTheWay.entrySet()) {
            var answer = met(entry.getKey(), entry.getValue(), mine);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Whether an offer that had run out was ended here since this was asked, so that its place may be free. */
    boolean hasFreed() {
        boolean now = freed;
        freed = false;
        return now;
    }

    /** The answer for a person who is there already. */
    Optional<SignedUp> known() {
        return newcomer.contacts().stream()
                .flatMap(contact -> registrations.findByContact(newcomer.activity(), contact).stream())
                .flatMap(existing -> met(existing).stream())
                .findFirst();
    }

    private Optional<SignedUp> met(PersonKey contact, Map<String, AttributeValue> item, PlaceMark mine) {
        replaceable.remove(contact);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        if (RegistrationItem.isContact(item)) {
            return metPointer(contact, item, mine);
        }
        var answer =
                RegistrationItem.isRegistration(item) ? met(RegistrationItem.read(item)) : Optional.<SignedUp>empty();
        if (answer.isEmpty()) {
            replaceable.put(contact, item);
        }
        return answer;
    }

    /** It may lead to a registration that is just being recorded: that is fenced before the pointer is replaced. */
    private Optional<SignedUp> metPointer(PersonKey contact, Map<String, AttributeValue> item, PlaceMark mine) {
        var leadsTo = RegistrationId.parse(Attributes.of(item).text("registration"));
        var answer = leadsTo.flatMap(registrations::find)
                .filter(found -> found.contacts().contains(contact))
                .flatMap(this::met);
        if (answer.isEmpty() && isOver(contact, item, mine)) {
            replaceable.put(contact, item);
        }
        return answer;
    }

    private boolean isOver(PersonKey contact, Map<String, AttributeValue> item, PlaceMark mine) {
        var leadsTo = RegistrationId.parse(Attributes.of(item).text("registration"));
        var mark = PlaceMark.parse(Attributes.of(item).text(RegistrationItem.MARK));
        if (leadsTo.isEmpty() || mark.isEmpty() || mark.get().equals(mine)) {
            return true;
        }
        // Whoever waits holds no place, and is not fenced: what the fence stands beside says whether they are there.
        return fence.put(
                        newcomer.activity(),
                        leadsTo.get().person(),
                        mark.get(),
                        newcomer.origin().createdAt())
                .filter(there -> !RegistrationItem.isRegistration(there)
                        || !isLiveUnder(contact, leadsTo.get(), RegistrationItem.read(there)))
                .isPresent();
    }

    private static boolean isLiveUnder(PersonKey contact, RegistrationId id, Registration there) {
        return there.id().equals(id)
                && there.status().isLive()
                && there.contacts().contains(contact);
    }

    private Optional<SignedUp> met(Registration existing) {
        return switch (newcomer.relationTo(existing)) {
            case Newcomer.Relation.Own() -> Optional.of(new SignedUp.Done(existing));
            case Newcomer.Relation.OtherBody() -> Optional.of(new SignedUp.OtherBody());
            case Newcomer.Relation.Live() -> live(existing);
            // Should the earlier one be gone, what stands here is still not to be replaced while it lives.
            case Newcomer.Relation.Earlier(var id) ->
                registrations
                        .find(id)
                        .flatMap(this::met)
                        .or(() -> existing.status().isLive()
                                ? Optional.of(new SignedUp.AlreadyThere())
                                : Optional.empty());
            case Newcomer.Relation.Unrelated() -> Optional.empty();
        };
    }

    /** An offer that has run out stands in nobody's way, whether a schedule has noticed or not. */
    private Optional<SignedUp> live(Registration existing) {
        Instant now = newcomer.origin().createdAt();
        boolean ranOut = existing.status() == Status.OFFERED
                && existing.history()
                        .offer()
                        .filter(offer -> now.isBefore(offer.expiresAt()))
                        .isEmpty();
        if (ranOut && !registrations.end(existing, Status.EXPIRED, now).status().isLive()) {
            freed = true;
            return Optional.empty();
        }
        return Optional.of(new SignedUp.AlreadyThere());
    }
}
