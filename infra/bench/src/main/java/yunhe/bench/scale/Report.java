package yunhe.bench.scale;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.bench.scale.Sweep.Median;

/** The page that the program writes. What is concluded from the tables stands in a text of its own. */
record Report(Recordings recordings, List<Sweep> sweeps, Map<String, Map<Integer, Median>> others, String conclusion) {

    String markdown() {
        var page = new StringBuilder(INTRODUCTION);
        page.append("\n## The calls of the real code\n\n| somebody meets | store calls | write units | read units |\n")
                .append("| --- | --- | --- | --- |\n");
        recordings
                .calls()
                .forEach((situation, calls) -> page.append("| %s | %s | %d | %d |\n"
                        .formatted(
                                situation.text(),
                                calls.stream().map(StoreCall::text).collect(Collectors.joining(" → ")),
                                calls.stream().mapToInt(StoreCall::writeUnits).sum(),
                                calls.stream().mapToInt(StoreCall::readUnits).sum())));
        page.append("\nBytes of a shard by its marks: ")
                .append(recordings.shardBytes().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + number(entry.getValue()))
                        .collect(Collectors.joining(", ")))
                .append(". The registrations of an activity lie under ")
                .append(recordings.peopleKeys())
                .append(" partition keys.\n");
        page.append("\n## What comes of it\n\n").append(LEGEND);
        sweeps.forEach(sweep -> page.append(table(sweep)));
        others.forEach((title, medians) -> page.append(table(title, medians)));
        return page.append("\n## Which number of shards follows\n\n")
                .append(chosen())
                .append('\n')
                .append(conclusion)
                .toString();
    }

    static String table(Sweep sweep) {
        var table = new StringBuilder("\n### ")
                .append(sweep.title())
                .append("\n\n")
                .append("| shards | ledger /s | p50 s | p99 s | throttled | gave up | units each |")
                .append(" transaction /s | p50 s | p99 s | conflicts | throttled | gave up | units each |\n")
                .append("| ---: ".repeat(14))
                .append("|\n");
        sweep.ledger().forEach((shards, ledger) -> {
            var transaction = sweep.transaction().getOrDefault(shards, ledger);
            var conflicts = number(transaction.of(Result::conflicts));
            table.append("| %d | %s | %s |\n".formatted(shards, common(ledger), common(transaction, conflicts)));
        });
        return table.toString();
    }

    /** Of the ledger alone. */
    static String table(String title, Map<Integer, Median> medians) {
        var table = new StringBuilder("\n### ")
                .append(title)
                .append("\n\n| shards | ledger /s | p50 s | p99 s | throttled | gave up | units each |\n")
                .append("| ---: ".repeat(7))
                .append("|\n");
        medians.forEach((shards, median) -> table.append("| %d | %s |\n".formatted(shards, common(median))));
        return table.toString();
    }

    private static String common(Median median, String... conflicts) {
        return "%s | %s | %s |%s %s | %s | %s"
                .formatted(
                        number(median.of(Result::perSecond)),
                        seconds(median.of(Result::p50)),
                        seconds(median.of(Result::p99)),
                        conflicts.length == 0 ? "" : " " + conflicts[0] + " |",
                        number(median.of(Result::throttles)),
                        number(median.of(Result::gaveUp)),
                        units(median.of(Result::unitsEach)));
    }

    private String chosen() {
        var rows = new StringBuilder("""
            | rush | shards that are fast enough | shards for 99 in 100 answers within a second |
            | --- | ---: | ---: |
            """);
        sweeps.forEach(sweep -> rows.append("| %s | %d | %s |\n"
                .formatted(
                        sweep.title(),
                        sweep.enoughShards(),
                        sweep.shardsForSoonAnswers().map(String::valueOf).orElse("none of them"))));
        return rows.append("\nBy default a group gets: ")
                .append(recordings.shardsByDefault().entrySet().stream()
                        .map(entry -> "%s places %d".formatted(number(entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining(", ")))
                .append(" shards.\n")
                .toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String units(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static final String INTRODUCTION = """
        # How many sign-ups a second, by the number of shards

        Written by `mvn -q -Pscale`, the same for the same code. No figure here is measured on the service: it is a model of
        its limits in virtual time, to which the store calls of the real code are replayed. These calls are recorded, not
        written down: the program signs people up on the embedded store in every situation, and stops if the code calls the
        store otherwise than the model believes.

        ![Sign-ups a second and waiting times by the number of shards](../pictures/scale.svg)

        **Modelled.** A partition takes 1,000 write and 3,000 read units a second and no more at once. A *new table* has four
        partitions, on which shards and registrations lie by chance; in a *split table* each partition key has its own, the
        best that DynamoDB's splitting can reach. A call takes 5 to 15 ms. A throttled claim is sent up to 12 times with
        4 to 250 ms between; any other call goes by the SDK's own strategy (9 attempts, the first after 250 to 500 ms, then
        twice that, 8 s in all; asked of version 2.54). A transaction holds its items as long as it takes; another on one of them is
        cancelled, billed, and tried up to 12 times. The API lets in 5,000 at once and 10,000 a second, Lambda runs 1,000
        instances, 1,000 more in 10 s, each after a restore of 300 ms. The function's own work is 5 ms. Whoever is turned away presses
        again after 1 to 3 s, up to 20 times. An instance keeps to its shard, its marks are cleared with its next claim, at
        once beyond 16; old marks are looked after as the code does.

        **Not modelled.** Lost answers and crashes, the network before the API, mails and streams, the time-out of the
        function, the SDK's own bound on retries over all calls, DynamoDB's splitting while the rush lasts, the line.

        Every run ends with people who come when all is calm; it fails if a place was given twice or stays free.
        """;

    private static final String LEGEND = """
        Everybody presses first within 10 s. *A second*: confirmed until 99 in 100 places that were given in the rush were
        gone; it cannot be more than press. *p50, p99*: from somebody's first press to their answer, of those who got one.
        *Gave up*: pressed 20 times. *Units each*: write units for each confirmed. Medians of three seeds.
        """;
}
