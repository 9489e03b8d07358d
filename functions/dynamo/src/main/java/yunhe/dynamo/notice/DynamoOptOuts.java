package yunhe.dynamo.notice;

import static yunhe.dynamo.StoreCalls.asking;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.notice.OptOuts;
import yunhe.core.person.PersonKey;
import yunhe.dynamo.Attributes;
import yunhe.dynamo.keys.NoticeKeys;

/** Who wants no reminders: an item for each contact, kept until they come back. */
public final class DynamoOptOuts implements OptOuts {

    private final DynamoDbClient client;
    private final String table;

    public DynamoOptOuts(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public boolean isOut(List<PersonKey> contacts) {
        return contacts.stream()
                .anyMatch(contact -> asking(
                        "look for an opt-out",
                        () -> client.getItem(it -> it.tableName(table)
                                        .key(NoticeKeys.optOut(contact).attributes())
                                        .consistentRead(true))
                                .hasItem()));
    }

    @Override
    public void optOut(List<PersonKey> contacts, Instant now) {
        for (var contact : contacts) {
            var item = Attributes.fresh()
                    .put(NoticeItem.TYPE, "optout")
                    .put(NoticeItem.SCHEMA, NoticeItem.SCHEMA_NOW)
                    .put(NoticeItem.VERSION, 1)
                    .put(NoticeItem.AT, now.toString());
            item.map().putAll(NoticeKeys.optOut(contact).attributes());
            asking("opt out", () -> client.putItem(it -> it.tableName(table).item(item.map())));
        }
    }

    @Override
    public void comeBack(List<PersonKey> contacts) {
        for (var contact : contacts) {
            asking(
                    "take back an opt-out",
                    () -> client.deleteItem(it ->
                            it.tableName(table).key(NoticeKeys.optOut(contact).attributes())));
        }
    }
}
