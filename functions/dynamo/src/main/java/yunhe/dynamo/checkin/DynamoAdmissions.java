package yunhe.dynamo.checkin;

import static yunhe.dynamo.StoreCalls.asking;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import yunhe.core.activity.Activities.Action;
import yunhe.core.activity.Activities.AuditEntry;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.core.checkin.Admissions;
import yunhe.core.checkin.Guest;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.AuditTrail;
import yunhe.dynamo.Backoff;
import yunhe.dynamo.Transaction;
import yunhe.dynamo.keys.ActivityKeys;

/** Admissions in the activities table. */
public final class DynamoAdmissions implements Admissions {

    /**
     * A ticket admits once. A registration that is cancelled, or replaced by a later attempt, does not admit, and a
     * scan that was taken back does not admit again when its sender repeats it.
     */
    static final String ADMITS = "id = :id AND #status = :confirmed AND attribute_not_exists(admittedAt)"
            + " AND NOT contains(undoneNonces, :nonce)";

    static final String STILL_ADMITTED = "id = :id AND admittedAt = :admittedAt AND admittedNonce = :nonce";

    static final String ADMIT = "SET admittedAt = :at, admittedBy = :by, admittedDevice = :device,"
            + " admittedNonce = :nonce ADD version :one";

    static final String UNDO = "SET undone = :undone, undoneNonces = :nonces ADD version :one"
            + " REMOVE admittedAt, admittedBy, admittedDevice, admittedNonce";

    /** A cancellation of the same registration may be under way; it is over within milliseconds. */
    private static final int CONFLICT_ATTEMPTS_MAX = 6;

    private static final int BACKOFF_MILLIS_FIRST = 4;
    private static final int BACKOFF_MILLIS_MAX = 100;

    private final DynamoDbClient client;
    private final String table;
    private final RandomGenerator random;

    public DynamoAdmissions(DynamoDbClient client, String table, RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.random = random;
    }

    @Override
    public Attempt admit(RegistrationId ticket, Admitted scan) {
        return asking("admit " + ticket, () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    var now = client.updateItem(admission(ticket, scan)).attributes();
                    return new Attempt.Done(GuestItem.read(now).orElseThrow());
                } catch (ConditionalCheckFailedException refused) {
                    return refused(refused);
                } catch (TransactionConflictException conflict) {
                    if (attempt >= CONFLICT_ATTEMPTS_MAX) {
                        throw conflict;
                    }
                    Backoff.sleep(random, attempt, BACKOFF_MILLIS_FIRST, BACKOFF_MILLIS_MAX);
                }
            }
        });
    }

    private UpdateItemRequest admission(RegistrationId ticket, Admitted scan) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(ActivityKeys.registration(ticket).attributes())
                .conditionExpression(ADMITS)
                .updateExpression(ADMIT)
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":id", AttributeValue.fromS(ticket.value()),
                        ":confirmed", AttributeValue.fromS(GuestItem.code(Status.CONFIRMED)),
                        ":at", AttributeValue.fromS(scan.at().toString()),
                        ":by", AttributeValue.fromS(scan.by()),
                        ":device", AttributeValue.fromS(scan.device()),
                        ":nonce", AttributeValue.fromS(scan.nonce()),
                        ":one", Attributes.number(1)))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private static Attempt refused(ConditionalCheckFailedException refused) {
        if (!refused.hasItem()) {
            return new Attempt.Gone();
        }
        return GuestItem.read(refused.item()).<Attempt>map(Attempt.Refused::new).orElseGet(Attempt.Replaced::new);
    }

    @Override
    public Optional<Guest> find(RegistrationId ticket) {
        return asking("find guest " + ticket, () -> {
            var answer = client.getItem(it -> it.tableName(table)
                    .key(ActivityKeys.registration(ticket).attributes())
                    .consistentRead(true));
            return answer.hasItem() ? GuestItem.read(answer.item()) : Optional.empty();
        });
    }

    @Override
    public boolean undo(Guest seen, Guest.Undone undone) {
        var all = Stream.concat(seen.undone().stream(), Stream.of(undone)).toList();
        var kept = all.subList(Math.max(0, all.size() - Guest.UNDONE_MAX), all.size());
        var nonces = kept.stream().map(it -> it.admitted().nonce()).distinct().toList();
        var transaction = new Transaction(client, random, "undo the admission of " + seen.id());
        transaction.update(Update.builder()
                .tableName(table)
                .key(ActivityKeys.registration(seen.id()).attributes())
                .conditionExpression(STILL_ADMITTED)
                .updateExpression(UNDO)
                .expressionAttributeValues(Map.of(
                        ":id", AttributeValue.fromS(seen.id().value()),
                        ":admittedAt",
                                AttributeValue.fromS(undone.admitted().at().toString()),
                        ":nonce", AttributeValue.fromS(undone.admitted().nonce()),
                        ":undone", GuestItem.undone(kept),
                        ":nonces", AttributeValue.fromSs(nonces),
                        ":one", Attributes.number(1))));
        transaction.put(AuditTrail.put(
                table,
                new AuditEntry(
                        undone.at(),
                        undone.by(),
                        Action.ADMISSION_UNDONE,
                        seen.id().value()),
                random));
        return transaction.commit().isEmpty();
    }
}
