package yunhe.dynamo.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Answers as DynamoDB does, as far as a rehearsal needs it: conditions hold, an update sets what it gives a value, also
 * what it would add to, and removes nothing, a query finds the items whose partition it names.
 */
final class DryTables implements ExecutionInterceptor {

    private static final Pattern ASSIGNMENT = Pattern.compile("([#\\w]+) (?:= )?(:\\w+)");

    private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items = new ConcurrentHashMap<>();

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return Optional.of(new ByteArrayInputStream(answer(context.request()).getBytes(UTF_8)));
    }

    private String answer(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> object("Item", item(get.key()));
            case BatchGetItemRequest batch -> """
                {"Responses":%s,"UnprocessedKeys":{}}\
                """.formatted(responses(batch));
            case QueryRequest query -> {
                var found = items(query);
                yield """
                    {"Items":%s,"Count":%d,"ScannedCount":%2$d}\
                    """.formatted(JsonItems.list(found), found.size());
            }
            case UpdateItemRequest update -> {
                change(
                        update.key(),
                        update.updateExpression(),
                        update.expressionAttributeNames(),
                        update.expressionAttributeValues());
                yield object("Attributes", item(update.key()));
            }
            case PutItemRequest put -> {
                keep(put.item());
                yield "{}";
            }
            case TransactWriteItemsRequest transaction -> {
                transaction.transactItems().forEach(this::write);
                yield "{}";
            }
            default -> "{}";
        };
    }

    private void write(TransactWriteItem write) {
        if (write.put() != null) {
            keep(write.put().item());
        } else if (write.update() != null) {
            var update = write.update();
            change(
                    update.key(),
                    update.updateExpression(),
                    update.expressionAttributeNames(),
                    update.expressionAttributeValues());
        }
    }

    private void change(
            Map<String, AttributeValue> key,
            String expression,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        var changed = new HashMap<>(item(key).orElse(key));
        ASSIGNMENT.matcher(expression).results().forEach(assignment -> {
            var name = assignment.group(1);
            @Nullable AttributeValue value = values.get(assignment.group(2));
            if (value != null) {
                changed.put(names.getOrDefault(name, name), value);
            }
        });
        keep(changed);
    }

    private void keep(Map<String, AttributeValue> item) {
        items.put(key(item), Map.copyOf(item));
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        return Optional.ofNullable(items.get(key(key)));
    }

    private List<Map<String, AttributeValue>> items(QueryRequest query) {
        var named = query.expressionAttributeValues().values();
        return items.values().stream()
                .filter(item -> named.contains(item.get("pk")))
                .toList();
    }

    private String responses(BatchGetItemRequest batch) {
        return batch.requestItems().entrySet().stream()
                .map(table -> "\"" + table.getKey() + "\":"
                        + JsonItems.list(table.getValue().keys().stream()
                                .flatMap(key -> item(key).stream())
                                .toList()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        var key = new HashMap<>(item);
        key.keySet().retainAll(List.of("pk", "sk"));
        return Map.copyOf(key);
    }

    private static String object(String name, Optional<Map<String, AttributeValue>> item) {
        return item.map(it -> "{\"" + name + "\":" + JsonItems.item(it) + "}").orElse("{}");
    }
}
