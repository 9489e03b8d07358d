package yunhe.checks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** One function's zip and what is wrong with it. */
record Zip(Path file) {

    /** Decimal megabytes. Lambda would take 50; a start reads all of it. */
    static final int BYTES_MAX = 12_500_000;

    /** The roadshow's has fonts for its programme and a library each for the page, the flow and the sign-in. */
    private static final int ROADSHOW_BYTES_MAX = 20_000_000;

    /** The project's outputTimestamp, in UTC as the archive keeps it. */
    private static final LocalDateTime BUILT_AT = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final Set<String> FORBIDDEN_PACKAGES = Set.of(
            // tests
            "org/junit/",
            "org/opentest4j/",
            "org/testcontainers/",
            "com/tngtech/archunit/",
            "org/assertj/",
            "org/hamcrest/",
            "org/mockito/",
            "com/microsoft/playwright/",
            "com/atlassian/oai/",
            "yunhe/testkit/",
            // what only one machine runs; the licence of DynamoDB Local forbids shipping it
            "com/amazonaws/services/dynamodbv2/local/",
            "com/amazon/dynamodb/",
            "com/almworks/sqlite4java/",
            "org/sqlite/",
            "org/elasticmq/",
            "com/icegreen/greenmail/",
            "yunhe/local/",
            // a second HTTP client
            "io/netty/",
            "org/apache/http/",
            "org/apache/hc/",
            "software/amazon/awssdk/http/nio/",
            "software/amazon/awssdk/http/apache/",
            "software/amazon/awssdk/http/apache5/");

    private int bytesMax() {
        return file.endsWith("roadshow.zip") ? ROADSHOW_BYTES_MAX : BYTES_MAX;
    }

    List<String> problems(Set<String> handlers) throws IOException {
        List<String> problems = new ArrayList<>();
        if (Files.size(file) > bytesMax()) {
            problems.add("is " + Files.size(file) + " bytes, more than " + bytesMax());
        }
        Map<String, String> homeOf = new HashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            look(zip, "the root", homeOf, problems);
        }
        for (var handler : handlers) {
            if (!"the root".equals(homeOf.get(handler.replace('.', '/') + ".class"))) {
                problems.add("has no handler " + handler + " at its root");
            }
        }
        return problems;
    }

    private static void look(ZipInputStream zip, String where, Map<String, String> homeOf, List<String> problems)
            throws IOException {
        // The jars of others keep their own times; they are the same bytes for everyone.
        boolean ours = where.equals("the root") || where.startsWith("lib/yunhe.");
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName();
            if (ours && !BUILT_AT.equals(entry.getTimeLocal())) {
                problems.add(name + " in " + where + " is of " + entry.getTimeLocal());
            }
            if (name.endsWith(".jar")) {
                look(new ZipInputStream(new ByteArrayInputStream(zip.readAllBytes())), name, homeOf, problems);
            }
            if (FORBIDDEN_PACKAGES.stream().anyMatch(name::startsWith)) {
                problems.add(name + " in " + where + " is not for a function");
            }
            if (isClass(name)) {
                var other = homeOf.putIfAbsent(name, where);
                if (other != null) {
                    problems.add(name + " is in " + other + " and in " + where);
                }
            }
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    static Zip of(Path root, String codeUri) {
        var file = root.resolve(codeUri);
        if (!Files.isRegularFile(file)) {
            throw new UncheckedIOException(new IOException(codeUri + " is not built"));
        }
        return new Zip(file);
    }
}
