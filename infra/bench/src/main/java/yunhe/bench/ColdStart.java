package yunhe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import yunhe.bench.ManagedRuntime.Kind;
import yunhe.testkit.template.Tree;

/**
 * Starts each function of the template with the real runtime client against a small Runtime API, as a process for each
 * copy, as the copy of a snapshot and in the container image, beside an empty handler and one that does a single put,
 * over either HTTP client, in turns. Prints medians and ratios; the zips have to be built.
 *
 * <p>{@code -Dcoldstart.rounds=} says how many turns, {@code -Dcoldstart.only=} is an expression for the functions'
 * names.
 */
public final class ColdStart {

    private static final String EMPTY = "empty handler";
    private static final String BARE_PUT = "bare put";
    private static final String CRT_PUT = "bare put over CRT";
    private static final String CRT = "software.amazon.awssdk.http.crt.AwsCrtSdkHttpService";

    private final Path root;
    private final Path work;
    private final int rounds = Integer.getInteger("coldstart.rounds", 5);
    private final Pattern only = Pattern.compile(System.getProperty("coldstart.only", "."));

    private ColdStart(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root =
                Path.of(System.getProperty("yunhe.root", ".")).toAbsolutePath().normalize();
        new ColdStart(root, Files.createTempDirectory("yunhe-coldstart")).run();
    }

    private void run() throws IOException, InterruptedException {
        try (var surroundings = new Surroundings()) {
            var runtime = new ManagedRuntime(work);
            var functions = functions(surroundings);
            Map<String, Map<Kind, List<Start>>> starts = new LinkedHashMap<>();
            for (var function : functions) {
                Start.of(runtime, function, Kind.TRAINING);
            }
            // The first round fills the page cache and is not counted.
            for (int round = 0; round <= rounds; round++) {
                for (var function : functions) {
                    for (var kind : List.of(Kind.ON_DEMAND, Kind.SNAP_START, Kind.IMAGE)) {
                        var start = Start.of(runtime, function, kind);
                        if (round > 0) {
                            starts.computeIfAbsent(function.name(), name -> new LinkedHashMap<>())
                                    .computeIfAbsent(kind, it -> new ArrayList<>())
                                    .add(start);
                        }
                    }
                }
            }
            print(starts);
        }
    }

    private void print(Map<String, Map<Kind, List<Start>>> starts) {
        double empty = Medians.of(of(starts, EMPTY, Kind.ON_DEMAND), Start::total);
        double put = Medians.of(of(starts, BARE_PUT, Kind.ON_DEMAND), Start::total);
        System.out.printf("medians of %d rounds, JDK %s; times in ms%n%n", rounds, Runtime.version());
        System.out.println("| function | init | first | total | of empty | of put | CPU | warm |"
                + " restored: first | warm | ratio | image: total | of empty | peak MB |");
        System.out.println("|" + " --- |".repeat(14));
        starts.forEach((name, kinds) -> {
            var demand = of(starts, name, Kind.ON_DEMAND);
            var snap = of(starts, name, Kind.SNAP_START);
            double total = Medians.of(demand, Start::total);
            double image = Medians.of(of(starts, name, Kind.IMAGE), Start::total);
            double first = Medians.of(snap, Start::first);
            double warm = Medians.of(snap, Start::warm);
            System.out.printf(
                    "| %s | %.0f | %.0f | %.0f | %.2f | %.2f | %.0f | %.1f | %.1f | %.1f | %.1f | %.0f | %.2f | %.0f"
                            + " |%n",
                    name,
                    Medians.of(demand, Start::init),
                    Medians.of(demand, Start::first),
                    total,
                    total / empty,
                    total / put,
                    Medians.of(demand, Start::cpu),
                    Medians.of(demand, Start::warm),
                    first,
                    warm,
                    first / warm,
                    image,
                    image / empty,
                    Medians.of(demand, Start::peakMegabytes));
        });
    }

    private static List<Start> of(Map<String, Map<Kind, List<Start>>> starts, String name, Kind kind) {
        return starts.getOrDefault(name, Map.of()).getOrDefault(kind, List.of());
    }

    /** What is compared with, and after it the template's. */
    private List<Deployed> functions(Surroundings surroundings) throws IOException {
        var folders = new Folders(root, work);
        var events = new Events(surroundings);
        var all = new ArrayList<Deployed>();
        var any = surroundings.functions().getFirst();
        all.add(new Deployed(
                EMPTY,
                folders.of(EMPTY, EmptyHandler.class, any, List.of()),
                handler(EmptyHandler.class),
                Map.of(),
                () -> "{}"));
        all.add(new Deployed(
                BARE_PUT,
                folders.of(BARE_PUT, BarePutHandler.class, any, List.of()),
                handler(BarePutHandler.class),
                surroundings.variables(any),
                () -> "{}"));
        var overCrt = new HashMap<>(surroundings.variables(any));
        overCrt.put(BarePutHandler.HTTP_CLIENT, CRT);
        all.add(new Deployed(
                CRT_PUT,
                folders.of(CRT_PUT, BarePutHandler.class, any, crt()),
                handler(BarePutHandler.class),
                overCrt,
                () -> "{}"));
        for (var function : surroundings.functions()) {
            var name = function.logicalId().replaceFirst("Function$", "");
            if (only.matcher(name).find()) {
                all.add(new Deployed(
                        name,
                        folders.of(function),
                        Tree.text(function.properties(), "Handler", function.where()),
                        surroundings.variables(function),
                        events.of(function)));
            }
        }
        return all;
    }

    private List<Path> crt() throws IOException {
        try (var jars = Files.list(root.resolve("infra/bench/target/crt"))) {
            return jars.toList();
        }
    }

    private static String handler(Class<?> type) {
        return type.getName() + "::handleRequest";
    }
}
