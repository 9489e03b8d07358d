package yunhe.dynamo.activity;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;
import yunhe.core.agenda.Task;
import yunhe.core.agenda.Task.Work;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.ActivityKeys;
import yunhe.dynamo.keys.Key;

/** A task as an item. The same task stored twice is one. */
public final class TaskItem {

    static final String TYPE = "task";

    private TaskItem() {}

    public static Put.Builder put(String table, Task task) {
        return Put.builder().tableName(table).item(of(task));
    }

    static Delete.Builder delete(String table, Task task) {
        return Delete.builder().tableName(table).key(ActivityKeys.task(task).attributes());
    }

    static Map<String, AttributeValue> of(Task task) {
        var item = Attributes.fresh()
                .put("type", TYPE)
                .put("schema", 1)
                .put("version", 1)
                .put("at", task.at().toString())
                .put("activity", task.activity().value())
                .put("cursor", task.cursor());
        switch (task.work()) {
            case Work.Remind(var due) -> item.put("work", "remind").put("due", due.getEpochSecond());
            case Work.Expire() -> item.put("work", "expire");
            case Work.NoShows() -> item.put("work", "no-shows");
            case Work.CancelAll() -> item.put("work", "cancel-all");
            case Work.Announce(var version) -> item.put("work", "announce").put("announced", version);
            case Work.EndOffer(var id) -> item.put("work", "end-offer").put("registration", id.value());
            case Work.MoveUp(var group) -> item.put("work", "move-up").put("group", group);
            case Work.Meet(var cause) -> item.put("work", "meet").put("cause", cause);
            case Work.Unknown(var name) -> throw new IllegalArgumentException("unknown work " + name);
        }
        item.map().putAll(ActivityKeys.task(task).attributes());
        return item.map();
    }

    static Task read(Map<String, AttributeValue> attributes) {
        var item = Attributes.of(attributes);
        return new Task(
                item.instant("at"), new ActivityId(item.text("activity")), work(item), item.optionalText("cursor"));
    }

    private static Work work(Attributes item) {
        return switch (item.text("work")) {
            case "remind" -> new Work.Remind(Instant.ofEpochSecond(item.number("due")));
            case "expire" -> new Work.Expire();
            case "no-shows" -> new Work.NoShows();
            case "cancel-all" -> new Work.CancelAll();
            case "announce" -> new Work.Announce(item.number("announced"));
            case "end-offer" ->
                new Work.EndOffer(
                        RegistrationId.parse(item.text("registration")).orElseThrow());
            case "move-up" -> new Work.MoveUp(item.text("group"));
            case "meet" -> new Work.Meet(item.text("cause"));
            // The last part of its key, which may have parts of its own.
            default -> new Work.Unknown(item.text(Key.SK).split("#", 3)[2]);
        };
    }
}
