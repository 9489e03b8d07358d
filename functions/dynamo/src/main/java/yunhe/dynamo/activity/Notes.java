package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Status;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.Updates;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** What is noted on a registration for its person to be told. The stream carries it to whoever tells. */
record Notes(String table, Updates updates) {

    static final String TO_BE_TOLD_OF_THE_MOVE = "id = :id AND #status IN (:confirmed, :waitlisted, :pending, :offered)"
            + " AND (attribute_not_exists(moved) OR moved < :moved)";
    static final String TO_BE_TOLD_OF_MEETINGS = "id = :id AND #status IN (:confirmed, :pending)"
            + " AND (attribute_not_exists(meetings) OR meetings < :revision)";
    static final String TO_BE_REMINDED = "id = :id AND #status = :confirmed AND NOT contains(reminders, :second)";

    void moved(Registration seen, long activityVersion, Instant deleteAt) {
        var expiresAt = Attributes.number(deleteAt.getEpochSecond());
        // The registration last: as long as it is not noted, all of this is done again.
        for (var contact : seen.otherContacts()) {
            keepUntil(ActivityKeys.contact(seen.activity(), contact), expiresAt);
        }
        if (Meets.concerns(seen.id(), seen.group())) {
            keepUntil(ActivityKeys.wishes(seen.id()), expiresAt);
        }
        seen.linePlace()
                .ifPresent(place -> keepUntil(ActivityKeys.linePlace(seen.activity(), seen.group(), place), expiresAt));
        updates.write(
                "note a change for " + seen.id(),
                note(seen.id(), "SET moved = :moved, expiresAt = :expiresAt", TO_BE_TOLD_OF_THE_MOVE)
                        .expressionAttributeValues(Map.of(
                                ":id", AttributeValue.fromS(seen.id().value()),
                                ":moved", Attributes.number(activityVersion),
                                ":expiresAt", expiresAt,
                                ":confirmed", code(Status.CONFIRMED),
                                ":waitlisted", code(Status.WAITLISTED),
                                ":pending", code(Status.PENDING),
                                ":offered", code(Status.OFFERED)))
                        .build());
    }

    private void keepUntil(Key key, AttributeValue expiresAt) {
        updates.write(
                "keep an item longer",
                Update.builder()
                        .tableName(table)
                        .key(key.attributes())
                        .updateExpression("SET expiresAt = :expiresAt")
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeValues(Map.of(":expiresAt", expiresAt))
                        .build());
    }

    void reminder(RegistrationId id, Instant due) {
        var second = Long.toString(due.getEpochSecond());
        updates.write(
                "note a reminder for " + id,
                note(id, "ADD reminders :due", TO_BE_REMINDED)
                        .expressionAttributeValues(Map.of(
                                ":id", AttributeValue.fromS(id.value()),
                                ":confirmed", code(Status.CONFIRMED),
                                ":due", AttributeValue.fromNs(List.of(second)),
                                ":second", AttributeValue.fromN(second)))
                        .build());
    }

    void meetings(RegistrationId id, int revision) {
        updates.write(
                "note meetings for " + id,
                note(id, "SET meetings = :revision", TO_BE_TOLD_OF_MEETINGS)
                        .expressionAttributeValues(Map.of(
                                ":id", AttributeValue.fromS(id.value()),
                                ":confirmed", code(Status.CONFIRMED),
                                ":pending", code(Status.PENDING),
                                ":revision", Attributes.number(revision)))
                        .build());
    }

    /** What is noted is to be told; nobody can see it, so the version stays. */
    private Update.Builder note(RegistrationId id, String expression, String condition) {
        return Update.builder()
                .tableName(table)
                .key(ActivityKeys.registration(id).attributes())
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(Map.of("#status", "status"));
    }

    private static AttributeValue code(Status status) {
        return AttributeValue.fromS(RegistrationItem.code(status));
    }
}
