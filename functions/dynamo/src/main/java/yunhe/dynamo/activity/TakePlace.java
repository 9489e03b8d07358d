package yunhe.dynamo.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Newcomer;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Registrations.SignedUp;
import yunhe.core.activity.Status;
import yunhe.core.person.PersonKey;
import yunhe.core.shared.StoreUnavailable;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Transaction;

/**
 * One sign-up: the registration, a pointer under each further contact, and the place, in one transaction. It begins
 * with the hopeful case (nobody is there, a place is free) and learns from what stands in its way, without a read.
 */
final class TakePlace {

    /** What was written at a contact's key must be as this sign-up believes it to be. */
    static final String NOBODY_IS_THERE = "attribute_not_exists(pk)";

    static final String SAME_ENDED_REGISTRATION_IS_THERE = "id = :id AND version = :version";
    static final String SAME_POINTER_IS_THERE = "registration = :registration";

    /** Each try learns one fact (full, someone there, a place freed meanwhile); so many in a row means a storm. */
    private static final int TRIES_MAX = 24;

    /** Keys of earlier requests are remembered with the registration; so many sign-ups in a day is nobody's need. */
    private static final int EARLIER_MAX = 20;

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;
    private final Registrations registrations;
    private final Newcomer newcomer;

    // What stands at each contact's key and may be replaced; empty: nobody is there.
    private final Map<PersonKey, Map<String, AttributeValue>> replaceable = new HashMap<>();
    private final LinePlace linePlace;
    private boolean inLine;

    TakePlace(
            DynamoDbClient client,
            String table,
            RandomGenerator random,
            Registrations registrations,
            Newcomer newcomer) {
        this.client = client;
        this.table = table;
        this.random = random;
        this.registrations = registrations;
        this.newcomer = newcomer;
        this.linePlace = LinePlace.at(newcomer.origin().createdAt(), random);
    }

    SignedUp run() {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            var answer = attempt();
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StoreUnavailable(
                "sign up at " + newcomer.activity(),
                new IllegalStateException("no outcome after " + TRIES_MAX + " tries"));
    }

    /** Empty: something was learned, try again. */
    private Optional<SignedUp> attempt() {
        var registration = registration();
        var transaction = new Transaction(client, random, "sign up at " + newcomer.activity());
        var contacts = newcomer.contacts();
        var positions = new ArrayList<Integer>();
        positions.add(transaction.put(at(contacts.getFirst(), RegistrationItem.of(registration))));
        for (var contact : registration.otherContacts()) {
            positions.add(
                    transaction.put(at(contact, RegistrationItem.contact(registration, contact, attempts(contact)))));
        }
        int seats = transaction.update(
                inLine
                        ? SeatsItem.joinLine(
                                table,
                                newcomer.activity(),
                                newcomer.group(),
                                newcomer.terms().rules())
                        : SeatsItem.take(
                                table,
                                newcomer.activity(),
                                newcomer.group(),
                                newcomer.terms().rules()));
        if (inLine) {
            transaction.put(LineItem.of(table, registration));
        }
        if (registration.status() == Status.CONFIRMED) {
            Meets.task(
                            registration.id(),
                            registration.group(),
                            "signed-up",
                            newcomer.origin().createdAt())
                    .ifPresent(task -> transaction.put(TaskItem.put(table, task)));
        }
        replaceable.values().stream()
                .filter(item -> !RegistrationItem.isContact(item))
                .forEach(item -> transaction.put(Put.builder().tableName(table).item(RegistrationItem.past(item))));

        var obstacles = transaction.commit();
        if (obstacles.isEmpty()) {
            return Optional.of(new SignedUp.Done(registration));
        }
        boolean peopleInTheWay = false;
        for (int i = 0; i < contacts.size(); i++) {
            if (obstacles.get().at(positions.get(i))) {
                peopleInTheWay = true;
                var answer = met(contacts.get(i), obstacles.get().item(positions.get(i)));
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        // A person who is there already is told so, not that it is full.
        return peopleInTheWay || !obstacles.get().at(seats)
                ? Optional.empty()
                : refusedByPlaces(obstacles.get().item(seats));
    }

    private Registration registration() {
        var earlier = new HashMap<String, RegistrationId>();
        for (var item : replaceable.values()) {
            if (!RegistrationItem.isContact(item)) {
                var ended = RegistrationItem.read(item);
                if (ended.origin().earlier().size() < EARLIER_MAX) {
                    earlier.putAll(ended.origin().earlier());
                }
                ended.origin().request().ifPresent(request -> earlier.put(request.key(), ended.id()));
            }
        }
        int attempt = attempts(newcomer.contacts().getFirst()) + 1;
        return inLine
                ? newcomer.as(Status.WAITLISTED, attempt, earlier, Optional.of(linePlace))
                : newcomer.as(newcomer.statusWithPlace(), attempt, earlier, Optional.empty());
    }

    private int attempts(PersonKey contact) {
        @Nullable Map<String, AttributeValue> there = replaceable.get(contact);
        return there == null ? 0 : RegistrationItem.attempts(there);
    }

    private Put.Builder at(PersonKey contact, Map<String, AttributeValue> item) {
        var put = Put.builder().tableName(table).item(item);
        @Nullable Map<String, AttributeValue> there = replaceable.get(contact);
        if (there == null) {
            return put.conditionExpression(NOBODY_IS_THERE);
        }
        return RegistrationItem.isContact(there)
                ? put.conditionExpression(SAME_POINTER_IS_THERE)
                        .expressionAttributeValues(Map.of(
                                ":registration",
                                AttributeValue.fromS(Attributes.of(there).text("registration"))))
                : put.conditionExpression(SAME_ENDED_REGISTRATION_IS_THERE)
                        .expressionAttributeValues(Map.of(
                                ":id", AttributeValue.fromS(Attributes.of(there).text("id")),
                                ":version",
                                        Attributes.number(Attributes.of(there).number("version"))));
    }

    /** Someone, or nobody any more, was found under a contact. */
    private Optional<SignedUp> met(PersonKey contact, Map<String, AttributeValue> item) {
        if (item.isEmpty()) {
            replaceable.remove(contact);
            return Optional.empty();
        }
        var existing = RegistrationItem.isContact(item)
                ? RegistrationId.parse(Attributes.of(item).text("registration")).flatMap(registrations::find)
                : Optional.of(RegistrationItem.read(item));
        var answer = existing.flatMap(this::met);
        if (answer.isEmpty()) {
            replaceable.put(contact, item);
        }
        return answer;
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
        var now = newcomer.origin().createdAt();
        boolean ranOut = existing.status() == Status.OFFERED
                && existing.history()
                        .offer()
                        .filter(offer -> now.isBefore(offer.expiresAt()))
                        .isEmpty();
        return ranOut
                        && !registrations
                                .end(existing, Status.EXPIRED, now)
                                .status()
                                .isLive()
                ? Optional.empty()
                : Optional.of(new SignedUp.AlreadyThere());
    }

    private Optional<SignedUp> refusedByPlaces(Map<String, AttributeValue> item) {
        if (SeatsItem.isClosed(item) || !SeatsItem.isUnder(newcomer.terms().rules(), item)) {
            return Optional.of(new SignedUp.Closed());
        }
        var seats = SeatsItem.read(item);
        if (seats.free() > 0) {
            inLine = false;
            return Optional.empty();
        }
        inLine = true;
        return seats.lineIsFull() || !newcomer.terms().mayWait() ? Optional.of(new SignedUp.Full()) : Optional.empty();
    }
}
