package yunhe.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import yunhe.bench.scale.Scenario.How;

/** Records, simulates, and writes the page and its picture. */
public final class Scale {

    private static final int SEED = 1;
    private static final Path PAGE = Path.of("infra/bench/scale.md");
    private static final Path PICTURE = Path.of("infra/pictures/scale.svg");

    // Written by hand from the tables; read it again when they change.
    private static final String CONCLUSION = """
        The default (`Shards`): one for each 500 places, at least four from 100 places on, at most 30 for all groups.

        - **30 at most**: 100,000 people take 20,000 places at some 9,000 a second with 16 as with 32, but with 16 every
          fourth who comes too late gives up before they are told so; 64 are no faster, and whoever is told reads twice as many.
        - **500 places a shard** gives 20 to a group of 10,000, where 4 would do for 1,200 people a second. It is no harm.
        - **One shard is too few for a group of some hundred places**: a crowd is not smaller because places are. One
          shard falls to some 20 a second when 1,200 press each second for 10,000 places, to 110 when 1,000 instances come at
          once. Four hold in every rush here that one to eight can hold, on a new table too; more would make the answer
          "full" dearer where shards share partitions. So there are four from a hundred places on, where the bound for all
          groups lets them be.

        A shard holds some 500 sign-ups a second rather than 1,000: with more than 16 instances to a shard each sign-up clears
        its own mark at once, a second write to the same item.

        ## What else it shows

        - **A new table is the narrower limit.** Its four partitions hold 4,000 write units a second wherever the shards
          lie: no number of shards answers a large rush soon. Before one the table wants warm throughput.
        - **An overloaded shard collapses** instead of merely being slow. Claims come again, a throttled clearing is left to
          the next of them. Marks pile up, the item grows to tens of KB, and each claim costs as many units. (When the code
          insisted on clearing, one shard fell three to ten times as low.) Turning the SDK's retries off helps, but does not
          cure it. The transaction wastes units, yet does not fall below some 90 a second a counter.
        - **Being told "full" costs more than a place**: strong reads of the group's head and of every shard. The head is
          one item, so 3,000 people a second at most are told; 80,000 wait up to half a minute. (Behind a line that is full
          the head alone is read; here there is none.) And whoever looks resolves every old mark that they see, all of them
          at once: with eight shards or more on a new table, and 500 places, that is most of the units.
        """;

    private Scale() {}

    public static void main(String[] arguments) throws IOException {
        var recordings = RealSignUps.record(new SplittableRandom(SEED));
        var steps = Steps.of(recordings);
        var sweeps = new ArrayList<Sweep>();
        for (var crowd : List.of(
                new Crowd(2_400, 2_000),
                new Crowd(12_000, 500),
                new Crowd(12_000, 10_000),
                new Crowd(100_000, 20_000))) {
            for (var limits : List.of(Limits.ofASplitTable(), Limits.ofANewTable())) {
                var title = "%,d people, %,d places, %s table"
                        .formatted(crowd.people(), crowd.places(), limits.partitions() == 0 ? "split" : "new");
                sweeps.add(Sweep.of(title, crowd, steps, limits));
                System.out.println(Report.table(sweeps.getLast()));
            }
        }
        var others = new LinkedHashMap<String, Map<Integer, Sweep.Median>>();
        others.put(
                "12,000 people, 10,000 places, new table, without the SDK's own retries",
                Sweep.results(
                        new Crowd(12_000, 10_000),
                        How.LEDGER,
                        steps,
                        Limits.ofANewTable().with(Limits.Sdk.NONE)));
        others.put(
                "1,000 instances of one request each, 1,000 places, within a second, split table",
                Sweep.results(
                        (shards, how) -> Scenario.allCold(Limits.INSTANCES_MAX, shards),
                        How.LEDGER,
                        steps,
                        Limits.ofASplitTable()));
        others.forEach((title, medians) -> System.out.println(Report.table(title, medians)));
        Files.writeString(PAGE, new Report(recordings, sweeps, others, CONCLUSION).markdown());
        Files.writeString(PICTURE, chart(sweeps.get(4), sweeps.get(5)).svg());
    }

    private record Crowd(int people, int places) implements Sweep.Rush {

        @Override
        public Scenario with(int shards, How how) {
            return Scenario.rush(people, places, shards, how);
        }
    }

    private static Chart chart(Sweep split, Sweep fresh) {
        return new Chart(
                "12,000 people, 10,000 places, in 10 s",
                List.of(
                        new Chart.Line("ledger, split table", "#0b6e4f", "none", split.ledger()),
                        new Chart.Line("ledger, new table", "#0b6e4f", "5 4", fresh.ledger()),
                        new Chart.Line("transaction, split table", "#b3391b", "none", split.transaction()),
                        new Chart.Line("transaction, new table", "#b3391b", "5 4", fresh.transaction())));
    }
}
