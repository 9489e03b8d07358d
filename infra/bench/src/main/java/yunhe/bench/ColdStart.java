package yunhe.bench;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * From the start of a process to the first answer of the sign-up function, with the real runtime client against a small
 * Runtime API, beside an empty handler in turns. Prints medians and their ratio; the function's zip has to be built.
 *
 * <p>JIT and collector are as the managed runtime has them without SnapStart: C1 only, serial.
 */
public final class ColdStart {

    private static final int ROUNDS = 7;
    private static final int ANSWER_SECONDS_MAX = 60;
    private static final List<String> AS_THE_MANAGED_RUNTIME =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

    private final Path work;
    private final Path root;

    private ColdStart(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root =
                Path.of(System.getProperty("yunhe.root", ".")).toAbsolutePath().normalize();
        var work = Files.createTempDirectory("yunhe-coldstart");
        new ColdStart(root, work).run();
    }

    private void run() throws IOException, InterruptedException {
        try (var store = StoreOverHttp.start()) {
            var gathering = store.publishGathering(100_000);
            var signUp = unzip(root.resolve("functions/gatherings/target/gatherings.zip"));
            var empty = classesOf(EmptyHandler.class, RequestHandler.class);
            var emptyMillis = new ArrayList<Double>();
            var signUpMillis = new ArrayList<Double>();
            // The first pair fills the page cache and is not counted.
            for (int round = 0; round <= ROUNDS; round++) {
                double emptyOnce = firstAnswer(empty, "yunhe.bench.EmptyHandler::handleRequest", Map.of(), "{}");
                double signUpOnce = firstAnswer(
                        signUp,
                        "yunhe.gatherings.GatheringsHandler::handleRequest",
                        store.environment(),
                        SignUpEvents.signUp(gathering, round));
                if (round > 0) {
                    emptyMillis.add(emptyOnce);
                    signUpMillis.add(signUpOnce);
                }
            }
            double emptyMedian = median(emptyMillis);
            double signUpMedian = median(signUpMillis);
            System.out.printf("start to first answer, median of %d rounds, JDK %s%n", ROUNDS, Runtime.version());
            System.out.printf("  empty handler   %7.0f ms%n", emptyMedian);
            System.out.printf("  sign-up         %7.0f ms%n", signUpMedian);
            System.out.printf("  ratio           %7.2f%n", signUpMedian / emptyMedian);
        }
    }

    private double firstAnswer(String classPath, String handler, Map<String, String> variables, String event)
            throws IOException, InterruptedException {
        try (var api = new RuntimeApi()) {
            api.offer(event);
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(AS_THE_MANAGED_RUNTIME);
            command.addAll(List.of("-cp", classPath + File.pathSeparator + runtimeClient()));
            command.addAll(List.of("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler));
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("last.log").toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("JAVA_TOOL_OPTIONS"));
            environment.putAll(lambda(api.address()));
            environment.putAll(variables);
            long start = System.nanoTime();
            var process = builder.start();
            try {
                var answer = api.answer(ANSWER_SECONDS_MAX);
                if (answer.failed()
                        || answer.body().contains("\"statusCode\":5")
                        || answer.body().contains("\"statusCode\":4")) {
                    throw new IllegalStateException("the function answered " + answer.body());
                }
                return (answer.at() - start) / 1e6;
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Map<String, String> lambda(String address) {
        var variables = new HashMap<String, String>();
        variables.put("AWS_LAMBDA_RUNTIME_API", address);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        variables.put("LAMBDA_TASK_ROOT", work.toString());
        return variables;
    }

    private String unzip(Path zip) throws IOException {
        var folder = work.resolve(zip.getFileName().toString().replace(".zip", ""));
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().filter(it -> !it.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("entry outside the folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            return folder
                    + File.pathSeparator
                    + String.join(
                            File.pathSeparator,
                            jars.map(Path::toString).sorted().toList());
        }
    }

    /** Those entries of our own class path that hold these classes. */
    private static String classesOf(Class<?>... classes) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(classes)
                        .map(it -> Path.of(URI.create(it.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                                .toString())
                        .distinct()
                        .toList());
    }

    private static String runtimeClient() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(it -> it.contains("aws-lambda-java-"))
                        .toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
