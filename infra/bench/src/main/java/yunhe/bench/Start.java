package yunhe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one start took, in milliseconds.
 *
 * @param init from the start of the process until it asks for an event, or to be kept as a snapshot
 * @param first from there, or from the snapshot's going on, until the answer to the first event
 * @param cpu of all threads, until the first answer
 * @param warm the median of the calls after the first
 * @param peakMegabytes memory of the process, after all calls
 */
record Start(double init, double first, double cpu, double warm, double peakMegabytes) {

    private static final int SECONDS_MAX = 300;
    private static final int WARM_CALLS = 30;
    private static final double MILLIS_PER_TICK = 10;

    double total() {
        return init + first;
    }

    static Start of(ManagedRuntime runtime, Deployed function, ManagedRuntime.Kind kind)
            throws IOException, InterruptedException {
        var events = Stream.generate(function.events()).limit(WARM_CALLS + 1L).toList();
        try (var api = new RuntimeApi()) {
            api.offer(events.getFirst());
            long start = System.nanoTime();
            var process = runtime.start(function, kind, api);
            try {
                return measured(api, process, events, start, kind);
            } catch (IllegalStateException failed) {
                throw new IllegalStateException(
                        function.name() + ": " + failed.getMessage() + "; it said\n" + Files.readString(runtime.log()),
                        failed);
            } finally {
                runtime.stop(function, process, kind);
            }
        }
    }

    private static Start measured(
            RuntimeApi api, Process process, List<String> events, long start, ManagedRuntime.Kind kind)
            throws IOException, InterruptedException {
        long ready = api.ready(SECONDS_MAX);
        long from = kind == ManagedRuntime.Kind.SNAP_START ? api.restore() : ready;
        var answer = successful(api.answer(SECONDS_MAX));
        double cpu = cpuMillis(process);
        var warm = new ArrayList<Double>();
        for (var event : events.subList(1, events.size())) {
            api.offer(event);
            warm.add(successful(api.answer(SECONDS_MAX)).millis());
        }
        return new Start(
                (ready - start) / 1e6, (answer.at() - from) / 1e6, cpu, Medians.of(warm), peakMegabytes(process));
    }

    private static RuntimeApi.Answer successful(RuntimeApi.Answer answer) {
        if (answer.failed()
                || answer.body().contains("\"statusCode\":5")
                || answer.body().contains("\"statusCode\":4")
                || answer.body().contains("\"itemIdentifier\":")) {
            throw new IllegalStateException("the answer was " + answer.body());
        }
        return answer;
    }

    /** User and system time, which proc(5) counts in ticks and names after the command in brackets. */
    private static double cpuMillis(Process process) throws IOException {
        var fields = Files.readString(proc(process, "stat"))
                .replaceFirst("^.*\\) ", "")
                .split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    private static double peakMegabytes(Process process) throws IOException {
        try (var lines = Files.lines(proc(process, "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static Path proc(Process process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
