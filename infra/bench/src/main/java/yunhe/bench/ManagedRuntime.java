package yunhe.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Starts a function as Lambda's runtime for Java does: the runtime client on the class path, the function's folder as
 * working directory, from which the client loads its classes and {@code lib/*.jar}. JIT and collector are the
 * runtime's. What is not there is its archive of the JDK's and the client's classes: JDK's own is used.
 */
final class ManagedRuntime {

    /** How a copy of a function comes to life. */
    enum Kind {
        /** A process for each copy, compiled by C1 only. */
        ON_DEMAND("-XX:TieredStopAtLevel=1"),
        /** A copy of a snapshot, with both compilers. */
        SNAP_START("-XX:+TieredCompilation");

        private final String compilers;

        Kind(String compilers) {
            this.compilers = compilers;
        }
    }

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private static final Pattern CLIENT_JARS =
            Pattern.compile("aws-lambda-java-(core|serialization|runtime-interface-client)-[^/]*$|utils-lite-[^/]*$");

    private final Path work;
    private final Path jni;

    ManagedRuntime(Path work) {
        this.work = work;
        this.jni = jni(work);
    }

    Path log() {
        return work.resolve("last.log");
    }

    Process start(Deployed function, Kind kind, RuntimeApi api) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:MaxHeapSize=891290k",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                kind.compilers,
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Djava.net.preferIPv4Stack=true",
                "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + jni));
        Arrays.stream(System.getProperty("coldstart.jvm", "").split(" ", -1))
                .filter(flag -> !flag.isBlank())
                .forEach(command::add);
        command.addAll(List.of("-cp", runtimeClient(), CLIENT, function.handler()));
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

    void stop(Process process, Kind kind) throws InterruptedException {
        process.destroyForcibly().waitFor();
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

    private static String runtimeClient() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(it -> CLIENT_JARS.matcher(it).find())
                        .toList());
    }

    /** The client's native part as a file, which the runtime has: otherwise each start unpacks it. */
    private static Path jni(Path work) {
        var platform = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var name = "/jni/libaws-lambda-jni.linux-" + platform + ".so";
        var file = work.resolve("runtime.so");
        try (var content = ManagedRuntime.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("the runtime client has no " + name);
            }
            Files.copy(content, file);
            return file;
        } catch (IOException cause) {
            throw new UncheckedIOException("unpack " + name, cause);
        }
    }
}
