package yunhe.dynamo.lodging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.lodging.GuestRecord;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.Stays;
import yunhe.core.lodging.Stays.Written;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.Transaction;

/**
 * One change of one stay: the stay, every night it takes or gives back, its place in the line, and its guest's record,
 * in one transaction. What is taken and what is given back is the difference of what the stay held and what it is to
 * hold, whatever the change is called.
 */
final class WriteStay {

    private final String table;
    private final Stays stays;
    private final Stays.Change change;
    private final Transaction transaction;
    private final Map<Integer, LocalDate> nightsTaken = new LinkedHashMap<>();
    private final List<Integer> seen = new ArrayList<>();
    private Optional<Integer> line = Optional.empty();

    WriteStay(DynamoDbClient client, String table, RandomGenerator random, Stays stays, Stays.Change change) {
        this.table = table;
        this.stays = stays;
        this.change = change;
        this.transaction =
                new Transaction(client, random, "write " + change.after().id());
        change.audit().ifPresent(entry -> transaction.put(AuditTrail.put(table, entry, random)));
    }

    Written run() {
        var noPlaceAtAll = taken().stream()
                .filter(night -> station().details().places(after().roomType(), night) == 0)
                .toList();
        if (!noPlaceAtAll.isEmpty()) {
            return new Written.Full(noPlaceAtAll);
        }
        boolean joins = after().linePlace().isPresent()
                && !change.before().map(Stay::linePlace).equals(Optional.of(after().linePlace()));
        if (joins && station().details().policy().waitlist().capacityPerGroup() == 0) {
            return new Written.LineFull();
        }
        writeStay();
        taken().forEach(night -> nightsTaken.put(
                transaction.update(
                        NightItem.take(station(), after().roomType(), night).tableName(table)),
                night));
        change.before()
                .ifPresent(before -> givenBack(before)
                        .forEach(night -> transaction.update(NightItem.giveBack(station(), before.roomType(), night)
                                .tableName(table))));
        if (joins) {
            joinLine();
        }
        change.before()
                .filter(before ->
                        before.linePlace().isPresent() && !before.linePlace().equals(after().linePlace()))
                .ifPresent(this::leaveLine);
        writeGuest();
        return transaction.commit().map(this::refused).orElseGet(() -> new Written.Done(after()));
    }

    private void writeStay() {
        seen.add(
                change.before().isPresent()
                        ? transaction.update(
                                StayItem.change(change.before().get(), after()).tableName(table))
                        : transaction.put(Put.builder()
                                .tableName(table)
                                .item(StayItem.of(after()))
                                .conditionExpression(StayItem.NOBODY_IS_THERE)));
    }

    private void joinLine() {
        line = Optional.of(transaction.update(LineItems.join(station(), after()).tableName(table)));
        transaction.put(LineItems.place(after()).tableName(table));
    }

    private void leaveLine(Stay before) {
        transaction.update(LineItems.leave(before).tableName(table));
        transaction.delete(LineItems.remove(before).tableName(table));
    }

    /** Nothing when the change means nothing to other stays of the guest, and was not judged by them. */
    private void writeGuest() {
        var before = change.before().map(GuestItem::entry);
        if (before.equals(Optional.of(GuestItem.entry(after())))
                && change.judged().isEmpty()) {
            return;
        }
        var guest =
                change.judged().orElseGet(() -> stays.guest(after().applicant().identities()));
        var known = guest.roots().isEmpty()
                ? new GuestRecord(
                        guest.stays(),
                        List.of(new GuestRecord.Root(guest.unknown().getFirst(), 0)),
                        guest.unknown().subList(1, guest.unknown().size()))
                : guest;
        var root = known.roots().getFirst();
        seen.add(transaction.put(GuestItem.record(known, after()).tableName(table)));
        known.roots().stream()
                .skip(1)
                .forEach(other ->
                        seen.add(transaction.put(GuestItem.identity(other.identity(), other.version(), root, after())
                                .tableName(table))));
        known.unknown()
                .forEach(identity -> seen.add(transaction.put(
                        GuestItem.identity(identity, 0, root, after()).tableName(table))));
    }

    private Written refused(Transaction.Obstacles obstacles) {
        if (seen.stream().anyMatch(obstacles::at)) {
            return new Written.Changed();
        }
        boolean outdated = nightsTaken.keySet().stream()
                .anyMatch(at -> obstacles.at(at) && NightItem.isUnderLaterRules(obstacles.item(at), station()));
        if (outdated) {
            return new Written.Changed();
        }
        var full = nightsTaken.entrySet().stream()
                .filter(night -> obstacles.at(night.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!full.isEmpty()) {
            return new Written.Full(full);
        }
        if (line.filter(obstacles::at).isPresent()) {
            return new Written.LineFull();
        }
        throw new IllegalStateException("what " + after().id() + " holds is not as it should be");
    }

    private List<LocalDate> taken() {
        var before = change.before()
                .filter(it -> it.roomType().equals(after().roomType()))
                .map(WriteStay::held)
                .orElse(Set.of());
        return after().held().stream().filter(night -> !before.contains(night)).toList();
    }

    private List<LocalDate> givenBack(Stay before) {
        var kept = before.roomType().equals(after().roomType()) ? held(after()) : Set.<LocalDate>of();
        return before.held().stream().filter(night -> !kept.contains(night)).toList();
    }

    private static Set<LocalDate> held(Stay stay) {
        return stay.held().stream().collect(Collectors.toCollection(HashSet::new));
    }

    private Stay after() {
        return change.after();
    }

    private Station station() {
        return change.station();
    }
}
