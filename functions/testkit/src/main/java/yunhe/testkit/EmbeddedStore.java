package yunhe.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import yunhe.testkit.template.LocalNames;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.Tree;

/** DynamoDB Local inside this process, with every table of the template: keys, indexes, streams, time to live. */
public final class EmbeddedStore implements AutoCloseable {
    private static final String TABLE = "AWS::DynamoDB::Table";

    /** Otherwise DynamoDB Local calls home. */
    private static final boolean NO_TELEMETRY = true;

    private static final String DATA_FILE = "store.db";

    private final AmazonDynamoDBLocal local;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;
    private final Map<String, String> tables = new HashMap<>();

    private EmbeddedStore(AmazonDynamoDBLocal local, DynamoDbClient client) {
        this.local = local;
        this.client = client;
        this.streams = local.dynamoDbStreamsClient();
    }

    /** In memory, with the tables of this project's template. */
    public static EmbeddedStore start() {
        return inMemory(projectTemplate());
    }

    public static EmbeddedStore inMemory(Template template) {
        AmazonDynamoDBLocal local = DynamoDBEmbedded.create(NO_TELEMETRY);
        return new EmbeddedStore(local, local.dynamoDbClient()).createTables(template);
    }

    /** Kept in the folder; tables that are there already stay as they are. */
    public static EmbeddedStore onDisk(Template template, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException cause) {
            throw new UncheckedIOException("create " + folder, cause);
        }
        AmazonDynamoDBLocal local =
                DynamoDBEmbedded.create(folder.resolve(DATA_FILE).toFile(), NO_TELEMETRY);
        return new EmbeddedStore(local, CommittedClient.of(local.dynamoDbClient())).createTables(template);
    }

    public DynamoDbClient client() {
        return client;
    }

    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** The name under which the store knows the table with this logical id. */
    public String tableName(String logicalId) {
        String name = tables.get(logicalId);
        if (name == null) {
            throw new IllegalArgumentException("the template has no table " + logicalId);
        }
        return name;
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        local.shutdownNow();
    }

    /** Creates this project's tables in another store: one behind a port, or in a container. */
    public static Map<String, String> createTables(DynamoDbClient client) {
        return createTables(client, projectTemplate());
    }

    private EmbeddedStore createTables(Template template) {
        tables.putAll(createTables(client, template));
        return this;
    }

    /** Physical names by logical id. */
    private static Map<String, String> createTables(DynamoDbClient client, Template template) {
        Map<String, String> tables = new HashMap<>();
        Set<String> present = new HashSet<>(client.listTables().tableNames());
        for (Resource table : template.ofType(TABLE)) {
            String name = template.ref(table.logicalId());
            tables.put(table.logicalId(), name);
            if (!present.contains(name)) {
                create(client, table, name);
            }
        }
        return tables;
    }

    private static void create(DynamoDbClient client, Resource table, String name) {
        client.createTable(TableDefinition.of(table, name));
        Map<String, Object> expiry = Tree.map(table.properties().get("TimeToLiveSpecification"), table.where());
        if (Tree.flag(expiry, "Enabled")) {
            client.updateTimeToLive(request -> request.tableName(name)
                    .timeToLiveSpecification(TimeToLiveSpecification.builder()
                            .enabled(true)
                            .attributeName(Tree.text(expiry, "AttributeName", table.where()))
                            .build()));
        }
    }

    /** Tables depend on no parameter that would change their keys, so any value does. */
    private static Template projectTemplate() {
        Path file = Template.find();
        Map<String, String> parameters = new HashMap<>();
        Template.parameterNames(file).forEach(name -> parameters.put(name, ""));
        return Template.read(file, parameters, new LocalNames());
    }
}
