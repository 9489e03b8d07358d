package yunhe.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a function as Lambda's runtime for Java does: the runtime client on the class path, the function's folder as
 * working directory, from which the client loads its classes and {@code lib/*.jar}. JIT and collector are the
 * runtime's. What is not there is its archive of the JDK's and the client's classes: JDK's own is used.
 */
final class ManagedRuntime {

    /** How a copy of a function comes to life. */
    enum Kind {
        /** A process for each copy, compiled by C1 only. */
        ON_DEMAND,
        /** A copy of a snapshot, with both compilers. */
        SNAP_START,
        /** A process of the container image for each copy, with its cache of classes and profiles. */
        IMAGE,
        /** The one process whose classes and profiles become that cache. */
        TRAINING
    }

    private static final int CACHE_SECONDS_MAX = 300;

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private static final Pattern CLIENT_JARS =
            Pattern.compile("aws-lambda-java-(core|serialization|runtime-interface-client)-[^/]*$|utils-lite-[^/]*$");

    private final Path work;
    private final String client;
    private final Path jni;

    ManagedRuntime(Path work) throws IOException {
        this.work = work;
        this.client = client(work.resolve("client"));
        this.jni = jni(work.resolve("client"));
    }

    Path log() {
        return work.resolve("last.log");
    }

    Process start(Deployed function, Kind kind, RuntimeApi api) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(function, kind));
        command.addAll(List.of(CLIENT, function.handler()));
        var builder = new ProcessBuilder(command)
                .directory(function.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("JAVA_TOOL_OPTIONS"));
        environment.putAll(lambda(function, kind, api));
        environment.putAll(function.variables());
        return builder.start();
    }

    /** Training ends with a signal, upon which the virtual machine writes the cache. */
    void stop(Deployed function, Process process, Kind kind) throws InterruptedException {
        if (kind == Kind.TRAINING) {
            process.destroy();
            if (!process.waitFor(CACHE_SECONDS_MAX, TimeUnit.SECONDS) || !Files.exists(cache(function))) {
                throw new IllegalStateException("no cache was made of " + function.name());
            }
        }
        process.destroyForcibly().waitFor();
    }

    /** What starts the image with the cache that was trained here; the handler's name follows. */
    List<String> arguments(Deployed function) throws IOException {
        return Stream.concat(flags(function, Kind.IMAGE).stream(), Stream.of(CLIENT))
                .toList();
    }

    private List<String> flags(Deployed function, Kind kind) throws IOException {
        var common = List.of(
                "-XX:MaxHeapSize=891290k",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Djava.net.preferIPv4Stack=true",
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + jni);
        return Stream.concat(common.stream(), of(function, kind).stream()).toList();
    }

    private List<String> of(Deployed function, Kind kind) throws IOException {
        return switch (kind) {
            case ON_DEMAND -> List.of("-XX:TieredStopAtLevel=1", "-cp", client);
            case SNAP_START -> List.of("-XX:+TieredCompilation", "-cp", client);
            // With C1 only, as on demand: the second compiler takes more from the first answer than it gives.
            case IMAGE -> List.of("-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + cache(function), "-cp", jars(function));
            case TRAINING -> List.of("-XX:AOTCacheOutput=" + cache(function), "-cp", jars(function));
        };
    }

    private Path cache(Deployed function) {
        return work.resolve(function.name().replace(' ', '-') + ".aot");
    }

    /** A cache needs jars, and the virtual machine's own class loader. */
    private String jars(Deployed function) throws IOException {
        try (var libraries = Files.list(function.folder().resolve("lib"))) {
            return Stream.concat(
                            Stream.of(OwnJar.of(function.folder()), client),
                            libraries.map(Path::toString).sorted())
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Map<String, String> lambda(Deployed function, Kind kind, RuntimeApi api) {
        var variables = new HashMap<String, String>();
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        variables.put("AWS_REGION", StoreOverHttp.REGION);
        variables.put("LAMBDA_TASK_ROOT", function.folder().toString());
        if (kind == Kind.SNAP_START) {
            // Credentials of the environment would be those of the day on which the snapshot was taken.
            variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", api.credentials());
            variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "local");
        } else {
            variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
            variables.put("AWS_ACCESS_KEY_ID", StoreOverHttp.CREDENTIAL);
            variables.put("AWS_SECRET_ACCESS_KEY", StoreOverHttp.CREDENTIAL);
        }
        return variables;
    }

    /** Its jars, copied from our own class path to a place that an image can keep. */
    private static String client(Path folder) throws IOException {
        Files.createDirectories(folder);
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(jar -> CLIENT_JARS.matcher(jar.getFileName().toString()).find())
                .toList();
        var copies = new ArrayList<String>();
        for (var jar : jars) {
            copies.add(Files.copy(jar, folder.resolve(jar.getFileName())).toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    /** The client's native part as a file, which the runtime has: otherwise each start unpacks it. */
    private static Path jni(Path folder) throws IOException {
        var platform = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var name = "/jni/libaws-lambda-jni.linux-" + platform + ".so";
        var file = folder.resolve("runtime.so");
        try (var content = ManagedRuntime.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("the runtime client has no " + name);
            }
            Files.copy(content, file);
            return file;
        }
    }
}
