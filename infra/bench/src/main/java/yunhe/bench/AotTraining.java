package yunhe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yunhe.bench.ManagedRuntime.Kind;
import yunhe.testkit.template.Tree;

/**
 * Makes what the container image of one function holds: its zip unpacked, the runtime client, a cache of classes and
 * profiles, trained with the benchmark's events, and the virtual machine's arguments in {@code java.args}. It has to
 * run on the machine and in the place where the image has them.
 */
public final class AotTraining {

    private AotTraining() {}

    /** @param arguments the function's logical id and the folder to fill */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root =
                Path.of(System.getProperty("yunhe.root", ".")).toAbsolutePath().normalize();
        var work = Path.of(arguments[1]);
        try (var surroundings = new Surroundings()) {
            var resource = surroundings.functions().stream()
                    .filter(it -> it.logicalId().equals(arguments[0]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no function " + arguments[0]));
            var function = new Deployed(
                    resource.logicalId(),
                    new Folders(root, work).of(resource),
                    Tree.text(resource.properties(), "Handler", resource.where()),
                    surroundings.variables(resource),
                    new Events(surroundings).of(resource));
            var runtime = new ManagedRuntime(work);
            Start.of(runtime, function, Kind.TRAINING);
            Files.write(work.resolve("java.args"), runtime.arguments(function));
            Files.delete(runtime.log());
        }
    }
}
