package yunhe.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yunhe.testkit.template.Template;

/** Counts and measures everything, and writes it into {@code infra/bench/cost.md}. */
public final class Cost {

    private Cost() {}

    public static void main(String[] arguments) throws IOException {
        Actions.all(); // Warms up: whoever comes to a cold function pays for its start, see the cold start's benchmark.
        var measured = Actions.all();
        var file = file();
        var committed = Files.exists(file) ? Files.readString(file) : CostTable.END;
        var draft = new CostTable(Deployment.template(), measured).text();
        // Reckoned with the milliseconds as they are written, so that anyone can reckon again.
        var table = new CostTable(Deployment.template(), CostTable.withMillis(measured, draft)).text();
        var byHand = committed.substring(committed.indexOf(CostTable.END) + CostTable.END.length() + 1);
        Files.writeString(file, table + byHand);
        System.out.println(table);
    }

    static Path file() {
        return Template.find().resolveSibling("infra/bench/cost.md");
    }
}
